import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill, qualified } from 'c/billingFormat';
import adminNote from '@salesforce/label/c.BillingReasonAdminNote';
import askAdmin from '@salesforce/label/c.BillingRemedyAskAdmin';
import copied from '@salesforce/label/c.BillingCopied';
import copy from '@salesforce/label/c.BillingCopy';
import copyByHand from '@salesforce/label/c.BillingCopyByHand';
import editRecord from '@salesforce/label/c.BillingRemedyEditRecord';
import forAdmin from '@salesforce/label/c.BillingReasonForAdmin';
import forAdminLabel from '@salesforce/label/c.BillingReasonForAdminLabel';
import openAccount from '@salesforce/label/c.BillingRemedyOpenAccount';
import openSetup from '@salesforce/label/c.BillingRemedyOpenSetup';
import resolveConflict from '@salesforce/label/c.BillingRemedyResolveConflict';
import retry from '@salesforce/label/c.BillingRemedyRetry';

const remedies = { askAdmin, editRecord, openAccount, openSetup, resolveConflict };
const setupTab = 'Billing_Setup';

/** Only who may set billing up gets an admin's message, and only they can use the set-up page. */
function remedyFor({ remedy, adminMessage }) {
  return remedy === 'openSetup' && !adminMessage ? 'askAdmin' : remedy;
}

/**
 * Reasons with their remedies. Fires `resolve` for a conflict that needs a decision and `retry` for another look; it
 * leads to the other remedies by itself and fires `billingleave`, which crosses components, so that a window around it
 * closes.
 */
export default class BillingReasons extends NavigationMixin(LightningElement) {
  /** BillingReasonView: name, message, adminMessage, remedy, targetId. */
  @api reasons = [];
  /** The record that the reasons are about; a reason's own target goes before. */
  @api recordId;

  /** What another look is called where the reasons stand. */
  @api retryLabel = retry;

  asked;
  copyState = '';

  label = { adminNote, copy, forAdminLabel };

  get rows() {
    return (this.reasons ?? []).map((reason, index) => {
      const remedy = remedyFor(reason);
      const isAsked = this.asked === index;
      return {
        ...reason,
        key: `${index}:${reason.name}`,
        index,
        remedyLabel: remedy === 'retry' ? this.retryLabel : remedies[remedy],
        isAsked,
        isExpanded: remedy === 'askAdmin' ? String(isAsked) : undefined,
        textForAdmin: fill(forAdmin, reason.message, reason.name, this.targetOf(reason)),
      };
    });
  }

  get hasReasons() {
    return this.rows.length > 0;
  }

  handleRemedy(event) {
    const index = Number(event.target.dataset.index);
    const reason = this.reasons[index];
    switch (remedyFor(reason)) {
      case 'editRecord':
        this.navigateToRecord(this.targetOf(reason), 'edit');
        break;
      case 'openAccount':
        this.navigateToRecord(this.targetOf(reason), 'view');
        break;
      case 'openSetup':
        this.navigateToSetup();
        break;
      case 'askAdmin':
        this.asked = this.asked === index ? undefined : index;
        this.copyState = '';
        break;
      case 'resolveConflict':
        this.dispatchEvent(new CustomEvent('resolve', { detail: { reason } }));
        break;
      default:
        this.dispatchEvent(new CustomEvent('retry', { detail: { reason } }));
    }
  }

  async handleCopy(event) {
    const { textForAdmin } = this.rows[Number(event.target.dataset.index)];
    // A page without a clipboard, or one that may not use it: the text stands there to be copied by hand.
    const isCopied = await navigator.clipboard?.writeText(textForAdmin).then(
      () => true,
      () => false,
    );
    this.copyState = isCopied ? copied : copyByHand;
  }

  targetOf({ targetId }) {
    return targetId ?? this.recordId;
  }

  navigateToRecord(recordId, actionName) {
    this.leaveTo({ type: 'standard__recordPage', attributes: { recordId, actionName } });
  }

  navigateToSetup() {
    const apiName = qualified(setupTab);
    this.leaveTo({ type: 'standard__navItemPage', attributes: { apiName } });
  }

  leaveTo(page) {
    this[NavigationMixin.Navigate](page);
    this.dispatchEvent(new CustomEvent('billingleave', { bubbles: true, composed: true }));
  }
}
