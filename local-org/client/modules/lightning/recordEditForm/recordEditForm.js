import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { partsOf, queryFields } from 'host/fields';
import { fieldMessages, messageOf } from 'host/messages';
import { FORM_PART } from 'host/recordForm';
import { objectName } from 'host/uiApi';

/** A form for a record that is there, or with `objectApiName` alone for a new one. */
export default class RecordEditForm extends LightningElement {
  @api recordId;
  @api objectApiName;
  @api recordTypeId;
  @api density;

  parts = new Set();
  names = [];
  problem;
  errors = {};
  isLoaded = false;

  connectedCallback() {
    this.addEventListener(FORM_PART, (event) => {
      event.stopPropagation();
      this.add(event.detail);
    });
  }

  add(part) {
    this.parts.add(part);
    if (part.name) this.names = [...new Set([...this.names, part.name])];
    this.show();
  }

  get object() {
    return objectName(this.objectApiName);
  }

  @wire(getObjectInfo, { objectApiName: '$object' })
  receiveInfo({ data, error }) {
    this.info = data;
    this.receive(error);
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  receiveRecord({ data, error }) {
    this.record = data;
    this.receive(error);
  }

  info;
  record;

  receive(error) {
    if (error) this.fail(error);
    this.show();
    const isThere = this.info && (this.record || !this.recordId);
    if (!isThere || this.isLoaded) return;
    this.isLoaded = true;
    const detail = { objectInfos: { [this.object]: this.info }, records: {} };
    if (this.record) detail.records[this.recordId] = this.record;
    this.dispatchEvent(new CustomEvent('load', { detail }));
  }

  get fields() {
    if (!this.info || this.names.length === 0) return undefined;
    return queryFields(this.object, this.names, this.info);
  }

  show() {
    const { info, record, object, errors, problem } = this;
    const isNew = !this.recordId;
    for (const part of this.parts) part.show({ info, record, object, errors, problem, isNew });
  }

  handleSubmit(event) {
    event.preventDefault();
    event.stopPropagation();
    const fields = this.heldFields;
    const submit = new CustomEvent('submit', { detail: { fields }, cancelable: true });
    if (this.dispatchEvent(submit)) this.submit(fields);
  }

  /** What the fields of the form hold, for those that the user may write. */
  get heldFields() {
    return Object.assign({}, ...[...this.parts].map((part) => part.values?.() ?? {}));
  }

  /** Saves; without `fields` what the form holds. */
  @api
  async submit(fields = this.heldFields) {
    if (![...this.parts].map((part) => part.reportValidity?.() ?? true).every(Boolean)) return;
    this.problem = undefined;
    this.errors = {};
    this.show();
    try {
      const record = await this.save(fields);
      this.dispatchEvent(new CustomEvent('success', { detail: record }));
    } catch (error) {
      this.fail(error);
      this.show();
      this.dispatchEvent(new CustomEvent('error', { detail: { ...error.body, detail: messageOf(error) } }));
    }
  }

  save(fields) {
    if (!this.recordId) return createRecord({ apiName: this.object, fields });
    return updateRecord({ fields: { ...fields, Id: this.recordId } });
  }

  fail(error) {
    this.problem = messageOf(error);
    const errors = fieldMessages(error);
    this.errors = this.info
      ? Object.fromEntries(
          Object.entries(errors).flatMap(([name, text]) =>
            partsOf(name, this.info).map((part) => [part, text]),
          ),
        )
      : errors;
  }
}
