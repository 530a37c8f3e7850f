import { compoundOfPart } from '../schema/compound.ts';
import type { FieldModel, ObjectModel } from '../schema/model.ts';

/** Fields that no permission names although the user fills them. */
const ALWAYS_OPEN = new Set(['ownerid', 'recordtypeid', 'currencyisocode']);
const COMPONENT =
  /^(?<address>.*?)(?:Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;
const PERSON_NAME = new Set(['firstname', 'lastname', 'middlename', 'salutation', 'suffix']);

/**
 * Has the field permissions of its own? Ids, names, required fields, master-detail references and what the platform
 * itself fills have none: whoever may see the object sees them.
 */
export function isPermissionable(object: ObjectModel, field: FieldModel): boolean {
  const name = field.name.toLowerCase();
  if (field.isSystem || field.type === 'ID' || field.isNameField || ALWAYS_OPEN.has(name)) return false;
  if (field.reference?.isMasterDetail || isPartOfName(object, name)) return false;
  return field.isNillable || field.type === 'BOOLEAN' || isComputed(field);
}

/**
 * The names under which permissions speak of a field: its own and, for a part of an address, the address:
 * `BillingCity` is opened with `BillingAddress`, `Spot__Latitude__s` with `Spot__c`.
 */
export function permissionNames(object: ObjectModel, field: FieldModel): string[] {
  const location = compoundOfPart(field.name);
  if (location) return [field.name, location];
  const address = COMPONENT.exec(field.name)?.groups?.address;
  const compound = address === undefined ? undefined : object.fields.get(`${address}address`.toLowerCase());
  return compound?.type === 'ADDRESS' ? [field.name, compound.name] : [field.name];
}

/** The parts of a person's name go with the name. */
function isPartOfName(object: ObjectModel, name: string): boolean {
  return PERSON_NAME.has(name) && object.fields.has('lastname') && object.fields.has('name');
}

/** Formulas, roll-ups and auto numbers say that they are never empty, and yet can be hidden. */
function isComputed(field: FieldModel): boolean {
  return field.isCustom && (field.formula ?? field.summary ?? field.autoNumber) !== null;
}
