import type { LibraryClass, Value } from '../../src/library/library.ts';
import { classes as cryptoClasses } from '../../src/library/crypto/index.ts';
import { classes as dateClasses } from '../../src/library/dates/index.ts';
import { classes as numberClasses } from '../../src/library/numbers/index.ts';
import { classes as textClasses } from '../../src/library/text/index.ts';
import { inTransaction } from '../../src/runtime/context.ts';
import type { Transaction } from '../../src/runtime/transaction.ts';
import type { ClassInfo, FieldInfo, RuntimeType } from '../../src/runtime/types.ts';
import type { ObjectModel } from '../../src/schema/model.ts';
import { EnumValue } from '../../src/values/enum.ts';
import { ApexException } from '../../src/values/exception.ts';
import { ApexList } from '../../src/values/list.ts';

export const allClasses: readonly LibraryClass[] = [
  ...textClasses,
  ...numberClasses,
  ...dateClasses,
  ...cryptoClasses,
];

const types = new Map<string, RuntimeType>();

/** A type that has a name and nothing else to speak of. */
export function typeOf(name: string, more: Partial<RuntimeType> = {}): RuntimeType {
  let type = types.get(name);
  if (!type) {
    type = {
      name,
      kind: 'class',
      arguments: [],
      superType: null,
      classInfo: null,
      objectName: null,
      ...more,
    } as RuntimeType;
    types.set(name, type);
  }
  return type;
}

/** The type of a class of the project with such fields. */
export function sourceType(
  name: string,
  fields: readonly string[],
  superType: RuntimeType | null = null,
): RuntimeType {
  const infos = fields.map(
    (field) => ({ name: field, jsName: field.toLowerCase(), isStatic: false }) as FieldInfo,
  );
  return typeOf(name, { superType, classInfo: { fields: infos } as unknown as ClassInfo });
}

interface Place {
  readonly timeZone?: string;
  readonly locale?: string;
  /** In ISO. */
  readonly now?: string;
}

/** Runs a test's body inside of a transaction of a user in Los Angeles, or elsewhere. */
export function inApex(body: () => void, place: Place = {}): () => void {
  const transaction = {
    program: { type: (name: string) => typeOf(name) },
    schema: { namespace: null, objects: new Map() },
    user: { timeZone: place.timeZone ?? 'America/Los_Angeles', locale: place.locale ?? 'en_US' },
    now: () => Date.parse(place.now ?? '2024-02-29T18:20:30.400Z'),
  } as unknown as Transaction;
  return () => inTransaction(transaction, body);
}

/** Calls a library function: `call('System.String', 'left(Integer)', 'abc', 2)`. */
export function call(className: string, key: string, ...values: Value[]): Value {
  const found = allClasses.find((each) => each.name === className);
  const body = found?.methods?.[key] ?? found?.statics?.[key] ?? found?.constructors?.[key];
  if (!body) throw new Error(`${className}.${key} is missing.`);
  return (body as (...args: Value[]) => Value)(...values);
}

/** The elements of a list that a library function gives. */
export function items(list: Value): Value[] {
  if (!(list instanceof ApexList)) throw new Error('No list.');
  return list.items;
}

export function listOf(...values: Value[]): ApexList {
  return new ApexList(typeOf('List<Object>'), values);
}

export function roundingMode(name: string): EnumValue {
  return new EnumValue(typeOf('System.RoundingMode'), name, 0);
}

export function object(name: string, fields: readonly string[]): ObjectModel {
  return {
    name,
    fields: new Map(fields.map((field) => [field.toLowerCase(), { name: field }])),
    parentRelationships: new Map(),
    childRelationships: new Map(),
  } as unknown as ObjectModel;
}

/** Type and message of the Apex exception that a body throws. */
export function thrown(body: () => void): string {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return error['tostring/0']();
    throw error;
  }
  return 'nothing';
}
