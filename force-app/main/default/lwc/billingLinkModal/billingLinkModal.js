import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import connections from '@salesforce/apex/BillingLinkController.connections';
import link from '@salesforce/apex/BillingLinkController.link';
import search from '@salesforce/apex/BillingLinkController.search';
import compare from '@salesforce/apex/BillingPanelController.compare';
import { fill } from 'c/billingFormat';
import { labels } from './labels';

const describe = ({ billingNumber, name, email }) => [billingNumber, name, email].filter(Boolean).join(' · ');

/** Links a record to a billing object that a person found. Closes with `true` when it did. */
export default class BillingLinkModal extends LightningModal {
  /** The record to link. */
  @api recordId;
  /** Its name, for the question. */
  @api recordName;

  /** `[{ value, label }]` by connection id, the record's own first. */
  connections = [];
  text = '';
  connectionId;
  found;
  chosen;
  error;
  isBusy = false;
  /** Why the record goes to no billing system, or why something could not be searched or linked. */
  reasons = [];
  /** `label` is the window's own. */
  labels = labels;

  /** Begins with what looks like the record. */
  connectedCallback() {
    this.attempt(async () => {
      this.connections = await connections({ recordId: this.recordId });
      if (this.connection) await this.find();
      else await this.tellWhyNot();
    });
  }

  get connection() {
    return this.connectionId ?? this.connections[0]?.value;
  }

  get hasReasons() {
    return this.reasons.length > 0;
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
    if (this.isBusy) return labels.busy;
    return this.found ? fill(labels.found, this.found.length) : '';
  }

  get cannotSearch() {
    return this.isBusy || !this.connection;
  }

  get cannotLink() {
    return this.isBusy || !this.chosen;
  }

  get question() {
    return fill(labels.question, this.recordName);
  }

  handleText(event) {
    this.text = event.target.value;
  }

  handleConnection(event) {
    this.connectionId = event.detail.value;
    this.found = undefined;
    this.chosen = undefined;
    this.reasons = [];
  }

  handleKey(event) {
    if (event.key === 'Enter' && !this.cannotSearch) this.handleSearch();
  }

  handleChosen(event) {
    this.chosen = event.detail.value;
  }

  handleSearch() {
    return this.attempt(() => this.find());
  }

  handleLink() {
    return this.attempt(async () => {
      const { recordId, connection: connectionId, chosen: billingId } = this;
      this.reasons = await link({ recordId, connectionId, billingId });
      if (!this.hasReasons) this.close(true);
    });
  }

  handleCancel() {
    this.close(false);
  }

  /** Why a record can go nowhere, only a comparison knows. */
  async tellWhyNot() {
    this.reasons = (await compare({ recordId: this.recordId })).reasons;
  }

  async find() {
    this.chosen = undefined;
    const { recordId, connection: connectionId, text } = this;
    const { candidates, reasons } = await search({ recordId, connectionId, text: text.trim() });
    this.found = candidates;
    this.reasons = reasons;
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
