import { isPermissionable } from '../../access/field-rules.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { isGroupable } from '../../schema/field.ts';
import type { FieldModel, FieldType, ObjectModel } from '../../schema/model.ts';
import { compoundOf } from '../../schema/compound.ts';
import { enumValue } from '../../values/enum.ts';
import { libraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { listOf } from './collections.ts';
import { defaultOf } from './defaults.ts';
import { FilteredLookup } from './filtered-lookup.ts';
import { controllerOf, PicklistEntry, validFor } from './picklist-entry.ts';
import { type FieldDescribe, fieldTokenOf, objectToken, tokenOf } from './tokens.ts';

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
  CompoundFieldName: ({ object, field }) => compoundOf(object, field)?.name ?? null,
  Controller: ({ object, field }) => controllerOf(object, field),
  FilteredLookupInfo: ({ object, field }) => {
    const filter = field.reference?.filter;
    return filter ? new FilteredLookup(object, filter) : null;
  },
  Mask: ({ field }) => field.mask?.character ?? null,
  MaskType: ({ field }) => field.mask?.type ?? null,
  // Only indirect lookups to external objects have one.
  ReferenceTargetField: () => null,
  RelationshipOrder: ({ field }) => field.reference?.order ?? null,
  DefaultValue: ({ field }) => defaultOf(field),
  DefaultValueFormula: ({ field }) => field.defaultValue,
  RelationshipName: ({ field }) => field.reference?.relationshipName ?? null,
  ReferenceTo: ({ field }) => listOf('Schema.SObjectType', (field.reference?.to ?? []).map(objectToken)),
  PicklistValues: ({ object, field }) =>
    listOf(
      'Schema.PicklistEntry',
      (field.picklist?.values ?? []).map((entry) => new PicklistEntry(entry, validFor(object, field, entry))),
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
  AiPredictionField: () => false,
  DependentPicklist: (field) => field.picklist?.controllingField !== undefined,
  DisplayLocationInDecimal: (field) => field.isShownAsDecimal === true,
  // Numbers of high scale are switched on by support alone.
  HighScaleNumber: () => false,
  QueryByDistance: (field) => field.type === 'LOCATION' || field.type === 'ADDRESS',
  WriteRequiresMasterRead: (field) => field.reference?.isWritableByMasterReaders === true,
  DeprecatedAndHidden: () => false,
  Encrypted: (field) => field.type === 'ENCRYPTEDSTRING',
  FormulaTreatNullNumberAsZero: (field) => field.formula?.blanksAsZero === true,
};

const flag = (name: string): Reader => {
  const read = FLAGS[name];
  return ({ field }) => read?.(field) ?? false;
};

const methods: Record<string, Reader> = {
  'getSObjectType()': ({ object }) => tokenOf(object),
};
const properties: Record<string, { get: Reader }> = {};
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

export const describeFieldClass = printedByGetters(
  libraryClass({ name: 'Schema.DescribeFieldResult', methods, properties }),
  ['getPicklistValues', 'getReferenceTo', 'getSObjectType'],
);
