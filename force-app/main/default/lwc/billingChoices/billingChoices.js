import { LightningElement, api } from 'lwc';
import getChoices from '@salesforce/apex/BillingSyncController.choices';
import failed from '@salesforce/label/c.BillingChoicesFailed';
import loading from '@salesforce/label/c.BillingLoading';
import none from '@salesforce/label/c.BillingChoicesNone';
import open from '@salesforce/label/c.BillingChoicesOpen';
import retry from '@salesforce/label/c.BillingTryAgain';
import useDefault from '@salesforce/label/c.BillingChoicesUseDefault';

const defaultValue = '';

/** Everything that one list may set, each left to the default. */
const untouched = ({ name, options }) =>
  Object.fromEntries(
    [name, ...options.flatMap(({ also }) => Object.keys(also ?? {}))].map((key) => [key, defaultValue]),
  );

/**
 * Lists that the billing system offers for a new object, such as bill cycles. They are read when somebody wants them,
 * as most people leave them to the connection's defaults. Fires `choice` with `{ values }`, by name; an
 * empty value means the default. One option may set several values.
 */
export default class BillingChoices extends LightningElement {
  /** The connection in which the object would be created. */
  @api connectionId;
  /** What was chosen so far: name of the list to value. */
  @api values = {};

  state = 'closed';
  lists = [];
  error;

  label = { failed, loading, none, open, retry };

  get isClosed() {
    return this.state === 'closed';
  }

  get isLoading() {
    return this.state === 'loading';
  }

  get isEmpty() {
    return this.state === 'open' && this.lists.length === 0;
  }

  get fields() {
    return this.lists.map(({ name, label, options, problem }) => ({
      name,
      label,
      problem,
      value: this.values?.[name] ?? defaultValue,
      options: [
        { value: defaultValue, label: useDefault },
        ...options.map((option) => ({ value: option.value, label: option.label })),
      ],
    }));
  }

  async handleOpen() {
    this.state = 'loading';
    this.error = undefined;
    try {
      this.lists = await getChoices({ connectionId: this.connectionId });
      this.state = 'open';
    } catch (error) {
      this.error = error;
      this.state = 'failed';
    }
  }

  handleChange(event) {
    const list = this.lists.find(({ name }) => name === event.target.dataset.name);
    const { value } = event.detail;
    const chosen = list.options.find((option) => option.value === value);
    const values = { ...untouched(list), ...chosen?.also, [list.name]: value };
    this.dispatchEvent(new CustomEvent('choice', { detail: { values } }));
  }
}
