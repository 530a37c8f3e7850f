import { LightningElement } from 'lwc';
import { objectIcon } from 'host/icons';
import { goTo } from 'host/router';
import { session } from 'host/session';

/** The first page: who you are, and where you can go. */
export default class Home extends LightningElement {
  get greeting() {
    return `Welcome, ${session().user.name}`;
  }

  get user() {
    return session().user;
  }

  get permissionSets() {
    return session().user.permissionSets.join(', ') || 'none';
  }

  get tabs() {
    const [app] = session().apps;
    const tabs = app?.tabs ?? [];
    return tabs.map(({ name, label, kind, object, icon }) => ({
      name,
      label,
      icon: icon ?? objectIcon(object),
      address: kind === 'object' ? `/lightning/o/${object}/list` : `/lightning/n/${name}`,
    }));
  }

  handleGo(event) {
    event.preventDefault();
    goTo(event.currentTarget.getAttribute('href'));
  }
}
