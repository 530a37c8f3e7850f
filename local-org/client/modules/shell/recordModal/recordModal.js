import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { nameFields, partsOf, queryFields, shownField } from 'host/fields';
import { fieldMessages, messageOf } from 'host/messages';

/** The form to change a record or to make a new one; closes with the record when it was saved. */
export default class RecordModal extends LightningModal {
  @api objectApiName;
  /** None for a new record. */
  @api recordId;
  /** The field sections of the page: `{ label, columns }`; without them all fields that may be written. */
  @api sections;
  /** Values that a new record begins with. */
  @api defaults = {};

  changes = {};
  errors = {};
  problem;
  isSaving = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  info;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record;

  get isNew() {
    return !this.recordId;
  }

  get fields() {
    if (!this.info.data) return undefined;
    const names = this.plan.flatMap(({ columns }) => columns.flat().map(({ field }) => field));
    return queryFields(this.objectApiName, names, this.info.data);
  }

  get isLoading() {
    return !this.loadProblem && !(this.info.data && (this.isNew || this.record.data));
  }

  get isReady() {
    return !this.isLoading && !this.loadProblem;
  }

  get loadProblem() {
    const error = this.info?.error ?? this.record?.error;
    return error && messageOf(error);
  }

  get plan() {
    return this.sections?.length > 0 ? this.sections : [planOf(this.info.data)];
  }

  get form() {
    return this.plan
      .map((section, index) => ({ key: index, label: section.label, columns: this.columnsOf(section) }))
      .filter(({ columns }) => columns.some(({ inputs }) => inputs.length > 0));
  }

  columnsOf({ columns }) {
    return columns.map((column, index) => ({
      key: index,
      className: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length}`,
      inputs: column
        .flatMap((item) => partsOf(item.field, this.info.data).map((field) => ({ ...item, field })))
        .map((item) => this.inputOf(item))
        .filter((input) => input !== undefined),
    }));
  }

  inputOf({ field: name, behaviour }) {
    const field = this.info.data.fields[name];
    const mayWrite = this.isNew ? field?.createable : field?.updateable;
    if (!mayWrite || behaviour === 'readonly') return undefined;
    const shown = shownField(name, this.record?.data, this.info.data);
    return {
      name,
      field,
      isRequired: field.required || behaviour === 'required',
      value: this.valueOf(name, shown),
      text: name in this.changes ? '' : shown.text,
      message: this.errors[name],
    };
  }

  valueOf(name, shown) {
    if (name in this.changes) return this.changes[name];
    return this.isNew ? (this.defaults[name] ?? null) : shown.value;
  }

  handleChange(event) {
    const { name, value } = event.detail;
    this.changes = { ...this.changes, [name]: value };
  }

  handleCancel() {
    this.close();
  }

  async handleSave() {
    const inputs = [...this.template.querySelectorAll('shell-input-field')];
    if (!inputs.map((input) => input.reportValidity()).every(Boolean)) return;
    this.isSaving = true;
    this.problem = undefined;
    this.errors = {};
    try {
      const saved = await this.save();
      this.isSaving = false;
      this.close(saved);
    } catch (error) {
      this.isSaving = false;
      this.problem = messageOf(error);
      this.errors = fieldMessages(error);
    }
  }

  save() {
    if (this.isNew)
      return createRecord({ apiName: this.objectApiName, fields: { ...this.defaults, ...this.changes } });
    return updateRecord({ fields: { ...this.changes, Id: this.recordId } });
  }
}

/** Without a page: the name, what is required, and the project's own fields, in two columns. */
function planOf(info) {
  const names = nameFields(info);
  const isWanted = ({ apiName, createable, required, custom }) =>
    createable && apiName !== 'OwnerId' && (names.includes(apiName) || required || custom);
  const items = Object.values(info.fields)
    .filter((field) => isWanted(field) && field.dataType !== 'Address')
    .sort((one, other) => names.includes(other.apiName) - names.includes(one.apiName))
    .map(({ apiName }) => ({ field: apiName, behaviour: 'none' }));
  const half = Math.ceil(items.length / 2);
  return { label: '', columns: [items.slice(0, half), items.slice(half)] };
}
