import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import compare from '@salesforce/apex/BillingPanelController.compare';
import read from '@salesforce/apex/BillingPanelController.read';
import BillingQueryWindow from 'c/billingQueryWindow';
import BillingResolveModal from 'c/billingResolveModal';
import BillingSyncModal from 'c/billingSyncModal';
import { goesOn, stateOf } from 'c/billingStates';
import { later } from 'c/billingTimer';
import { label } from './labels';

/** How often the panel looks again while something goes on in the background, in milliseconds. */
const lookAgainAfter = 10000;
/** Mirrors of what billing makes: they follow it by themselves, and nothing of them is sent. */
const onlyMirrored = new Set(['Invoice__c']);

/**
 * What the billing system knows of a record, why it is not in sync, and the actions. It serves the mobile app too, where
 * quick actions of components do not exist. Opening it costs no call to the billing system.
 */
export default class BillingPanel extends NavigationMixin(LightningElement) {
  /** Id of the record on whose page the panel is. */
  @api
  get recordId() {
    return this.pageRecordId;
  }
  set recordId(id) {
    if (id === this.pageRecordId) return;
    this.pageRecordId = id;
    this.state = undefined;
    if (this.isConnected) this.load();
  }

  pageRecordId;
  state;
  error;
  comparison;
  compareError;
  isComparing = false;
  /** Counts loads: an answer to an earlier one is dropped. */
  turn = 0;
  /** Prevents the next load. */
  cancelLoad = () => {};

  label = label;

  connectedCallback() {
    this.refreshId = registerRefreshHandler(this, () => this.load());
    this.load();
  }

  disconnectedCallback() {
    this.turn += 1;
    this.cancelLoad();
    unregisterRefreshHandler(this.refreshId);
  }

  get isLoading() {
    return !this.state && !this.error;
  }

  get links() {
    return this.state.links ?? [];
  }
  get isLinked() {
    return this.links.length > 0;
  }

  get canQuery() {
    return this.state.canQuery && this.isLinked;
  }

  get orders() {
    return (this.state.orders ?? []).map((order) => ({ ...order, stateLabel: stateOf(order).label }));
  }
  get hasOrders() {
    return this.orders.length > 0;
  }

  get operations() {
    return this.state.operations ?? [];
  }
  get hasOperations() {
    return this.operations.length > 0;
  }

  get reasons() {
    return this.state.reasons ?? [];
  }
  get hasReasons() {
    return this.reasons.length > 0;
  }

  get canSync() {
    return this.state.canSync && !onlyMirrored.has(this.state.objectName);
  }
  get compareLabel() {
    return this.comparison ? label.compareAgain : label.compare;
  }
  get compareStatus() {
    return this.isComparing ? label.comparing : '';
  }

  /** Shows what is stored, and what goes on until it has ended. */
  async load() {
    this.turn += 1;
    this.cancelLoad();
    if (!this.recordId) return;
    const { turn } = this;
    this.comparison = undefined;
    this.compareError = undefined;
    try {
      const state = await read({ recordId: this.recordId });
      if (turn !== this.turn) return;
      this.state = state;
      this.error = undefined;
      if (this.operations.some(goesOn)) {
        this.cancelLoad = later(lookAgainAfter, () => this.load());
      }
    } catch (error) {
      if (turn === this.turn) this.error = error;
    }
  }

  handleReload() {
    this.error = undefined;
    return this.load();
  }

  handleSync() {
    return this.openSync(false);
  }

  /** A conflict, and a look after something was mended, are never written unseen. */
  handleLook() {
    return this.openSync(true);
  }

  async handleDecide(event) {
    const { operationId } = event.detail;
    await BillingResolveModal.open({ label: label.decideTitle, size: 'small', operationId });
    await this.load();
  }

  handleQuery() {
    return BillingQueryWindow.open({ label: label.queryTitle, size: 'medium', recordId: this.recordId });
  }

  handleOpen() {
    this.refs.open.invoke();
  }

  handleOrder(event) {
    event.preventDefault();
    const { id: recordId } = event.target.dataset;
    const attributes = { recordId, actionName: 'view' };
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes });
  }

  async handleCompare() {
    const { turn } = this;
    this.isComparing = true;
    this.compareError = undefined;
    try {
      const comparison = await compare({ recordId: this.recordId });
      if (turn === this.turn) this.comparison = comparison;
    } catch (error) {
      if (turn === this.turn) this.compareError = error;
    } finally {
      this.isComparing = false;
    }
  }

  async openSync(showFirst) {
    const recordIds = [this.recordId];
    await BillingSyncModal.open({ label: label.syncTitle, size: 'medium', recordIds, showFirst });
    await this.load();
  }
}
