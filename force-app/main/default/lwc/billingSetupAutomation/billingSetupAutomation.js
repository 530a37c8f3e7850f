import { LightningElement } from 'lwc';
import nameUser from '@salesforce/apex/BillingAutomationController.nameUser';
import read from '@salesforce/apex/BillingAutomationController.read';
import refresh from '@salesforce/apex/BillingRefreshController.start';
import start from '@salesforce/apex/BillingAutomationController.start';
import stop from '@salesforce/apex/BillingAutomationController.stop';
import { attempt } from 'c/billingSetupCalls';
import { later } from 'c/billingTimer';
import beats from '@salesforce/label/c.BillingSetupHeartBeats';
import begins from '@salesforce/label/c.BillingSetupHeartBegins';
import heading from '@salesforce/label/c.BillingSetupStepAutomation';
import help from '@salesforce/label/c.BillingSetupAutomationHelp';
import never from '@salesforce/label/c.BillingSetupHeartNever';
import nobody from '@salesforce/label/c.BillingSetupAutomationNone';
import onlyAsUser from '@salesforce/label/c.BillingSetupStartAsUser';
import lastRefresh from '@salesforce/label/c.BillingSetupRefreshLast';
import refreshHelp from '@salesforce/label/c.BillingSetupRefreshHelp';
import refreshNever from '@salesforce/label/c.BillingSetupRefreshNever';
import refreshStarted from '@salesforce/label/c.BillingSetupRefreshStarted';
import refreshText from '@salesforce/label/c.BillingSetupRefresh';
import startText from '@salesforce/label/c.BillingSetupHeartStart';
import stopText from '@salesforce/label/c.BillingSetupHeartStop';
import stopped from '@salesforce/label/c.BillingSetupHeartStopped';
import user from '@salesforce/label/c.BillingSetupAutomationUser';

const LOOK_AGAIN = 3000;
/** A heart that has not begun to beat after so many looks waits for other work of the org. */
const MOST_LOOKS = 20;

/** The step that names the automation user and starts the heartbeat as them. Fires `changed`. */
export default class BillingSetupAutomation extends LightningElement {
  isBusy = false;
  error;
  done = '';
  state;
  /** How often it is still looked whether the heart that was just started beats. */
  looksLeft = 0;
  #forget = () => undefined;

  label = {
    heading,
    help,
    lastRefresh,
    nobody,
    onlyAsUser,
    refreshHelp,
    refreshNever,
    refreshText,
    startText,
    stopText,
    user,
  };

  connectedCallback() {
    attempt(this, () => this.read());
  }

  disconnectedCallback() {
    this.#forget();
  }

  get hasCandidates() {
    return this.state?.candidates.length > 0;
  }

  get isNobody() {
    return this.state && !this.hasCandidates;
  }

  get heartText() {
    if (this.state.isBeating) return beats;
    if (this.looksLeft > 0) return begins;
    return this.state.lastHeartbeat ? stopped : never;
  }

  get heartIsDated() {
    return this.state.lastHeartbeat && this.looksLeft === 0;
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
    this.change(async () => {
      await start();
      this.looksLeft = MOST_LOOKS;
    });
  }

  handleStop() {
    this.looksLeft = 0;
    this.change(() => stop());
  }

  handleRefresh() {
    this.change(async () => {
      await refresh();
      this.done = refreshStarted;
    });
  }

  change(call) {
    this.done = '';
    attempt(this, async () => {
      await call();
      await this.read();
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }

  async read() {
    this.#forget();
    this.state = await read();
    if (this.state.isBeating) this.looksLeft = 0;
    if (this.looksLeft > 0) this.#forget = later(LOOK_AGAIN, () => this.lookAgain());
  }
  async lookAgain() {
    this.looksLeft -= 1;
    await attempt(this, () => this.read());
    if (this.state.isBeating) this.dispatchEvent(new CustomEvent('changed'));
  }
}
