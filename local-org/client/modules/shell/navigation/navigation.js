import { LightningElement, api } from 'lwc';
import { session } from 'host/session';
import { goTo } from 'host/router';

const APP = 'localOrg.app';

/** The app launcher and the tabs of the chosen app. */
export default class Navigation extends LightningElement {
  /** Reference of the page that is shown. */
  @api page;

  appName = window.localStorage.getItem(APP);

  get app() {
    const { apps } = session();
    return apps.find(({ name }) => name === this.appName) ?? apps[0];
  }

  get apps() {
    return session().apps.map(({ name, label }) => ({ name, label, isCurrent: name === this.app.name }));
  }

  get accent() {
    return `border-bottom-color: ${this.app.colour ?? '#0176d3'}`;
  }

  get tabs() {
    const home = { name: 'home', label: 'Home', address: '/lightning/page/home' };
    return [home, ...this.app.tabs.map(tabOf)].map((tab) => {
      const isActive = this.isActive(tab);
      const active = isActive ? ' slds-is-active' : '';
      return { ...tab, current: isActive ? 'page' : undefined, className: `slds-context-bar__item${active}` };
    });
  }

  isActive(tab) {
    const { type, attributes = {} } = this.page ?? {};
    if (type === 'standard__namedPage') return tab.name === 'home';
    if (type === 'standard__navItemPage') return tab.name === attributes.apiName;
    return tab.object !== undefined && tab.object === attributes.objectApiName;
  }

  handleApp(event) {
    this.appName = event.detail.value;
    window.localStorage.setItem(APP, this.appName);
    goTo('/lightning/page/home');
  }

  handleTab(event) {
    event.preventDefault();
    goTo(event.currentTarget.getAttribute('href'));
  }
}

function tabOf({ name, label, kind, object }) {
  const address = kind === 'object' ? `/lightning/o/${object}/list` : `/lightning/n/${name}`;
  return { name, label, object, address };
}
