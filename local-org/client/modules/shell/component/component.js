import { LightningElement, api } from 'lwc';
import { loadComponent } from 'host/components';

/** A component of the project; if it can't be loaded or fails, the reason in its place. */
export default class Component extends LightningElement {
  /** Name of the bundle: `myComponent`. */
  @api name;
  /** Values for its public properties. */
  @api properties = {};

  component;
  problem;

  connectedCallback() {
    this.load();
  }

  get isLoading() {
    return !this.component && !this.problem;
  }

  async load() {
    try {
      this.component = await loadComponent(this.name);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The element of the component, to call its public methods. */
  @api
  get element() {
    return this.template.querySelector('[data-component]');
  }

  renderedCallback() {
    if (this.isAnnounced || !this.element) return;
    this.isAnnounced = true;
    this.dispatchEvent(new CustomEvent('loaded'));
  }

  errorCallback(error) {
    this.fail(error);
  }

  fail(error) {
    // The browser's console shows where; the page shows that.
    console.error(error);
    this.problem = error.message;
    this.component = undefined;
  }
}
