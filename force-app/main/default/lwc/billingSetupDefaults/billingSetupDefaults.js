import { LightningElement, api } from 'lwc';
import choices from '@salesforce/apex/BillingSetupController.choices';
import defaults from '@salesforce/apex/BillingSetupController.defaults';
import saveDefaults from '@salesforce/apex/BillingSetupController.saveDefaults';
import { fill } from 'c/billingFormat';
import { attempt } from 'c/billingSetupCalls';
import cut from '@salesforce/label/c.BillingSetupDefaultsCut';
import heading from '@salesforce/label/c.BillingSetupStepDefaults';
import help from '@salesforce/label/c.BillingSetupDefaultsHelp';
import none from '@salesforce/label/c.BillingSetupDefaultsNone';
import save from '@salesforce/label/c.BillingSetupSave';
import saved from '@salesforce/label/c.BillingSetupSaved';
import timeZone from '@salesforce/label/c.BillingSetupTimeZone';
import timeZoneHelp from '@salesforce/label/c.BillingSetupTimeZoneHelp';
import typed from '@salesforce/label/c.BillingSetupDefaultsTyped';

const TIME_ZONE = 'TimeZone__c';

/** Third step: values for new billing accounts, chosen from the tenant's own lists. Fires `changed`. */
export default class BillingSetupDefaults extends LightningElement {
  isBusy = false;
  error;
  done = '';
  lists;
  values = {};
  #connectionId;

  label = { cut, heading, help, save, timeZone, timeZoneHelp };

  @api
  get connectionId() {
    return this.#connectionId;
  }
  set connectionId(value) {
    this.#connectionId = value;
    this.lists = undefined;
    attempt(this, () => this.read());
  }

  get rows() {
    return (this.lists ?? []).map((list) => ({
      ...list,
      value: this.values[list.name] ?? '',
      options: [{ value: '', label: none }, ...this.optionsOf(list)],
    }));
  }

  /** Why lists could not be read: said once, for what hinders one mostly hinders all. */
  get problemText() {
    const problem = this.lists?.find((list) => list.problem)?.problem;
    return problem ? fill(typed, problem) : '';
  }

  get zone() {
    return this.values[TIME_ZONE];
  }

  handleChoice(event) {
    const { list: name } = event.target.dataset;
    const { value } = event.detail;
    const list = this.lists.find((one) => one.name === name);
    const also = list.options.find((option) => option.value === value)?.also ?? {};
    this.values = { ...this.values, [name]: value, ...also };
  }

  handleZone(event) {
    this.values = { ...this.values, [TIME_ZONE]: event.detail.value };
  }

  handleSave() {
    this.done = '';
    attempt(this, async () => {
      await saveDefaults({ connectionId: this.connectionId, values: this.values });
      this.done = saved;
      this.dispatchEvent(new CustomEvent('changed'));
    });
  }

  /** The value that is kept stays to be seen even where the tenant's list lacks it. */
  optionsOf({ name, options }) {
    const value = this.values[name];
    const isListed = !value || options.some((option) => option.value === value);
    return isListed ? options : [...options, { value, label: value }];
  }

  async read() {
    const { connectionId } = this;
    const [values, lists] = await Promise.all([defaults({ connectionId }), choices({ connectionId })]);
    this.values = values;
    this.lists = lists;
  }
}
