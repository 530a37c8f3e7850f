import { LightningElement, api } from 'lwc';
import create from '@salesforce/apex/BillingSetupController.create';
import make from '@salesforce/apex/BillingCredentialController.make';
import read from '@salesforce/apex/BillingCredentialController.read';
import saveKey from '@salesforce/apex/BillingCredentialController.saveKey';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import address from '@salesforce/label/c.BillingSetupAddress';
import addressHelp from '@salesforce/label/c.BillingSetupAddressHelp';
import addressKept from '@salesforce/label/c.BillingSetupAddressKept';
import createText from '@salesforce/label/c.BillingSetupCreate';
import heading from '@salesforce/label/c.BillingSetupStepConnect';
import help from '@salesforce/label/c.BillingSetupConnectHelp';
import key from '@salesforce/label/c.BillingSetupKey';
import keyHelp from '@salesforce/label/c.BillingSetupKeyHelp';
import keyKept from '@salesforce/label/c.BillingSetupKeyKept';
import keyNone from '@salesforce/label/c.BillingSetupKeyNone';
import makeText from '@salesforce/label/c.BillingSetupMakeCredentials';
import name from '@salesforce/label/c.BillingSetupName';
import nameHelp from '@salesforce/label/c.BillingSetupNameHelp';
import saveKeyText from '@salesforce/label/c.BillingSetupSaveKey';
import saved from '@salesforce/label/c.BillingSetupSaved';
import systemText from '@salesforce/label/c.BillingSetupSystem';

/**
 * First step: makes a connection, its credentials, and keeps its key, each on its own so that a failure in between is
 * taken up where it happened. Fires `created` with the id of a new connection.
 */
export default class BillingSetupConnect extends LightningElement {
  /** Billing systems: { value, label }. */
  @api systems = [];

  isBusy = false;
  error;
  done = '';
  credential;
  #connectionId;

  label = {
    address,
    addressHelp,
    createText,
    heading,
    help,
    key,
    keyHelp,
    makeText,
    name,
    nameHelp,
    saveKeyText,
    systemText,
  };

  /** Id of the connection; empty for one that is to be made. */
  @api
  get connectionId() {
    return this.#connectionId;
  }
  set connectionId(value) {
    this.#connectionId = value;
    this.done = '';
    this.credential = undefined;
    if (value) this.read();
  }

  get isNew() {
    return !this.connectionId;
  }

  get needsAddress() {
    return this.credential && !this.credential.address;
  }

  get addressText() {
    return this.credential?.address ? fill(addressKept, this.credential.address) : '';
  }

  get keyText() {
    return this.credential?.hasKey ? keyKept : keyNone;
  }

  handleCreate() {
    const values = this.valuesOf('create');
    if (!values) return;
    attempt(this, async () => {
      const id = await create({ name: values.name, systemKey: values.system });
      this.dispatchEvent(new CustomEvent('created', { detail: { id } }));
    });
  }

  handleMake() {
    const values = this.valuesOf('make');
    if (!values) return;
    attempt(this, async () => {
      await make({ connectionId: this.connectionId, address: values.address });
      await this.show();
    });
  }

  handleKey() {
    const values = this.valuesOf('key');
    if (!values) return;
    attempt(this, async () => {
      await saveKey({ connectionId: this.connectionId, key: values.key });
      await this.show();
      this.forgetKey();
    });
  }

  read() {
    attempt(this, async () => {
      this.credential = await read({ connectionId: this.connectionId });
    });
  }

  async show() {
    this.credential = await read({ connectionId: this.connectionId });
    this.done = saved;
  }

  /** A key stays in the page no longer than it takes to send it. */
  forgetKey() {
    const input = this.template.querySelector('[data-form="key"]');
    if (input) input.value = '';
  }

  /** The values of one form by name; undefined, with its fields marked, if one of them is wrong. */
  valuesOf(form) {
    const inputs = [...this.template.querySelectorAll(`[data-form="${form}"]`)];
    const areValid = inputs.map((input) => input.reportValidity()).every(Boolean);
    return areValid
      ? Object.fromEntries(inputs.map(({ dataset, value }) => [dataset.name, value]))
      : undefined;
  }
}
