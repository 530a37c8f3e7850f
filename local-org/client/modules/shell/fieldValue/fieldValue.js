import { LightningElement, api } from 'lwc';
import { goTo } from 'host/router';

/** A field of a record as people read it. */
export default class FieldValue extends LightningElement {
  /** Of `shownField`. */
  @api field;

  get isEmpty() {
    return this.field.isEmpty && !this.isBoolean;
  }

  get isBoolean() {
    return this.field.type === 'Boolean';
  }

  get isLookup() {
    return this.is('Reference') && this.field.recordId !== undefined;
  }

  get isUrl() {
    return this.is('Url');
  }

  get isEmail() {
    return this.is('Email');
  }

  get isPhone() {
    return this.is('Phone');
  }

  get isDate() {
    return this.is('Date');
  }

  get isDateTime() {
    return this.is('DateTime');
  }

  get isText() {
    const special = [
      this.isBoolean,
      this.isLookup,
      this.isUrl,
      this.isEmail,
      this.isPhone,
      this.isDate,
      this.isDateTime,
    ];
    return !this.isEmpty && !special.includes(true);
  }

  get text() {
    const { type, value, text, scale } = this.field;
    if (typeof value !== 'number' || text !== String(value)) return text;
    const number = new Intl.NumberFormat(undefined, {
      minimumFractionDigits: scale,
      maximumFractionDigits: Math.max(scale, 0),
    }).format(value);
    return type === 'Percent' ? `${number}%` : number;
  }

  get address() {
    return `/lightning/r/${this.field.recordId}/view`;
  }

  handleGo(event) {
    event.preventDefault();
    goTo(this.address);
  }

  is(type) {
    return !this.field.isEmpty && this.field.type === type;
  }
}
