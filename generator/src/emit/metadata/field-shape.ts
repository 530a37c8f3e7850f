/** The elements that a field's type asks for. */
import type { CustomField } from '@salesforce/types/metadata';
import type { FieldModel, FieldType } from '../../model/model.ts';
import { choice } from './choice.ts';
import type { Source } from './xml/source.ts';

type Shape = Source<CustomField>;
type Printer = (field: FieldModel) => Shape;

const required = ({ required: value }: FieldModel): Shape => ({ required: value });

const keys = ({ externalId = false, unique = false }: FieldModel): Shape => ({ externalId, unique });

function text(field: FieldModel): Shape {
  const caseSensitive = field.unique ? (field.caseSensitive ?? false) : undefined;
  return { type: 'Text', length: field.length, ...required(field), ...keys(field), caseSensitive };
}

function digits({ precision, scale, default: value }: FieldModel): Shape {
  return { precision, scale, defaultValue: value === undefined ? undefined : String(value) };
}

/** Lists that an org may not extend: a value that no mapping knows could not be sent. */
function picklist(field: FieldModel): Shape {
  const value = (field.values ?? []).map((name) => ({
    fullName: name,
    default: name === field.default,
    label: name,
  }));
  const valueSet = { restricted: true, valueSetDefinition: { sorted: false, value } };
  return { type: 'Picklist', ...required(field), valueSet };
}

/** A required lookup can't be emptied when its record goes. */
function lookup(field: FieldModel): Shape {
  return {
    type: 'Lookup',
    deleteConstraint: field.onDelete ?? (field.required ? 'Restrict' : 'SetNull'),
    ...required(field),
    ...relationship(field),
  };
}

const relationship = ({ target, relationship: name, relationshipLabel }: FieldModel): Shape => ({
  referenceTo: target,
  relationshipLabel,
  relationshipName: name,
});

function masterDetail(field: FieldModel): Shape {
  return {
    type: 'MasterDetail',
    ...relationship(field),
    reparentableMasterDetail: field.reparentable ?? false,
    writeRequiresMasterRead: false,
  };
}

/** Blank stays blank: a formula that means zero says so. */
function formula({ formula: value, precision, scale }: FieldModel): Shape {
  return {
    type: choice(
      value?.returns ?? '',
      'Text',
      'Number',
      'Currency',
      'Checkbox',
      'Date',
      'DateTime',
      'Percent',
    ),
    formula: value?.text,
    formulaTreatBlanksAs: 'BlankAsBlank',
    precision,
    scale,
  };
}

function summary({ summary: value }: FieldModel): Shape {
  if (!value) throw new Error('A roll-up summary says what it sums; the reader lets no other pass.');
  const { of, through, operation, field, where } = value;
  return {
    type: 'Summary',
    summarizedField: field && `${of}.${field}`,
    summaryFilterItems: where && [
      { field: `${of}.${where.field}`, operation: 'equals', value: where.equals },
    ],
    summaryForeignKey: `${of}.${through}`,
    summaryOperation: operation,
  };
}

const printers: Readonly<Record<FieldType, Printer>> = {
  Text: text,
  TextArea: (field) => ({ type: 'TextArea', ...required(field) }),
  LongTextArea: ({ length, visibleLines }) => ({ type: 'LongTextArea', length, visibleLines }),
  Email: (field) => ({ type: 'Email', ...required(field), ...keys(field) }),
  Phone: (field) => ({ type: 'Phone', ...required(field) }),
  Url: (field) => ({ type: 'Url', ...required(field) }),
  Number: (field) => ({ type: 'Number', ...digits(field), ...required(field), ...keys(field) }),
  Currency: (field) => ({ type: 'Currency', ...digits(field), ...required(field) }),
  Percent: (field) => ({ type: 'Percent', ...digits(field), ...required(field) }),
  Checkbox: (field) => ({ type: 'Checkbox', defaultValue: String(field.default ?? false) }),
  Date: (field) => ({ type: 'Date', ...required(field) }),
  DateTime: (field) => ({ type: 'DateTime', ...required(field) }),
  Picklist: picklist,
  Lookup: lookup,
  MasterDetail: masterDetail,
  Formula: formula,
  Summary: summary,
};

/** Everything of a field that follows from its type. */
export const fieldShape = (field: FieldModel): Shape => printers[field.type](field);
