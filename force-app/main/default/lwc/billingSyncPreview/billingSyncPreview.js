import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { sorted, totals } from 'c/billingPreviewItems';
import cost from '@salesforce/label/c.BillingPreviewCost';
import showMore from '@salesforce/label/c.BillingShowMore';
import totalLabel from '@salesforce/label/c.BillingPreviewTotal';
import totalsTitle from '@salesforce/label/c.BillingPreviewTotals';

const perPage = 25;

/** What a sync would do: totals, cost, and each record. Hands on `decide` and `retry` of its records. */
export default class BillingSyncPreview extends LightningElement {
  /** BillingPreviewItem, one for each record and each billing object that it is linked to. */
  @api items = [];
  /** Decisions so far, a map by operation id. */
  @api decisions = new Map();
  /** Calls to the billing system that a run is expected to make. */
  @api callouts = 0;
  /** Transactions that a run is expected to need. */
  @api transactions = 0;

  shownCount = perPage;

  label = { totalsTitle };

  get isSingle() {
    return this.items.length === 1;
  }

  get hasTotals() {
    return this.items.length > 1;
  }

  get totals() {
    return totals(this.items).map((total) => ({
      ...total,
      text: fill(totalLabel, total.label, total.count),
    }));
  }

  get cost() {
    return this.callouts > 0 ? fill(cost, this.callouts, this.transactions) : '';
  }

  get shownItems() {
    return sorted(this.items)
      .slice(0, this.shownCount)
      .map((item) => ({ item, key: `${item.recordId}:${item.connectionId}:${item.billingId}` }));
  }

  get hasMore() {
    return this.items.length > this.shownCount;
  }

  get moreLabel() {
    return fill(showMore, Math.min(perPage, this.items.length - this.shownCount));
  }

  handleMore() {
    this.shownCount += perPage;
  }

  /** Decisions and remedies are for the view that keeps them. */
  handleForward({ type, detail }) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
