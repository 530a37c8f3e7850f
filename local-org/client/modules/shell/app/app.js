import { LightningElement, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import { everythingChanged } from 'host/records';
import { refreshPage } from 'host/refresh';
import { onServerEvent } from 'host/events';

const DRAWER = 'localOrg.drawer';

/** The whole window: header, tabs, the page, and the requests at the side. */
export default class App extends LightningElement {
  page;
  isDrawerOpen = window.localStorage.getItem(DRAWER) === 'open';

  @wire(CurrentPageReference)
  arrive(page) {
    this.page = page;
  }

  connectedCallback() {
    document.addEventListener('lightning__refreshview', refreshPage);
    onServerEvent('reload', renew);
  }

  get attributes() {
    return this.page?.attributes ?? {};
  }

  get isRecord() {
    return this.page?.type === 'standard__recordPage';
  }

  get isList() {
    return this.page?.type === 'standard__objectPage';
  }

  get isTab() {
    return this.page?.type === 'standard__navItemPage';
  }

  get isFlow() {
    return this.page?.type === 'standard__flow';
  }

  get isComponent() {
    return this.page?.type === 'standard__component';
  }

  get isHome() {
    return this.page?.type === 'standard__namedPage';
  }

  get componentName() {
    return this.attributes.componentName.replace(/^\w+?__/, '');
  }

  get bodyClass() {
    return this.isDrawerOpen ? 'body with-drawer' : 'body';
  }

  handleDrawer() {
    this.isDrawerOpen = !this.isDrawerOpen;
    window.localStorage.setItem(DRAWER, this.isDrawerOpen ? 'open' : 'closed');
  }
}

/** New Apex is called by what is there; new components and pages need the window anew. */
function renew({ kind }) {
  if (kind === 'lwc' || kind === 'metadata') window.location.reload();
  else everythingChanged();
}
