/** Salesforce fields as emitted Apex names and knows them. */
import type { CoreModel, FieldModel, MappingModel, StandardFieldModel } from '../../model/model.ts';
import type { Expression } from './print/expression.ts';
import { call } from './print/expression.ts';
import { apexString } from './print/text.ts';

export type KnownField = FieldModel | StandardFieldModel;

/** The field's facts; undefined for a record's own name where the model does not list it. */
export function fieldOf(core: CoreModel, object: string, name: string): KnownField | undefined {
  const own = core.objects.find((one) => one.name === object);
  const standard = core.standardObjects.find((one) => one.name === object);
  const all: readonly KnownField[] = [
    ...(own?.fields ?? []),
    ...(standard?.added ?? []),
    ...(standard?.standardFields ?? []),
  ];
  return all.find((one) => one.name === name);
}

/** Longest text that the field takes; undefined where that does not matter. */
export function lengthOf(field: KnownField | undefined): number | undefined {
  if (field === undefined) return 80;
  if (field.length !== undefined) return field.length;
  return { TextArea: 255, Email: 80, Phone: 40, Url: 255, Picklist: 255 }[field.type as string];
}

/** Holds text that may be too long. A record's own name that the model does not list is text. */
export const isText = (field: KnownField | undefined): boolean =>
  field === undefined || ['Text', 'TextArea', 'LongTextArea', 'Email', 'Phone', 'Url'].includes(field.type);

/** Holds a number with so many digits after the point. */
export const isNumber = (field: KnownField | undefined): boolean =>
  field !== undefined && ['Number', 'Currency', 'Percent'].includes(field.type);

export const sObjectType = (object: string): string => `Schema.${object}.SObjectType`;

/** The field as a token: named, or read through describe where it exists only with a feature. */
export function fieldToken(object: string, field: string, feature: string | undefined): Expression {
  return feature === undefined
    ? `Schema.${object}.${field}`
    : call('BillingMapper.optionalField', sObjectType(object), apexString(field));
}

/** The object that a mapping of the system is about. */
export function objectOfType(mappings: readonly MappingModel[], type: string): string | undefined {
  return mappings.find((mapping) => mapping.type === type)?.object;
}
