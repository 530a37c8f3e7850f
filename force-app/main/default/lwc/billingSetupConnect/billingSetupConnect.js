import { LightningElement, api } from 'lwc';
import create from '@salesforce/apex/BillingSetupController.create';
import make from '@salesforce/apex/BillingCredentialController.make';
import saveKey from '@salesforce/apex/BillingCredentialController.saveKey';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import { areValid, tellAgain } from 'c/billingValidity';
import address from '@salesforce/label/c.BillingSetupAddress';
import addressHelp from '@salesforce/label/c.BillingSetupAddressHelp';
import addressKept from '@salesforce/label/c.BillingSetupAddressKept';
import addressWrong from '@salesforce/label/c.BillingSetupAddressWrong';
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
 * taken up where it happened. Fires `created` with the id of a new connection, and `changed`.
 */
export default class BillingSetupConnect extends LightningElement {
  /** Billing systems: { value, label }. */
  @api systems = [];
  /** What there is for the connection: address, key. */
  @api credential;

  isBusy = false;
  error;
  done = '';
  #connectionId;

  label = {
    address,
    addressHelp,
    addressWrong,
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
    this.error = undefined;
  }

  get isNew() {
    return !this.connectionId;
  }

  /** Where there is one billing system only, it is chosen. */
  get system() {
    return this.systems.length === 1 ? this.systems[0].value : undefined;
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
      this.tell();
    });
  }

  handleKey() {
    const values = this.valuesOf('key');
    if (!values) return;
    attempt(this, async () => {
      await saveKey({ connectionId: this.connectionId, key: values.key });
      this.forgetKey();
      this.tell();
    });
  }

  handleEdit(event) {
    tellAgain(event.target);
  }

  tell() {
    this.done = saved;
    this.dispatchEvent(new CustomEvent('changed'));
  }

  /** A key stays in the page no longer than it takes to send it. */
  forgetKey() {
    const input = this.template.querySelector('[data-form="key"]');
    if (input) input.value = '';
  }

  /** The values of one form by name; undefined, with its fields marked, if one of them is wrong. */
  valuesOf(form) {
    this.done = '';
    this.error = undefined;
    const inputs = [...this.template.querySelectorAll(`[data-form="${form}"]`)];
    return areValid(inputs)
      ? Object.fromEntries(inputs.map(({ dataset, value }) => [dataset.name, value]))
      : undefined;
  }
}
