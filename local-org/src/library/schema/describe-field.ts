import { isPermissionable } from '../../access/field-rules.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { isGroupable } from '../../schema/field.ts';
import type { FieldModel, FieldType, ObjectModel } from '../../schema/model.ts';
import { enumValue } from '../../values/enum.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { listOf } from './collections.ts';
import { defaultOf } from './defaults.ts';
import { type FieldDescribe, fieldTokenOf, objectToken, tokenOf } from './tokens.ts';

type PicklistValue = NonNullable<FieldModel['picklist']>['values'][number];

class PicklistEntry extends PlatformObject {
  readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Schema.PicklistEntry');
  }
}

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  ID: 'ID',
  REFERENCE: 'ID',
  BOOLEAN: 'BOOLEAN',
  INTEGER: 'INTEGER',
  DOUBLE: 'DOUBLE',
  CURRENCY: 'DOUBLE',
  PERCENT: 'DOUBLE',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  TIME: 'TIME',
  BASE64: 'BASE64BINARY',
  ANYTYPE: 'ANYTYPE',
};

/** A field of an object that the user may not see is hidden, too. */
function mayReadField(object: ObjectModel, field: FieldModel): boolean {
  const { rights } = currentTransaction();
  return rights.mayReadObject(object) && rights.mayReadField(object, field);
}

function mayWriteField(object: ObjectModel, field: FieldModel, operation: 'create' | 'edit'): boolean {
  const { rights } = currentTransaction();
  return rights.mayWriteObject(object, operation) && rights.mayWriteField(object, field);
}

/** The token of the field that a dependent picklist depends on; null for other fields. */
function controllerOf(object: ObjectModel, { picklist }: FieldModel): Value {
  const controller = object.fields.get(picklist?.controllingField?.toLowerCase() ?? '');
  return controller ? fieldTokenOf(object, controller) : null;
}

export function displayType(type: FieldType): Value {
  return enumValue(currentTransaction().program.type('Schema.DisplayType'), type);
}

type Reader = (describe: Pick<FieldDescribe, 'object' | 'field'>) => Value;

const VALUES: Readonly<Record<string, Reader>> = {
  Name: ({ field }) => field.name,
  LocalName: ({ field }) => field.name.replace(/^\w+?__(?=\w+__)/, ''),
  Label: ({ field }) => field.label,
  Length: ({ field }) => field.length,
  ByteLength: ({ field }) => field.length * 3,
  Digits: ({ field }) => (field.type === 'INTEGER' ? field.precision : 0),
  Precision: ({ field }) => field.precision,
  Scale: ({ field }) => field.scale,
  InlineHelpText: ({ field }) => field.helpText,
  CalculatedFormula: ({ field }) => field.formula?.text ?? null,
  DefaultValue: ({ field }) => defaultOf(field),
  DefaultValueFormula: ({ field }) => field.defaultValue,
  RelationshipName: ({ field }) => field.reference?.relationshipName ?? null,
  ReferenceTo: ({ field }) => listOf('Schema.SObjectType', (field.reference?.to ?? []).map(objectToken)),
  PicklistValues: ({ field }) =>
    listOf(
      'Schema.PicklistEntry',
      (field.picklist?.values ?? []).map((entry) => new PicklistEntry(entry)),
    ),
  Type: ({ field }) => displayType(field.type),
  SoapType: ({ field }) =>
    enumValue(currentTransaction().program.type('Schema.SoapType'), SOAP_TYPES[field.type] ?? 'STRING'),
  SobjectField: ({ object, field }) => fieldTokenOf(object, field),
};

const RIGHTS: Readonly<Record<string, Reader>> = {
  Accessible: ({ object, field }) => mayReadField(object, field),
  Createable: ({ object, field }) => field.isCreateable && mayWriteField(object, field, 'create'),
  Updateable: ({ object, field }) => field.isUpdateable && mayWriteField(object, field, 'edit'),
  Permissionable: ({ object, field }) => isPermissionable(object, field),
};

const FLAGS: Readonly<Record<string, (field: FieldModel) => boolean>> = {
  Nillable: (field) => field.isNillable,
  Unique: (field) => field.isUnique,
  ExternalId: (field) => field.isExternalId,
  IdLookup: (field) => field.type === 'ID' || field.isExternalId || field.isNameField,
  CaseSensitive: (field) => field.isCaseSensitive,
  Custom: (field) => field.isCustom,
  NameField: (field) => field.isNameField,
  NamePointing: (field) => (field.reference?.to.length ?? 0) > 1,
  HtmlFormatted: (field) => field.isHtml,
  Filterable: (field) => field.isFilterable,
  Sortable: (field) => field.isFilterable && field.type !== 'MULTIPICKLIST',
  Groupable: isGroupable,
  Aggregatable: (field) => field.isFilterable,
  AutoNumber: (field) => field.autoNumber !== null,
  Calculated: (field) => field.formula !== null || field.summary !== null,
  CascadeDelete: (field) => field.reference?.onDelete === 'cascade',
  RestrictedDelete: (field) => field.reference?.onDelete === 'restrict',
  RestrictedPicklist: (field) => field.picklist?.isRestricted === true,
  DefaultedOnCreate: (field) =>
    field.defaultValue !== null ||
    field.isSystem ||
    field.type === 'BOOLEAN' ||
    field.name === 'OwnerId' ||
    field.picklist?.values.some((value) => value.isDefault) === true,
  DependentPicklist: (field) => field.picklist?.controllingField !== undefined,
  DeprecatedAndHidden: () => false,
  Encrypted: (field) => field.type === 'ENCRYPTEDSTRING',
  FormulaTreatNullNumberAsZero: (field) => field.formula?.blanksAsZero === true,
};

const flag = (name: string): Reader => {
  const read = FLAGS[name];
  return ({ field }) => read?.(field) ?? false;
};

const methods: Record<string, Reader> = {
  'getController()': ({ object, field }) => controllerOf(object, field),
  'getSObjectType()': ({ object }) => tokenOf(object),
};
const properties: Record<string, { get: Reader }> = {
  Controller: { get: ({ object, field }) => controllerOf(object, field) },
};
for (const [name, read] of Object.entries(VALUES)) {
  methods[`get${name}()`] = read;
  properties[name] = { get: read };
}
/** What is true of a field, for the running user; by the name of the method without `is`. */
export const fieldFlags: Readonly<Record<string, Reader>> = {
  ...RIGHTS,
  ...Object.fromEntries(Object.keys(FLAGS).map((name) => [name, flag(name)])),
};
for (const [name, read] of Object.entries(fieldFlags)) {
  methods[`is${name}()`] = read;
  properties[name] = { get: read };
}

export const describeFieldClass = libraryClass({ name: 'Schema.DescribeFieldResult', methods, properties });

const ENTRY: Readonly<Record<string, (value: PicklistEntry) => Value>> = {
  Active: ({ entry }) => entry.isActive,
  DefaultValue: ({ entry }) => entry.isDefault,
  Label: ({ entry }) => entry.label,
  Value: ({ entry }) => entry.value,
};

export const picklistEntryClass = libraryClass({
  name: 'Schema.PicklistEntry',
  methods: {
    'getLabel()': ENTRY['Label']!,
    'getValue()': ENTRY['Value']!,
    'isActive()': ENTRY['Active']!,
    'isDefaultValue()': ENTRY['DefaultValue']!,
  },
  properties: Object.fromEntries(Object.entries(ENTRY).map(([name, get]) => [name, { get }])),
});
