import { makeField, makeReference, systemFieldNamed } from '../field.ts';
import type { FieldModel, FieldType } from '../model.ts';
import type { JarField } from './jar.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  Id: 'REFERENCE',
  String: 'STRING',
  Boolean: 'BOOLEAN',
  Integer: 'INTEGER',
  Long: 'LONG',
  Double: 'DOUBLE',
  Decimal: 'DOUBLE',
  Date: 'DATE',
  Datetime: 'DATETIME',
  Time: 'TIME',
  Blob: 'BASE64',
  Address: 'ADDRESS',
  Location: 'LOCATION',
  SObject: 'REFERENCE',
};
const TEXT_TYPES: readonly (readonly [RegExp, FieldType, Partial<FieldModel>])[] = [
  [/Email$/, 'EMAIL', {}],
  [/(?:Phone|Fax)$/, 'PHONE', {}],
  [/(?:Website|Url)$/, 'URL', {}],
  [/Street$/, 'TEXTAREA', { length: 255 }],
  [/City$/, 'STRING', { length: 40 }],
  [/(?:State|Country)$/, 'STRING', { length: 80 }],
  [/(?:State|Country)Code$/, 'PICKLIST', { length: 10 }],
  [/PostalCode$/, 'STRING', { length: 20 }],
  [/GeocodeAccuracy$/, 'PICKLIST', { length: 40 }],
  [/CurrencyIsoCode$/, 'PICKLIST', { length: 3 }],
  [/Description$/, 'TEXTAREA', { length: 32_000 }],
  [/(?:Salutation|LeadSource|Industry|Rating|CleanStatus)$/, 'PICKLIST', { length: 40 }],
];
const NUMBER_TYPES: readonly (readonly [RegExp, FieldType, Partial<FieldModel>])[] = [
  [/(?:Latitude|Longitude)$/, 'DOUBLE', { scale: 15 }],
  [/(?:Amount|Price|Revenue|Cost|Subtotal|GrandTotal|Tax|ShippingHandling)$/, 'CURRENCY', {}],
  [/(?:Percent|Probability|^Discount)$/, 'PERCENT', { precision: 5 }],
];
/** What a parent of several types may be, as far as anybody asks for it. */
const POLYMORPHIC: Readonly<Record<string, readonly string[]>> = {
  OwnerId: ['Group', 'User'],
  WhoId: ['Contact', 'Lead'],
};

/** A field of a standard object as far as the jar and the field's name tell it. */
export function fieldOfJar(field: JarField): FieldModel {
  const system = systemFieldNamed(field.name);
  if (system) return system;
  if (field.parent) return reference(field, field.parent);
  const type = TYPES[field.type] ?? 'ANYTYPE';
  if (type === 'REFERENCE') return makeReference(field.name, []);
  const named = type === 'STRING' ? TEXT_TYPES : type === 'DOUBLE' ? NUMBER_TYPES : [];
  const [, better, given] = named.find(([pattern]) => pattern.test(field.name)) ?? [null, type, {}];
  return makeField(field.name, better, given);
}

function reference(field: JarField, parent: NonNullable<JarField['parent']>): FieldModel {
  const to = parent.object === 'Name' ? (POLYMORPHIC[field.name] ?? []) : [parent.object];
  return makeReference(field.name, to, {
    isNillable: field.name !== 'OwnerId',
    ...(field.type === 'String' ? { apexType: 'String' as const } : {}),
    reference: {
      to,
      relationshipName: parent.relationship,
      childRelationshipName: null,
      isMasterDetail: false,
      isReparentable: false,
      onDelete: 'setNull',
    },
  });
}
