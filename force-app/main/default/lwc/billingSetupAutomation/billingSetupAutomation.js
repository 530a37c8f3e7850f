import { LightningElement } from 'lwc';
import nameUser from '@salesforce/apex/BillingAutomationController.nameUser';
import read from '@salesforce/apex/BillingAutomationController.read';
import start from '@salesforce/apex/BillingAutomationController.start';
import stop from '@salesforce/apex/BillingAutomationController.stop';
import { attempt } from 'c/billingSetupCalls';
import beats from '@salesforce/label/c.BillingSetupHeartBeats';
import heading from '@salesforce/label/c.BillingSetupStepAutomation';
import help from '@salesforce/label/c.BillingSetupAutomationHelp';
import never from '@salesforce/label/c.BillingSetupHeartNever';
import nobody from '@salesforce/label/c.BillingSetupAutomationNone';
import onlyAsUser from '@salesforce/label/c.BillingSetupStartAsUser';
import startText from '@salesforce/label/c.BillingSetupHeartStart';
import stopText from '@salesforce/label/c.BillingSetupHeartStop';
import stopped from '@salesforce/label/c.BillingSetupHeartStopped';
import user from '@salesforce/label/c.BillingSetupAutomationUser';

/** The step that names the automation user and starts the heartbeat as them. Fires `changed`. */
export default class BillingSetupAutomation extends LightningElement {
  isBusy = false;
  error;
  state;

  label = { heading, help, nobody, onlyAsUser, startText, stopText, user };

  connectedCallback() {
    attempt(this, () => this.read());
  }

  get hasCandidates() {
    return this.state?.candidates.length > 0;
  }

  get isNobody() {
    return this.state && !this.hasCandidates;
  }

  get heartText() {
    if (!this.state.lastHeartbeat) return never;
    return this.state.isBeating ? beats : stopped;
  }

  get cannotStart() {
    return this.isBusy || !this.state.isMe;
  }

  get mustBeUser() {
    return this.state.userId && !this.state.isMe;
  }

  handleUser(event) {
    const userId = event.detail.value;
    this.change(() => nameUser({ userId }));
  }

  handleStart() {
    this.change(() => start());
  }

  handleStop() {
    this.change(() => stop());
  }

  change(call) {
    attempt(this, async () => {
      await call();
      await this.read();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }

  async read() {
    this.state = await read();
  }
}
