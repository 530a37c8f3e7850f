import type { FieldModel, FieldType, OrgSchema } from '../../schema/model.ts';

const NAMES: Readonly<Record<FieldType, string>> = {
  ID: 'Lookup()',
  REFERENCE: 'Lookup',
  STRING: 'Text',
  TEXTAREA: 'Text Area',
  EMAIL: 'Email',
  PHONE: 'Phone',
  URL: 'URL',
  PICKLIST: 'Picklist',
  MULTIPICKLIST: 'Picklist (Multi-Select)',
  COMBOBOX: 'Picklist',
  BOOLEAN: 'Checkbox',
  INTEGER: 'Number',
  LONG: 'Number',
  DOUBLE: 'Number',
  CURRENCY: 'Currency',
  PERCENT: 'Percent',
  DATE: 'Date',
  DATETIME: 'Date/Time',
  TIME: 'Time',
  BASE64: 'Base64',
  ENCRYPTEDSTRING: 'Text (Encrypted)',
  ADDRESS: 'Address',
  LOCATION: 'Geolocation',
  ANYTYPE: 'Any Type',
  COMPLEXVALUE: 'Complex Value',
  JUNCTIONIDLIST: 'Junction Id List',
};

/** A field's type in the words of the set-up pages: `Text(80)`, `Lookup(Account)`, `Formula (Number)`. */
export function dataTypeOf(field: FieldModel, schema: OrgSchema): string {
  if (field.formula) return `Formula (${NAMES[field.type]})`;
  if (field.autoNumber) return 'Auto Number';
  if (field.summary) return summaryType(field.summary, schema);
  if (field.reference) return referenceType(field.reference, schema);
  return NAMES[field.type] + sizeOf(field);
}

function summaryType(
  { operation, childObject }: NonNullable<FieldModel['summary']>,
  schema: OrgSchema,
): string {
  return `Roll-Up Summary (${operation.toUpperCase()} ${schema.object(childObject)?.label ?? childObject})`;
}

function referenceType(
  { to, isMasterDetail }: NonNullable<FieldModel['reference']>,
  schema: OrgSchema,
): string {
  const labels = to.map((name) => schema.object(name)?.label ?? name).join(',');
  return `${isMasterDetail ? 'Master-Detail' : 'Lookup'}(${labels})`;
}

function sizeOf({ type, length, precision, scale, isHtml }: FieldModel): string {
  switch (type) {
    case 'STRING':
    case 'URL':
      return `(${length})`;
    case 'TEXTAREA':
      return length > 255 ? `${isHtml ? ' (Rich)' : ' (Long)'}(${length})` : `(${length})`;
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return `(${precision - scale}, ${scale})`;
    default:
      return '';
  }
}
