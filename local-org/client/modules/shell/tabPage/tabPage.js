import { LightningElement, api } from 'lwc';
import { session } from 'host/session';

/** A tab of the project that shows a component. */
export default class TabPage extends LightningElement {
  @api tabName;

  get tab() {
    const tabs = session().apps.flatMap((app) => app.tabs);
    return tabs.find(({ name }) => name === this.tabName);
  }

  /** Another tab is another component. */
  get tabs() {
    return this.tab?.component ? [this.tab] : [];
  }

  get problem() {
    if (!this.tab) return `There is no tab ${this.tabName}, or your permission sets do not show it to you.`;
    return this.tab.component
      ? undefined
      : `The local org shows tabs with a Lightning web component; ${this.tabName} has none.`;
  }
}
