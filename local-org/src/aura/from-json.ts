import { SCALAR_READERS } from '../library/json/scalars.ts';
import type { Value } from '../library/library.ts';
import { recordFromJson } from './record-from-json.ts';
import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { findEnumValue } from '../values/enum.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { Decimal } from '../values/decimal.ts';
import { isJsonObject, type Json } from './json.ts';
import { auraEnabled, visibleFields } from './members.ts';

/** A value does not fit the type that the method declares. */
export class Misfit extends Error {}

/**
 * An Apex value of a type from what a component sent. Objects of classes are made by their constructor without
 * parameters; only properties with `@AuraEnabled` and a setter are filled, as on the platform.
 * Throws `Misfit` for a value of another type.
 */
export function fromJson(value: Json | undefined, type: RuntimeType): Value {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'primitive':
      return scalar(value, type);
    case 'list':
      return new ApexList(type, elements(value, type));
    case 'set':
      return new ApexSet(type, elements(value, type));
    case 'map':
      return mapOf(value, type);
    case 'sobject':
      return recordFromJson(value, type);
    case 'enum':
      return (typeof value === 'string' ? findEnumValue(type, value) : null) ?? misfit(value, type);
    case 'class':
      return objectOf(value, type);
    case 'object':
      return untyped(value);
    default:
      return misfit(value, type);
  }
}

export function misfit(value: Json, type: RuntimeType): never {
  throw new Misfit(`${JSON.stringify(value)} is no ${type.name}`);
}

function scalar(value: Json, type: RuntimeType): Value {
  if (typeof value === 'object') return misfit(value, type);
  // An empty text stands for no value, except where a text is wanted.
  if (value === '' && type.name !== 'String') return null;
  if (typeof value === 'boolean' && type.name !== 'Boolean' && type.name !== 'String')
    return misfit(value, type);
  return SCALAR_READERS[type.name]?.(String(value)) ?? misfit(value, type);
}

function elements(value: Json, type: RuntimeType): Value[] {
  if (!Array.isArray(value)) return misfit(value, type);
  return value.map((item) => fromJson(item, parameter(type, 0)));
}

function mapOf(value: Json, type: RuntimeType): ApexMap {
  if (!isJsonObject(value)) return misfit(value, type);
  const entries = Object.entries(value).map(
    ([key, item]) => [fromJson(key, parameter(type, 0)), fromJson(item, parameter(type, 1))] as const,
  );
  return new ApexMap(type, entries);
}

function parameter(type: RuntimeType, at: number): RuntimeType {
  return type.arguments[at] ?? currentTransaction().program.type('Object');
}

function objectOf(value: Json, type: RuntimeType): Value {
  if (!isJsonObject(value) || !type.classInfo || type.classInfo.isAbstract) return misfit(value, type);
  const object = currentTransaction().program.construct(type);
  for (const field of visibleFields(type)) {
    const given = value[field.name];
    if (given === undefined || !field.isProperty || !field.canWrite || !auraEnabled(field)) continue;
    object[field.jsName] = fromJson(given, field.type);
  }
  return object;
}

/** As `JSON.deserializeUntyped` would read it. */
function untyped(value: Json): Value {
  const { program } = currentTransaction();
  const object = program.type('Object');
  if (Array.isArray(value)) return new ApexList(program.listOf(object), value.map(untypedOrNull));
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => [key, untypedOrNull(item)] as const);
    return new ApexMap(program.mapOf(program.type('String'), object), entries);
  }
  if (typeof value === 'number')
    return Number.isInteger(value) && value === (value | 0) ? value : Decimal.of(String(value));
  return value;
}

function untypedOrNull(value: Json): Value {
  return value === null ? null : untyped(value);
}
