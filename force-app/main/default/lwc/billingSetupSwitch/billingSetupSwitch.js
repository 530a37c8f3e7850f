import { LightningElement, api } from 'lwc';
import pauseAll from '@salesforce/apex/BillingSetupController.pauseAll';
import resumeAll from '@salesforce/apex/BillingSetupController.resumeAll';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import { areValid, tellAgain } from 'c/billingValidity';
import cancel from '@salesforce/label/c.BillingSetupSwitchCancel';
import failed from '@salesforce/label/c.BillingSetupFailed';
import pauseText from '@salesforce/label/c.BillingSetupSwitchPause';
import paused from '@salesforce/label/c.BillingSetupSwitchPaused';
import reason from '@salesforce/label/c.BillingSetupUseReason';
import resume from '@salesforce/label/c.BillingSetupSwitchResume';
import running from '@salesforce/label/c.BillingSetupSwitchTitle';

/** The kill switch. It asks for a reason before it pauses anything. Fires `changed`. */
export default class BillingSetupSwitch extends LightningElement {
  @api isPaused = false;
  /** Why everything is paused. */
  @api pausedReason;

  isAsking = false;
  isBusy = false;
  error;

  label = { cancel, failed, pauseText, reason, resume, running };

  get pausedText() {
    return fill(paused, this.pausedReason);
  }

  handleAsk() {
    this.isAsking = true;
  }

  handleCancel() {
    this.isAsking = false;
  }

  handlePause() {
    const input = this.template.querySelector('lightning-input');
    if (!areValid([input])) return;
    this.change(() => pauseAll({ reason: input.value }));
  }

  handleResume() {
    this.change(() => resumeAll());
  }

  handleEdit(event) {
    tellAgain(event.target);
  }

  change(call) {
    attempt(this, async () => {
      await call();
      this.isAsking = false;
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }
}
