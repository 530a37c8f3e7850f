import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { ChildRelationship, ObjectModel, RecordTypeModel } from '../../schema/model.ts';
import { parseQuery } from '../../syntax/parse.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { listOf, mapOf, nameMapOf } from './collections.ts';
import { getterProperties } from './getter-properties.ts';
import {
  ChildRelationshipValue,
  fieldToken,
  FieldSetToken,
  fieldTokenOf,
  type ObjectDescribe,
  ObjectFields,
  ObjectFieldSets,
  objectToken,
  tokenOf,
} from './tokens.ts';

/** A record type as the describe shows it; the master one has no row of its own. */
class RecordTypeInfo extends PlatformObject {
  readonly id: string;
  readonly model: RecordTypeModel;
  readonly isMaster: boolean;

  constructor(id: string, model: RecordTypeModel, isMaster: boolean) {
    super();
    this.id = id;
    this.model = model;
    this.isMaster = isMaster;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Schema.RecordTypeInfo');
  }
}

const MASTER_ID = '012000000000000AAA';

function recordTypes(object: ObjectModel): RecordTypeInfo[] {
  const hasDefault = object.recordTypes.some((type) => type.isDefault);
  const master = { name: 'Master', label: 'Master', isActive: true, isDefault: !hasDefault };
  const ids = object.recordTypes.length ? recordTypeIds(object) : new Map<string, string>();
  const own = object.recordTypes.map(
    (type) => new RecordTypeInfo(ids.get(type.name) ?? MASTER_ID, type, false),
  );
  return [...own, new RecordTypeInfo(MASTER_ID, master, true)];
}

/** Describes are free of limits, so the rows are read past the governor. */
function recordTypeIds(object: ObjectModel): Map<string, string> {
  const { data } = currentTransaction();
  const query = parseQuery(`SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = '${object.name}'`);
  const { records } = data.query(query, [], { access: 'system', isFree: true });
  return new Map(records.map((record) => [record.get('developername'), record.get('id')]));
}

const byKey = (
  object: ObjectModel,
  key: (info: RecordTypeInfo) => string,
): Iterable<readonly [Value, Value]> => recordTypes(object).map((info) => [key(info), info]);

type Reader = (describe: ObjectDescribe) => Value;

/** Each is a method `getX()` or `isX()` and most are a property `X`, too. */
const TEXTS: Readonly<Record<string, Reader>> = {
  AssociateEntityType: ({ object }) => associateOf(object)?.type ?? null,
  AssociateParentEntity: ({ object }) => associateOf(object)?.parent ?? null,
  // Data translation and interfaces of objects are not there.
  DataTranslationEnabled: () => null,
  DefaultImplementation: () => null,
  HasSubtypes: () => false,
  ImplementedBy: () => null,
  ImplementsInterfaces: () => null,
  IsInterface: () => false,
  IsSubtype: () => false,
  Name: ({ object }) => object.name,
  LocalName: ({ object }) => object.name.replace(/^\w+?__(?=\w+__)/, ''),
  Label: ({ object }) => object.label,
  LabelPlural: ({ object }) => object.pluralLabel,
  KeyPrefix: ({ object }) => object.keyPrefix,
  SObjectType: ({ object }) => tokenOf(object),
  ChildRelationships: ({ object }) =>
    listOf(
      'Schema.ChildRelationship',
      [...object.childRelationships.values()].map((one) => new ChildRelationshipValue(one)),
    ),
  RecordTypeInfos: ({ object }) => listOf('Schema.RecordTypeInfo', recordTypes(object)),
  RecordTypeInfosByDeveloperName: ({ object }) =>
    mapOf(
      'String',
      'Schema.RecordTypeInfo',
      byKey(object, (info) => info.model.name),
    ),
  RecordTypeInfosByName: ({ object }) =>
    mapOf(
      'String',
      'Schema.RecordTypeInfo',
      byKey(object, (info) => info.model.label),
    ),
  RecordTypeInfosById: ({ object }) =>
    mapOf(
      'Id',
      'Schema.RecordTypeInfo',
      byKey(object, (info) => info.id),
    ),
  Fields: ({ object }) => new ObjectFields(object),
  FieldSets: ({ object }) => new ObjectFieldSets(object),
};

/** Of `Invoice__Share` and `AccountHistory`: what it is of which object. */
function associateOf(object: ObjectModel): { readonly type: string; readonly parent: string } | null {
  const [, start, type] = /^(.+?)(?:__)?(Share|History|Feed)$/.exec(object.name) ?? [];
  if (start === undefined || type === undefined) return null;
  const parent =
    currentTransaction().schema.object(start) ?? currentTransaction().schema.object(`${start}__c`);
  return parent && { type, parent: parent.name };
}

/** What the running user may do is asked anew each time: permissions change while a describe is kept. */
const mayWrite = (object: ObjectModel, operation: 'create' | 'edit' | 'delete'): boolean =>
  currentTransaction().rights.mayWriteObject(object, operation);

/** Events of the platform's own, e.g. AccountChangeEvent, are none of the project's. */
export function isCustom({ name }: ObjectModel): boolean {
  return /__[a-z]+$/i.test(name);
}

const FLAGS: Readonly<Record<string, (object: ObjectModel) => boolean>> = {
  Accessible: (object) => currentTransaction().rights.mayReadObject(object),
  Createable: (object) => object.isCreateable && mayWrite(object, 'create'),
  Updateable: (object) => object.isUpdateable && mayWrite(object, 'edit'),
  Deletable: (object) => object.isDeletable && mayWrite(object, 'delete'),
  Undeletable: (object) => object.isUndeletable && mayWrite(object, 'delete'),
  Queryable: (object) => object.isQueryable,
  Mergeable: (object) => object.isMergeable,
  Searchable: (object) => object.kind === 'standard' || object.kind === 'custom',
  Custom: (object) => isCustom(object),
  CustomSetting: (object) => object.kind === 'customSetting',
  DeprecatedAndHidden: () => false,
};

function methods(): Record<string, Reader> {
  const texts = Object.entries(TEXTS).map(([name, read]) => [`get${name}()`, read] as const);
  const flags = Object.entries(FLAGS).map(
    ([name, read]) => [`is${name}()`, (describe: ObjectDescribe) => read(describe.object)] as const,
  );
  return Object.fromEntries([...texts, ...flags]);
}

function properties(): Record<string, { get: Reader }> {
  const texts = Object.entries(TEXTS).map(([name, get]) => [name, { get }] as const);
  const flags = Object.entries(FLAGS).map(
    ([name, read]) => [name, { get: (describe: ObjectDescribe) => read(describe.object) }] as const,
  );
  return Object.fromEntries([...texts, ...flags]);
}

export const describeObjectClass = printedByGetters(
  libraryClass({ name: 'Schema.DescribeSObjectResult', methods: methods(), properties: properties() }),
  [
    'getChildRelationships',
    'getFieldSets',
    'getFields',
    'getLocalName',
    'getRecordTypeInfos',
    'getSObjectType',
  ],
);

const recordTypeGetters: Readonly<Record<string, (info: RecordTypeInfo) => Value>> = {
  'getDeveloperName()': (info) => info.model.name,
  'getName()': (info) => info.model.label,
  'getRecordTypeId()': (info) => info.id,
  'isActive()': (info) => info.model.isActive,
  'isAvailable()': (info) => info.model.isActive,
  'isDefaultRecordTypeMapping()': (info) => info.model.isDefault,
  'isMaster()': (info) => info.isMaster,
};

export const recordTypeInfoClass = printedByGetters(
  libraryClass({
    name: 'Schema.RecordTypeInfo',
    methods: recordTypeGetters,
    properties: getterProperties(recordTypeGetters),
  }),
);

/** Null where the catalogue of standard objects does not say which field a relationship comes from. */
function lookupOf({ object, field }: ChildRelationship): Value {
  const child = currentTransaction().schema.object(object);
  return child?.fields.has(field.toLowerCase()) ? fieldToken(object, field) : null;
}

const relationshipReaders: Record<string, (value: ChildRelationshipValue) => Value> = {
  'getChildSObject()': ({ relationship }) => objectToken(relationship.object),
  'getField()': ({ relationship }) => lookupOf(relationship),
  // Only relationships by a list of ids, as of activities to many contacts, have these.
  'getJunctionIdListNames()': () => listOf('String', []),
  'getJunctionReferenceTo()': () => listOf('Schema.SObjectType', []),
  'getRelationshipName()': ({ relationship }) => relationship.name,
  'isCascadeDelete()': ({ relationship }) => relationship.onDelete === 'cascade',
  'isRestrictedDelete()': ({ relationship }) => relationship.onDelete === 'restrict',
  'isDeprecatedAndHidden()': () => false,
};

export const childRelationshipClass = printedByGetters(
  libraryClass({
    name: 'Schema.ChildRelationship',
    methods: relationshipReaders,
    properties: getterProperties(relationshipReaders),
  }),
);

export const objectFieldsClass = libraryClass({
  name: 'Schema.SObjectTypeFields',
  methods: {
    'getMap()': ({ object }: ObjectFields) =>
      nameMapOf(
        'Schema.SObjectField',
        [...object.fields].map(([key, field]) => [key, fieldTokenOf(object, field)]),
      ),
  },
});

export const objectFieldSetsClass = libraryClass({
  name: 'Schema.SObjectTypeFieldSets',
  methods: {
    'getMap()': ({ object }: ObjectFieldSets) =>
      nameMapOf(
        'Schema.FieldSet',
        [...object.fieldSets].map(([key, set]) => [key, new FieldSetToken(object, set)]),
      ),
  },
});
