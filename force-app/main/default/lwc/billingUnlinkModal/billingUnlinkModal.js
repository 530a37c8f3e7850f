import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import unlink from '@salesforce/apex/BillingLinkController.unlink';
import unlinkEffect from '@salesforce/apex/BillingLinkController.unlinkEffect';
import { fill } from 'c/billingFormat';
import cancel from '@salesforce/label/c.BillingCancel';
import cleared from '@salesforce/label/c.BillingUnlinkCleared';
import doUnlink from '@salesforce/label/c.BillingUnlinkDo';
import failed from '@salesforce/label/c.BillingUnlinkFailed';
import kept from '@salesforce/label/c.BillingUnlinkKept';
import loading from '@salesforce/label/c.BillingLoading';
import question from '@salesforce/label/c.BillingUnlinkQuestion';
import title from '@salesforce/label/c.BillingUnlinkTitle';

/** Parts a record from a billing object, after it said what that keeps and clears. Closes with `true` when it did. */
export default class BillingUnlinkModal extends LightningModal {
  /** BillingLinkView to be taken away. */
  @api link;

  effect;
  error;
  isBusy = true;
  /** `label` is the window's own. */
  labels = { cancel, cleared, doUnlink, failed, kept, loading, title };

  connectedCallback() {
    this.attempt(async () => {
      this.effect = await unlinkEffect({ linkId: this.link.id });
    });
  }

  get question() {
    return fill(question, this.link.billingNumber ?? this.link.billingId, this.link.connectionName);
  }

  get kept() {
    return this.effect?.kept ?? [];
  }

  get cleared() {
    return this.effect?.cleared ?? [];
  }

  get hasKept() {
    return this.kept.length > 0;
  }

  get hasCleared() {
    return this.cleared.length > 0;
  }

  /** Nobody confirms what they could not read. */
  get cannotUnlink() {
    return this.isBusy || !this.effect;
  }

  handleUnlink() {
    return this.attempt(async () => {
      await unlink({ linkId: this.link.id });
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
