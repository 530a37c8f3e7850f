import type { LibraryClass, Value } from '../../src/library/library.ts';
import { classes as collectionClasses } from '../../src/library/collections/index.ts';
import { inTransaction } from '../../src/runtime/context.ts';
import type { Program } from '../../src/runtime/program.ts';
import type { Transaction } from '../../src/runtime/transaction.ts';
import { TypeTable, type PlatformTypes } from '../../src/runtime/type-table.ts';
import type { ClassInfo, FieldInfo, RuntimeType } from '../../src/runtime/types.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../../src/schema/model.ts';
import { ApexException } from '../../src/values/exception.ts';
import { ApexList } from '../../src/values/list.ts';
import { ApexObject } from '../../src/values/value.ts';

/** A field of a fake object. */
export function field(name: string, more: Partial<FieldModel> = {}): FieldModel {
  const plain = { name, type: 'STRING', apexType: 'String', isCreateable: true, isUpdateable: true };
  const empty = { formula: null, autoNumber: null, summary: null, reference: null };
  return { ...plain, ...empty, ...more } as FieldModel;
}

export function object(
  name: string,
  fields: readonly FieldModel[],
  children: ObjectModel['childRelationships'] = new Map(),
): ObjectModel {
  const all = [field('Id', { type: 'ID', apexType: 'Id' }), ...fields];
  const parents = all.filter((each) => each.reference?.relationshipName);
  return {
    name,
    label: name,
    kind: 'standard',
    fields: new Map(all.map((each) => [each.name.toLowerCase(), each])),
    childRelationships: children,
    parentRelationships: new Map(
      parents.map((each) => [String(each.reference?.relationshipName).toLowerCase(), each]),
    ),
  } as unknown as ObjectModel;
}

const lookup = { to: ['Account'], relationshipName: 'Account' } as unknown as NonNullable<
  FieldModel['reference']
>;

export const account = object(
  'Account',
  [
    field('Name'),
    field('Industry'),
    field('Active__c', { type: 'BOOLEAN', apexType: 'Boolean' }),
    field('AnnualRevenue', { type: 'CURRENCY', apexType: 'Decimal' }),
    field('Employees', { type: 'INTEGER', apexType: 'Integer' }),
    field('CreatedDate', {
      type: 'DATETIME',
      apexType: 'Datetime',
      isCreateable: false,
      isUpdateable: false,
    }),
    field('Start__c', { type: 'DATE', apexType: 'Date' }),
  ],
  new Map([['contacts', { name: 'Contacts', object: 'Contact', field: 'AccountId', onDelete: 'setNull' }]]),
);

export const contact = object('Contact', [
  field('LastName'),
  field('AccountId', { type: 'REFERENCE', apexType: 'Id', reference: lookup }),
]);

const objects = new Map([account, contact].map((each) => [each.name.toLowerCase(), each]));
const schema = {
  namespace: null,
  objects,
  object: (name: string) => objects.get(name.toLowerCase()) ?? null,
} as unknown as OrgSchema;

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  'system.jsontoken': [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE',
  ],
};

const platform: PlatformTypes = {
  find(name) {
    if (!/^System\./i.test(name)) return null;
    const constants = ENUMS[name.toLowerCase()];
    const superType = name.endsWith('Exception') && name !== 'System.Exception' ? 'System.Exception' : null;
    return {
      fullName: name,
      kind: constants ? 'enum' : 'class',
      superType,
      interfaces: [],
      enumConstants: constants ?? [],
    };
  },
};

export const types = new TypeTable(schema, platform, null);

const program: Program = {
  namespace: null,
  classes: new Map(),
  type: (name) => types.get(name),
  recordType: (name) => types.record(name) ?? types.get(name),
  findType: (name) => types.find(name),
  listOf: (element) => types.collection('list', [element]),
  setOf: (element) => types.collection('set', [element]),
  mapOf: (key, value) => types.collection('map', [key, value]),
  construct: (type) => (type.kind === 'list' ? new ApexList(type) : null),
};

const transaction = { program, schema, user: { timeZone: 'GMT', locale: 'en_US' } } as unknown as Transaction;

/** Runs a test's body inside of a transaction over the fakes. */
export function inFake(body: () => void): () => void {
  return () => inTransaction(transaction, body);
}

/** The type and message of the Apex exception that a body throws. */
export function thrown(body: () => void): string {
  try {
    body();
  } catch (error) {
    if (error instanceof ApexException) return error['tostring/0']();
    throw error;
  }
  return 'nothing';
}

/** A class of the project with public fields, by name and type. */
export function sourceClass(
  name: string,
  fields: Readonly<Record<string, string>>,
  more: Partial<FieldInfo> = {},
) {
  const info = {
    name,
    fullName: name,
    kind: 'class',
    isAbstract: false,
    superType: null,
    interfaces: [],
    annotations: [],
    enumConstants: [],
    fields: Object.entries(fields).map(([own, type]) => fieldInfo(own, type, more)),
  } as unknown as ClassInfo;
  const type: RuntimeType = types.addClass(info);
  class Emitted extends ApexObject {
    constructor() {
      super();
      for (const each of info.fields) (this as Record<string, unknown>)[each.jsName] = null;
    }
    override apexType(): RuntimeType {
      return type;
    }
  }
  (info as { jsClass: unknown }).jsClass = Emitted;
  return { type, Emitted: Emitted as unknown as new () => Value };
}

function fieldInfo(name: string, type: string, more: Partial<FieldInfo>): FieldInfo {
  return {
    name,
    jsName: name.toLowerCase(),
    get type() {
      return types.get(type);
    },
    isStatic: false,
    isTransient: false,
    canRead: true,
    canWrite: true,
    ...more,
  } as FieldInfo;
}

/** A library function, e.g. `method('System.List', 'add(T)')`. */
export function method(
  className: string,
  key: string,
  classes: readonly LibraryClass[] = collectionClasses,
): (...args: Value[]) => Value {
  const found = classes.find((each) => each.name === className);
  const body = found?.methods?.[key] ?? found?.statics?.[key] ?? found?.constructors?.[key];
  if (!body) throw new Error(`${className}.${key} is missing.`);
  return body as (...args: Value[]) => Value;
}
