/** Whether the value of a billing property and of a Salesforce field are of the same kind. */
import type { ConversionModel } from './conversions.ts';
import type { Scalar, TypeRef } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import type { MappableField } from './objects.ts';

/** What a value is, whichever side holds it. */
export type Kind =
  | { readonly kind: 'text'; readonly values?: readonly string[] }
  | { readonly kind: 'number' | 'boolean' | 'day' | 'instant' | 'link' | 'anything' | 'nothing' };

/** The kind of a billing value that nothing converts. */
export function billingKind(types: ApiTypes, type: TypeRef): Kind {
  if (type.kind === 'literals') return { kind: 'text', values: type.values };
  if (type.kind === 'array') return { kind: 'nothing' };
  if (type.kind === 'type') {
    const named = types.get(type.name);
    return named?.kind === 'enum' ? { kind: 'text', values: named.values } : { kind: 'nothing' };
  }
  switch (type.scalar) {
    case 'string':
    case 'text':
    case 'id':
    case 'numeric-id':
      return { kind: 'text' };
    case 'decimal':
    case 'integer':
    case 'number':
      return { kind: 'number' };
    case 'date':
      return { kind: 'day' };
    case 'date-time':
      return { kind: 'instant' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'unknown':
      return { kind: 'nothing' };
  }
}

/** The kind of value that a field holds. */
export function fieldKind(field: MappableField): Kind {
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Percent':
    case 'Summary':
      return { kind: 'number' };
    case 'Checkbox':
      return { kind: 'boolean' };
    case 'Date':
      return { kind: 'day' };
    case 'DateTime':
      return { kind: 'instant' };
    case 'Lookup':
    case 'MasterDetail':
      return { kind: 'link' };
    case 'Formula':
      return { kind: 'anything' };
    case 'Picklist':
      return { kind: 'text', values: field.values ?? [] };
    default:
      return { kind: 'text' };
  }
}

/** True when a field of the one kind can hold values of the other. */
export function holds(field: Kind, value: Kind): boolean {
  if (field.kind === 'anything') return value.kind !== 'nothing';
  if (field.kind !== value.kind) return false;
  if (field.kind !== 'text' || value.kind !== 'text' || field.values === undefined) return true;
  return value.values?.every((one) => field.values?.includes(one)) ?? false;
}

/** Scalars that count as a more general one. */
const special: Partial<Record<Scalar, Scalar>> = {
  text: 'string',
  id: 'string',
  decimal: 'number',
  integer: 'number',
};

/** True when a conversion takes a billing type. */
export function converts(types: ApiTypes, { billing }: ConversionModel, type: TypeRef): boolean {
  if (type.kind !== 'scalar') return billing.includes('string') && billingKind(types, type).kind === 'text';
  const general = special[type.scalar];
  return billing.includes(type.scalar) || (general !== undefined && billing.includes(general));
}
