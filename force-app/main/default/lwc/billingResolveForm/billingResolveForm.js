import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import finish from '@salesforce/apex/BillingOperationController.finish';
import read from '@salesforce/apex/BillingOperationController.read';
import tryAgain from '@salesforce/apex/BillingOperationController.tryAgain';
import { attempt } from 'c/billingSetupCalls';
import { label } from './labels';

const calls = { finish, tryAgain };

/** What comes next with an operation that is parked. Fires `close`, with `{ isDone: true }` after a decision. */
export default class BillingResolveForm extends LightningElement {
  isBusy = false;
  error;
  item;
  chosen;
  #operationId;

  label = label;
  options = [
    { value: 'finish', label: label.finish },
    { value: 'tryAgain', label: label.again },
  ];

  /** The operation. */
  @api
  get operationId() {
    return this.#operationId;
  }
  set operationId(id) {
    this.#operationId = id;
    attempt(this, async () => {
      this.item = await read({ operationId: id });
    });
  }

  get items() {
    return [this.item];
  }

  get isParked() {
    return this.item?.state === 'parked';
  }

  get cannotConfirm() {
    return this.isBusy || !this.chosen;
  }

  handleChoice(event) {
    this.chosen = event.detail.value;
  }

  handleConfirm() {
    const { operationId } = this;
    attempt(this, async () => {
      await calls[this.chosen]({ operationId });
      notifyRecordUpdateAvailable([{ recordId: operationId }]);
      this.close(true);
    });
  }

  handleCancel() {
    this.close(false);
  }

  close(isDone) {
    this.dispatchEvent(new CustomEvent('close', { detail: { isDone } }));
  }
}
