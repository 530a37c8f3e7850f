import { LightningElement } from 'lwc';
import load from '@salesforce/apex/BillingSetupController.load';
import readCredential from '@salesforce/apex/BillingCredentialController.read';
import { attempt } from 'c/billingSetupCalls';
import access from '@salesforce/label/c.BillingSetupStepAccess';
import automation from '@salesforce/label/c.BillingSetupStepAutomation';
import connect from '@salesforce/label/c.BillingSetupStepConnect';
import connectFirst from '@salesforce/label/c.BillingSetupConnectFirst';
import connectionText from '@salesforce/label/c.BillingSetupConnection';
import defaults from '@salesforce/label/c.BillingSetupStepDefaults';
import features from '@salesforce/label/c.BillingSetupStepFeatures';
import intro from '@salesforce/label/c.BillingSetupIntro';
import levels from '@salesforce/label/c.BillingSetupStepLevels';
import links from '@salesforce/label/c.BillingSetupStepLinks';
import loadFailed from '@salesforce/label/c.BillingSetupLoadFailed';
import loading from '@salesforce/label/c.BillingSetupLoading';
import log from '@salesforce/label/c.BillingSetupStepLog';
import newConnection from '@salesforce/label/c.BillingSetupNewConnection';
import pages from '@salesforce/label/c.BillingSetupStepPages';
import permissions from '@salesforce/label/c.BillingSetupStepPermissions';
import retry from '@salesforce/label/c.BillingSetupRetry';
import stepsText from '@salesforce/label/c.BillingSetupSteps';
import title from '@salesforce/label/c.BillingSetupTitle';
import use from '@salesforce/label/c.BillingSetupStepUse';

const steps = Object.entries({
  connect,
  access,
  defaults,
  features,
  links,
  levels,
  automation,
  permissions,
  pages,
  log,
  use,
}).map(([name, label]) => ({ name, label }));
/** Steps that are of the org, not of one connection. */
const ofTheOrg = new Set(['connect', 'automation', 'permissions', 'pages']);
const NEW = 'new';

/** The set-up page: billing connections, and what it takes to use them, step by step. */
export default class BillingSetup extends LightningElement {
  isBusy = true;
  error;
  state;
  /** What there is for the chosen connection: address, key, access. */
  credential;
  step = 'connect';
  chosen = NEW;

  label = { connectFirst, connectionText, intro, loadFailed, loading, retry, stepsText, title };

  connectedCallback() {
    this.load(({ connections }) => connections[0]?.id ?? NEW);
  }

  /** What is on the page already stays while it is read again. */
  get isLoading() {
    return this.isBusy && !this.state;
  }

  get options() {
    const made = this.state.connections.map(({ id, name }) => ({ value: id, label: name }));
    return [...made, { value: NEW, label: newConnection }];
  }

  get connectionId() {
    return this.chosen === NEW ? undefined : this.chosen;
  }

  get connection() {
    return this.state.connections.find(({ id }) => id === this.chosen);
  }

  get hasConnections() {
    return this.state.connections.length > 0;
  }

  /** An org without a connection has nothing to pause. */
  get hasSwitch() {
    return this.hasConnections || this.state.isPaused;
  }

  get needsConnection() {
    return !this.connectionId && !ofTheOrg.has(this.step);
  }

  get steps() {
    const finished = [...(this.connection?.doneSteps ?? []), ...this.doneOfCredential];
    return steps.map((one) => ({ ...one, isDone: finished.includes(one.name) }));
  }

  get doneOfCredential() {
    const { address, hasKey, isGranted, isAssigned } = this.credential ?? {};
    return [address && hasKey && 'connect', isGranted && isAssigned && 'access'];
  }

  /** Which step is shown, as flags for the template. */
  get show() {
    return this.needsConnection ? {} : { [this.step]: true };
  }

  get group() {
    return ['features', 'links', 'levels', 'log'].includes(this.step) && !this.needsConnection
      ? this.step
      : undefined;
  }

  handleConnection(event) {
    attempt(this, () => this.choose(event.detail.value));
  }

  handleStep(event) {
    this.step = event.detail.name;
  }

  handleCreated(event) {
    this.load(() => event.detail.id);
  }

  handleChanged() {
    this.load(() => this.chosen);
  }

  handleRetry() {
    this.load(() => this.chosen);
  }

  load(choose) {
    attempt(this, async () => {
      this.state = await load();
      await this.choose(choose(this.state));
    });
  }

  async choose(chosen) {
    if (chosen !== this.chosen) this.credential = undefined;
    this.chosen = chosen;
    const { connectionId } = this;
    this.credential = connectionId && (await readCredential({ connectionId }));
  }
}
