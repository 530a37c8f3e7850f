import { LightningElement } from 'lwc';
import { messageOf } from 'host/messages';
import { objectIcon } from 'host/icons';
import { goTo } from 'host/router';
import { uiApi } from 'host/uiApi';

const PAUSE = 250;

/** Finds records of all objects by name. */
export default class Search extends LightningElement {
  results = [];
  isOpen = false;
  problem;

  get boxClass() {
    return this.isOpen
      ? 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click slds-is-open'
      : 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';
  }

  get isEmpty() {
    return this.results.length === 0 && !this.problem;
  }

  handleInput(event) {
    const text = event.target.value.trim();
    window.clearTimeout(this.timer);
    if (text.length < 2) {
      this.isOpen = false;
      return;
    }
    this.timer = window.setTimeout(() => this.find(text), PAUSE);
  }

  async find(text) {
    this.text = text;
    try {
      const { results } = await uiApi('GET', '/search', { q: text });
      // A later text has overtaken this one.
      if (this.text !== text) return;
      this.problem = undefined;
      this.results = results.flatMap(linesOf);
    } catch (error) {
      this.results = [];
      this.problem = messageOf(error);
    }
    this.isOpen = true;
  }

  handleKey(event) {
    if (event.key === 'Escape') this.isOpen = false;
    if (event.key === 'Enter' && this.results.length > 0) this.go(this.results[0].address);
  }

  handleChoose(event) {
    event.preventDefault();
    this.go(event.currentTarget.getAttribute('href'));
  }

  handleBlur() {
    // A click on a result moves the focus first.
    window.setTimeout(() => {
      this.isOpen = false;
    }, 200);
  }

  go(address) {
    this.isOpen = false;
    goTo(address);
  }
}

function linesOf({ object, label, records }) {
  return records.map(({ id, name }) => ({
    id,
    name,
    detail: label,
    icon: objectIcon(object),
    address: `/lightning/r/${object}/${id}/view`,
  }));
}
