import { LightningElement } from 'lwc';
import { onServerEvent } from 'host/events';
import { getJson } from 'host/http';
import { messageOf } from 'host/messages';

/** What is wrong with the project's files, as a banner over every page. */
export default class Diagnostics extends LightningElement {
  errors = [];
  isOpen = false;
  problem;

  connectedCallback() {
    this.end = onServerEvent('reload', () => this.load());
    this.load();
  }

  disconnectedCallback() {
    this.end();
  }

  async load() {
    try {
      const found = await getJson('/local/diagnostics');
      const all = Array.isArray(found) ? found : found.diagnostics;
      this.errors = all.filter(({ severity }) => severity === 'error').map(lineOf);
      this.problem = undefined;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get isShown() {
    return this.errors.length > 0 || this.problem !== undefined;
  }

  get heading() {
    if (this.problem) return this.problem;
    return this.errors.length === 1
      ? '1 error in the project'
      : `${this.errors.length} errors in the project`;
  }

  get toggleLabel() {
    return this.isOpen ? 'Hide' : 'Show';
  }

  handleToggle() {
    this.isOpen = !this.isOpen;
  }
}

function lineOf({ file, span, message, suggestion }, index) {
  const place = span ? `${file}:${span.line}:${span.column}` : file;
  return { key: index, place, message: suggestion ? `${message} ${suggestion}` : message };
}
