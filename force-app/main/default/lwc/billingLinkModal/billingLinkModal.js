import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import link from '@salesforce/apex/BillingLinkController.link';
import search from '@salesforce/apex/BillingLinkController.search';
import { fill } from 'c/billingFormat';
import { label } from './labels';

const describe = ({ number, name, email }) => [number, name, email].filter(Boolean).join(' · ');

/** Links a record to a billing object that a person found. Closes with `true` when it did. */
export default class BillingLinkModal extends LightningModal {
  /** The record to link. */
  @api recordId;
  /** Its name, for the question. */
  @api recordName;
  /** `[{ value, label }]` by connection id; empty for the record's own connection. */
  @api connections = [];

  text = '';
  connectionId;
  found;
  chosen;
  error;
  isBusy = false;
  label = label;

  get connection() {
    return this.connectionId ?? this.connections[0]?.value ?? null;
  }

  get hasConnections() {
    return this.connections.length > 1;
  }

  get options() {
    return (this.found ?? []).map((one) => ({ value: one.billingId, label: describe(one) }));
  }

  get hasFound() {
    return this.options.length > 0;
  }

  get status() {
    if (this.isBusy) return label.busy;
    return this.found ? fill(label.found, this.found.length) : '';
  }

  get cannotSearch() {
    return this.isBusy || this.text.trim() === '';
  }

  get cannotLink() {
    return this.isBusy || !this.chosen;
  }

  get question() {
    return fill(label.question, this.recordName);
  }

  handleText(event) {
    this.text = event.target.value;
  }

  handleConnection(event) {
    this.connectionId = event.detail.value;
    this.found = undefined;
    this.chosen = undefined;
  }

  handleKey(event) {
    if (event.key === 'Enter' && !this.cannotSearch) this.handleSearch();
  }

  handleChosen(event) {
    this.chosen = event.detail.value;
  }

  handleSearch() {
    this.chosen = undefined;
    return this.attempt(async () => {
      const { recordId, connection, text } = this;
      this.found = await search({ recordId, connectionId: connection, text: text.trim() });
    });
  }

  handleLink() {
    return this.attempt(async () => {
      await link({ recordId: this.recordId, connectionId: this.connection, billingId: this.chosen });
      this.close(true);
    });
  }

  handleCancel() {
    this.close(false);
  }

  async attempt(work) {
    this.isBusy = true;
    this.error = undefined;
    try {
      await work();
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}
