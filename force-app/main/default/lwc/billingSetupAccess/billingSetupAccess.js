import { LightningElement, api } from 'lwc';
import grant from '@salesforce/apex/BillingCredentialController.grant';
import test from '@salesforce/apex/BillingCredentialController.test';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import detail from '@salesforce/label/c.BillingSetupTestDetail';
import grantText from '@salesforce/label/c.BillingSetupGrant';
import granted from '@salesforce/label/c.BillingSetupGranted';
import heading from '@salesforce/label/c.BillingSetupStepAccess';
import help from '@salesforce/label/c.BillingSetupAccessHelp';
import notGranted from '@salesforce/label/c.BillingSetupNotGranted';
import saved from '@salesforce/label/c.BillingSetupSaved';
import testHelp from '@salesforce/label/c.BillingSetupTestHelp';
import testText from '@salesforce/label/c.BillingSetupTest';

/** Second step: lets people use the credential, and tries it. Fires `changed`. */
export default class BillingSetupAccess extends LightningElement {
  /** What there is for the connection: who may use it. */
  @api credential;

  isBusy = false;
  error;
  done = '';
  result;
  #connectionId;

  label = { grantText, heading, help, testHelp, testText };

  @api
  get connectionId() {
    return this.#connectionId;
  }
  set connectionId(value) {
    this.#connectionId = value;
    this.result = undefined;
    this.error = undefined;
    this.done = '';
  }

  get accessText() {
    if (!this.credential) return '';
    return this.credential.isGranted && this.credential.isAssigned ? granted : notGranted;
  }

  get works() {
    return this.result?.kind === 'works';
  }

  get resultIcon() {
    return this.works ? 'utility:success' : 'utility:error';
  }

  get resultVariant() {
    return this.works ? 'success' : 'error';
  }

  get detailText() {
    return this.result?.detail ? fill(detail, this.result.detail) : '';
  }

  handleGrant() {
    this.done = '';
    attempt(this, async () => {
      await grant({ connectionId: this.connectionId });
      this.done = saved;
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }

  handleTest() {
    this.result = undefined;
    this.done = '';
    attempt(this, async () => {
      this.result = await test({ connectionId: this.connectionId });
    });
  }
}
