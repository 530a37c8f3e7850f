import { LightningElement, api } from 'lwc';
import { session } from 'host/session';
import { goTo } from 'host/router';

const APP = 'localOrg.app';
/** Pixels of a tab without its label, of a letter, and of what stands before and behind the tabs. */
const TAB_PADDING = 26;
const LETTER = 7;
const BAR_START = 190;

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

  width = window.innerWidth;

  connectedCallback() {
    this.measure = () => {
      this.width = window.innerWidth;
    };
    window.addEventListener('resize', this.measure);
  }

  disconnectedCallback() {
    window.removeEventListener('resize', this.measure);
  }

  get tabs() {
    return this.allTabs.slice(0, this.room);
  }

  get moreTabs() {
    return this.allTabs.slice(this.room);
  }

  get hasMore() {
    return this.moreTabs.length > 0;
  }

  /** How many tabs have a place in the bar. */
  get room() {
    const widths = this.allTabs.map(({ label }) => TAB_PADDING + label.length * LETTER);
    let rest = this.width - BAR_START - this.app.label.length * LETTER * 1.5;
    const first = widths.findIndex((width) => {
      rest -= width;
      return rest < 0;
    });
    return first === -1 ? widths.length : Math.max(1, first);
  }

  get allTabs() {
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

  handleMore(event) {
    goTo(event.detail.value);
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
