import { LightningElement, api } from 'lwc';
import { partsOf, shownField } from 'host/fields';
import { FormPartEvent } from 'host/recordForm';
import { fieldName } from 'host/uiApi';

/** A field of the record form around it. */
export default class InputField extends LightningElement {
  @api fieldName;
  @api required = false;
  @api disabled = false;
  @api readOnly = false;

  state;
  changes = {};
  #given;

  /** A value in place of the record's. */
  @api
  get value() {
    const [name] = this.names;
    return name in this.changes ? this.changes[name] : this.#given;
  }

  set value(value) {
    this.#given = value;
    this.changes = { ...this.changes, [this.name]: value };
  }

  get name() {
    const full = fieldName(this.fieldName);
    return typeof this.fieldName === 'string' ? full : full.slice(full.indexOf('.') + 1);
  }

  get names() {
    return partsOf(this.name, this.state?.info);
  }

  connectedCallback() {
    this.dispatchEvent(
      new FormPartEvent({
        name: this.name,
        show: (state) => {
          this.state = state;
        },
        values: () => this.values,
        reportValidity: () => this.reportValidity(),
      }),
    );
  }

  get inputs() {
    const { info, record, isNew } = this.state ?? {};
    if (!info || !(record || isNew)) return [];
    return this.names.filter((name) => info.fields[name]).map((name) => this.inputOf(name));
  }

  get values() {
    const writable = this.inputs.filter(({ isReadOnly }) => !isReadOnly);
    return Object.fromEntries(writable.map(({ name, value }) => [name, value]));
  }

  inputOf(name) {
    const { info, record, errors, object, isNew } = this.state;
    const field = info.fields[name];
    const shown = shownField(name, record, info);
    const mayWrite = (isNew ? field.createable : field.updateable) && !this.readOnly && !this.disabled;
    return {
      name,
      object,
      field,
      shown,
      isReadOnly: !mayWrite,
      isRequired: this.required || field.required,
      value: name in this.changes ? this.changes[name] : shown.value,
      text: name in this.changes ? '' : shown.text,
      message: errors[name],
    };
  }

  @api
  reportValidity() {
    return [...this.template.querySelectorAll('shell-input-field')]
      .map((input) => input.reportValidity())
      .every(Boolean);
  }

  /** Back to what the record has. */
  @api
  reset() {
    this.changes = {};
  }

  handleChange(event) {
    const { name, value } = event.detail;
    this.changes = { ...this.changes, [name]: value };
    this.dispatchEvent(new CustomEvent('change', { detail: { value }, bubbles: true }));
  }
}
