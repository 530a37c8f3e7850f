import { makeField } from './field.ts';
import type { FieldModel, FieldType, ObjectModel } from './model.ts';

/** The parts of an address, as their fields' names end. */
const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
];
const LOCATION_PARTS = ['Latitude', 'Longitude'];
const PARTS: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  ADDRESS: ADDRESS_PARTS,
  LOCATION: LOCATION_PARTS,
};
/** The parts of a person's name. */
const NAME_PARTS = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);
const COMPOUND_PART = /^(?<start>.+)__(?<part>[A-Za-z]+)__s$/;

/** The fields that an Address or a Location is made of, by the part's name in small first letter: `postalCode`. */
export function partsOf(object: ObjectModel, compound: FieldModel): ReadonlyMap<string, FieldModel> {
  const names = PARTS[compound.type] ?? [];
  const parts = new Map<string, FieldModel>();
  for (const name of names) {
    const field = object.fields.get(partName(compound.name, name).toLowerCase());
    if (field) parts.set(name.charAt(0).toLowerCase() + name.slice(1), field);
  }
  return parts;
}

/** `BillingAddress` to `BillingCity`, `Spot__c` to `Spot__Latitude__s`. */
function partName(compound: string, part: string): string {
  const start = compound.replace(/__c$/i, '');
  return start === compound ? compound.replace(/Address$/, '') + part : `${start}__${part}__s`;
}

/** `Spot__Latitude__s` to `Spot__c`; null for what is no part of a custom field. */
export function compoundOfPart(name: string): string | null {
  const start = COMPOUND_PART.exec(name)?.groups?.['start'];
  return start === undefined ? null : `${start}__c`;
}

/** The address, geolocation or name that a field is a part of; null for a field of its own. */
export function compoundOf(object: ObjectModel, field: FieldModel): FieldModel | null {
  if (NAME_PARTS.has(field.name)) return object.fields.get('name') ?? null;
  for (const compound of object.fields.values()) {
    if (!(compound.type in PARTS)) continue;
    for (const part of partsOf(object, compound).values()) if (part.name === field.name) return compound;
  }
  return null;
}

/** The two fields that a geolocation is stored in. */
export function coordinatesOf(location: FieldModel): FieldModel[] {
  const { name, label, scale, isNillable } = location;
  return LOCATION_PARTS.map((part) =>
    makeField(partName(name, part), 'DOUBLE', {
      label: `${label} (${part})`,
      isCustom: true,
      isNillable,
      precision: scale + 3,
      scale,
    }),
  );
}
