import { LightningElement, api } from 'lwc';
import { session, switchUser } from 'host/session';

/** The bar at the top: search, who is logged in, the requests. */
export default class Header extends LightningElement {
  @api isDrawerOpen = false;

  get org() {
    return session().org.name;
  }

  get user() {
    return session().user;
  }

  get userLabel() {
    return `${this.user.name} (${this.user.profile})`;
  }

  get users() {
    const { user, users } = session();
    return users.map(({ id, name, title }) => ({
      id,
      label: title ? `${name} – ${title}` : name,
      isCurrent: id === user.id,
    }));
  }

  handleUser(event) {
    switchUser(event.detail.value);
  }

  handleDrawer() {
    this.dispatchEvent(new CustomEvent('drawer'));
  }
}
