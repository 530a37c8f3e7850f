import { LightningElement, api } from 'lwc';
import confirmOrg from '@salesforce/apex/BillingSetupController.confirmOrg';
import pauseConnection from '@salesforce/apex/BillingSetupController.pauseConnection';
import putToUse from '@salesforce/apex/BillingSetupController.putToUse';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import { areValid, tellAgain } from 'c/billingValidity';
import activate from '@salesforce/label/c.BillingSetupUseActivate';
import active from '@salesforce/label/c.BillingSetupUseActive';
import asDefault from '@salesforce/label/c.BillingSetupUseDefault';
import confirmText from '@salesforce/label/c.BillingSetupUseConfirm';
import copied from '@salesforce/label/c.BillingSetupUseCopied';
import defaultText from '@salesforce/label/c.BillingSetupUseIsDefault';
import heading from '@salesforce/label/c.BillingSetupStepUse';
import help from '@salesforce/label/c.BillingSetupUseHelp';
import pauseText from '@salesforce/label/c.BillingSetupUsePause';
import reason from '@salesforce/label/c.BillingSetupUseReason';
import statusText from '@salesforce/label/c.BillingSetupUseStatus';

/** The last step: the guard of the environment, activation, and the pause of one connection. Fires `changed`. */
export default class BillingSetupUse extends LightningElement {
  /** As the page's state has it. */
  @api connection;

  isBusy = false;
  error;

  label = { activate, active, asDefault, confirmText, copied, defaultText, heading, help, pauseText, reason };

  get isActive() {
    return this.connection.isBoundHere && this.connection.status === 'Active';
  }

  get canActivate() {
    return this.connection.isBoundHere && !this.isActive;
  }

  get status() {
    const { status, statusReason } = this.connection;
    return fill(statusText, statusReason ? `${status} (${statusReason})` : status);
  }

  handleActivate() {
    const isDefault = this.template.querySelector('[data-field="default"]').checked;
    this.change(() => putToUse({ connectionId: this.connection.id, isDefault }));
  }

  handleConfirm() {
    this.change(() => confirmOrg({ connectionId: this.connection.id }));
  }

  handlePause() {
    const input = this.template.querySelector('[data-field="reason"]');
    if (!areValid([input])) return;
    this.change(() => pauseConnection({ connectionId: this.connection.id, reason: input.value }));
  }

  handleEdit(event) {
    tellAgain(event.target);
  }

  change(call) {
    attempt(this, async () => {
      await call();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }
}
