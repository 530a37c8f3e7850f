import { LightningElement, api } from 'lwc';
import makePrimary from '@salesforce/apex/BillingLinkController.makePrimary';
import { fill } from 'c/billingFormat';
import BillingLinkModal from 'c/billingLinkModal';
import BillingUnlinkModal from 'c/billingUnlinkModal';
import { label } from './labels';

const nameOf = ({ billingNumber, billingId }) => billingNumber ?? billingId;

/** Several billing objects of one record, and linking by hand for those who may. Fires `changed` after a change. */
export default class BillingPanelLinks extends LightningElement {
  /** The record. */
  @api recordId;
  /** Its name. */
  @api recordName;
  /** BillingLinkView. */
  @api links = [];
  /** Whether the person may link and unlink by hand. */
  @api canLink = false;

  error;
  label = label;

  /** One link is told by the facts above; only who may change it needs to see it here again. */
  get isShown() {
    return this.canLink || this.links.length > 1;
  }

  get rows() {
    return this.links.map((link) => ({
      ...link,
      name: nameOf(link),
      unlinkLabel: fill(label.unlinkOne, nameOf(link)),
      primaryLabel: fill(label.makePrimaryOne, nameOf(link)),
      canBePrimary: this.canLink && !link.primary && this.links.length > 1,
    }));
  }

  async handleLink() {
    const { recordId, recordName } = this;
    const isDone = await BillingLinkModal.open({
      label: label.linkTitle,
      size: 'small',
      recordId,
      recordName,
    });
    if (isDone) this.tell();
  }

  async handleUnlink(event) {
    const { id } = event.target.dataset;
    const link = this.links.find((one) => one.id === id);
    const isDone = await BillingUnlinkModal.open({ label: label.unlinkTitle, size: 'small', link });
    if (isDone) this.tell();
  }

  async handlePrimary(event) {
    this.error = undefined;
    try {
      await makePrimary({ linkId: event.target.dataset.id });
      this.tell();
    } catch (error) {
      this.error = error;
    }
  }

  tell() {
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
