import { LightningElement, api, wire } from 'lwc';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';

const MASTER = '012000000000000AAA';
const TYPES = {
  Boolean: { type: 'checkbox' },
  Currency: { type: 'number', step: '0.01' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Double: { type: 'number' },
  Email: { type: 'email' },
  Int: { type: 'number', step: '1' },
  Percent: { type: 'number' },
  Phone: { type: 'tel' },
  Time: { type: 'time' },
  Url: { type: 'url' },
};
const NUMBERS = new Set(['Currency', 'Double', 'Int', 'Percent']);

/** The input for one field of an object; tells `fieldchange` with `{ name, value }`. */
export default class InputField extends LightningElement {
  /** Of the object's info. */
  @api field;
  /** The object of the field, which the field's info does not name. */
  @api objectApiName;
  @api isRequired = false;
  @api value;
  /** The name behind a lookup. */
  @api text;

  #message = '';

  /** What the server says against the value. */
  @api
  get message() {
    return this.#message;
  }

  set message(text) {
    this.#message = text ?? '';
    this.report();
  }

  /** Lookups show the message themselves. */
  report() {
    const { control } = this;
    if (typeof control?.setCustomValidity !== 'function') return;
    control.setCustomValidity(this.#message);
    control.reportValidity();
  }

  @api
  reportValidity() {
    const { control } = this;
    if (typeof control?.setCustomValidity === 'function') control.setCustomValidity('');
    return control?.reportValidity ? control.reportValidity() : true;
  }

  @wire(getPicklistValues, { recordTypeId: '$recordTypeId', fieldApiName: '$picklistName' })
  picklist;

  get recordTypeId() {
    return ['Picklist', 'MultiPicklist'].includes(this.field.dataType) ? MASTER : undefined;
  }

  get picklistName() {
    return this.recordTypeId && `${this.objectApiName}.${this.field.apiName}`;
  }

  get control() {
    return this.template.querySelector('[data-control]');
  }

  get isPicklist() {
    return this.field.dataType === 'Picklist' && !this.hasNoValues;
  }

  /** Values of a standard picklist are the org's; where the local org does not know them, any text will do. */
  get hasNoValues() {
    return this.picklist?.data?.values.length === 0;
  }

  get isMultiPicklist() {
    return this.field.dataType === 'MultiPicklist';
  }

  get isLookup() {
    return this.field.dataType === 'Reference';
  }

  get isTextArea() {
    return this.field.dataType === 'TextArea';
  }

  get isInput() {
    return !this.isPicklist && !this.isMultiPicklist && !this.isLookup && !this.isTextArea;
  }

  get input() {
    const { type = 'text', step } = TYPES[this.field.dataType] ?? {};
    return {
      type,
      step:
        step ??
        (NUMBERS.has(this.field.dataType)
          ? (10 ** -(this.field.scale ?? 1)).toFixed(this.field.scale ?? 1)
          : undefined),
    };
  }

  get isChecked() {
    return this.value === true;
  }

  get maxLength() {
    return this.field.length > 0 ? this.field.length : undefined;
  }

  get helpText() {
    return this.field.inlineHelpText ?? undefined;
  }

  get lookupTarget() {
    return this.field.referenceToInfos?.[0]?.apiName;
  }

  get options() {
    const none = this.isRequired || this.isMultiPicklist ? [] : [{ label: '--None--', value: '' }];
    const values = (this.picklist.data?.values ?? []).map(({ label, value }) => ({ label, value }));
    return [...none, ...values, ...this.heldOptions(values)];
  }

  /** What the record has, though it is no longer a value of the list. */
  heldOptions(values) {
    const held = this.isMultiPicklist ? this.selected : [this.value ?? ''];
    const known = new Set(values.map(({ value }) => value));
    return held
      .filter((value) => value !== '' && !known.has(value))
      .map((value) => ({ label: value, value }));
  }

  get selected() {
    return this.isMultiPicklist ? (this.value ?? '').split(';').filter(Boolean) : (this.value ?? '');
  }

  handleInput(event) {
    const { type, checked, value } = event.target;
    if (type === 'checkbox') this.tell(checked);
    else if (NUMBERS.has(this.field.dataType)) this.tell(value === '' ? null : Number(value));
    else this.tell(value === '' ? null : value);
  }

  handlePick(event) {
    const { value } = event.detail;
    if (Array.isArray(value)) this.tell(value.length > 0 ? value.join(';') : null);
    else this.tell(value === '' ? null : value);
  }

  handleLookup(event) {
    this.tell(event.detail.recordId);
  }

  tell(value) {
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { name: this.field.apiName, value } }));
  }
}
