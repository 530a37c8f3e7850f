import { LightningElement, api } from 'lwc';
import { objectIcon } from 'host/icons';
import { messageOf } from 'host/messages';
import { uiApi } from 'host/uiApi';

const PAUSE = 250;

/** Chooses a record of an object by name; tells `choose` with `{ recordId }`, null when it is cleared. */
export default class Lookup extends LightningElement {
  @api label;
  @api objectApiName;
  @api recordId;
  @api recordName;
  @api isRequired = false;
  /** What is wrong with the choice. */
  @api message = '';

  results = [];
  isOpen = false;
  problem = '';
  chosen;

  get icon() {
    return objectIcon(this.objectApiName);
  }

  get hasRecord() {
    return Boolean(this.recordId);
  }

  get shownName() {
    return this.chosen?.id === this.recordId ? this.chosen.name : this.recordName || this.recordId;
  }

  get shownProblem() {
    return this.problem || this.message;
  }

  get elementClass() {
    return this.shownProblem ? 'slds-form-element slds-has-error' : 'slds-form-element';
  }

  get boxClass() {
    const open = this.isOpen ? ' slds-is-open' : '';
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${open}`;
  }

  @api
  reportValidity() {
    this.problem = this.isRequired && !this.hasRecord ? 'Complete this field.' : '';
    return this.problem === '';
  }

  handleInput(event) {
    const text = event.target.value.trim();
    window.clearTimeout(this.timer);
    if (text === '') this.isOpen = false;
    else this.timer = window.setTimeout(() => this.find(text), PAUSE);
  }

  async find(text) {
    this.text = text;
    try {
      const { results } = await uiApi('GET', '/search', { q: text, object: this.objectApiName });
      if (this.text !== text) return;
      this.results = results.flatMap(({ records }) => records);
      this.problem = this.results.length === 0 ? 'Nothing found.' : '';
      this.isOpen = this.results.length > 0;
    } catch (error) {
      this.problem = messageOf(error);
      this.isOpen = false;
    }
  }

  handleBlur() {
    // A click on a result moves the focus first.
    window.setTimeout(() => {
      this.isOpen = false;
    }, 200);
  }

  handleChoose(event) {
    this.chosen = this.results.find(({ id }) => id === event.currentTarget.dataset.id);
    this.isOpen = false;
    this.problem = '';
    this.tell(this.chosen.id);
  }

  handleClear() {
    this.chosen = undefined;
    this.tell(null);
  }

  tell(recordId) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { recordId } }));
  }
}
