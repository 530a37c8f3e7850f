import { LightningElement, api } from 'lwc';
import { fill } from 'c/billingFormat';
import { label } from './labels';

/** Kinds in the order in which people need to see them: what waits for them first. */
const kinds = ['toDecide', 'blocked', 'failed'];

/**
 * Why nothing came of some records of a bulk run. Fires `show` with `{ recordIds }` for those that a person wants to
 * look at one by one.
 */
export default class BillingBulkResult extends LightningElement {
  /** BillingBulkProgress of a run that has ended. */
  @api result;

  get laterText() {
    const { later } = this.result;
    return later > 0 ? fill(label.later, later) : '';
  }

  get sections() {
    return kinds
      .map((kind) => ({ kind, title: fill(label[kind], this.result[kind]), groups: this.groupsOf(kind) }))
      .filter(({ groups }) => groups.length > 0);
  }

  groupsOf(kind) {
    return (this.result.groups ?? [])
      .map((group, index) => ({ ...group, index }))
      .filter((group) => group.kind === kind)
      .map(({ reason, recordIds, size, index }) => ({
        index,
        size: fill('{0}', size),
        message: reason.message,
        adminMessage: reason.adminMessage,
        show: recordIds.length > 0 ? fill(label.show, recordIds.length) : '',
      }));
  }

  handleShow(event) {
    const { recordIds } = this.result.groups[Number(event.target.dataset.index)];
    this.dispatchEvent(new CustomEvent('show', { detail: { recordIds } }));
  }
}
