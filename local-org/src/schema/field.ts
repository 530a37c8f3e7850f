import type { FieldModel, FieldType } from './model.ts';
import { labelOf } from './names.ts';

const APEX_TYPES: Readonly<Record<FieldType, FieldModel['apexType']>> = {
  ID: 'Id',
  REFERENCE: 'Id',
  STRING: 'String',
  TEXTAREA: 'String',
  EMAIL: 'String',
  PHONE: 'String',
  URL: 'String',
  PICKLIST: 'String',
  MULTIPICKLIST: 'String',
  COMBOBOX: 'String',
  ENCRYPTEDSTRING: 'String',
  BOOLEAN: 'Boolean',
  INTEGER: 'Integer',
  LONG: 'Long',
  DOUBLE: 'Decimal',
  CURRENCY: 'Decimal',
  PERCENT: 'Decimal',
  DATE: 'Date',
  DATETIME: 'Datetime',
  TIME: 'Time',
  BASE64: 'Blob',
  ADDRESS: 'Object',
  LOCATION: 'Object',
  COMPLEXVALUE: 'Object',
  JUNCTIONIDLIST: 'Object',
  ANYTYPE: 'Object',
};

const LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  ID: 18,
  REFERENCE: 18,
  STRING: 255,
  TEXTAREA: 255,
  EMAIL: 80,
  PHONE: 40,
  URL: 255,
  PICKLIST: 255,
  MULTIPICKLIST: 4099,
  COMBOBOX: 255,
  ENCRYPTEDSTRING: 175,
};

/** A field that is what most are: optional, open to writing, not unique. `given` says what is different. */
export function makeField(name: string, type: FieldType, given: Partial<FieldModel> = {}): FieldModel {
  const isNumber = type === 'DOUBLE' || type === 'CURRENCY' || type === 'PERCENT';
  const isOpen = !(given.formula ?? given.summary ?? given.autoNumber ?? given.isSystem);
  return {
    name,
    label: labelOf(name),
    type,
    apexType: APEX_TYPES[type],
    length: LENGTHS[type] ?? 0,
    precision: isNumber ? 18 : 0,
    scale: isNumber ? 2 : 0,
    isNillable: type !== 'BOOLEAN',
    isCreateable: isOpen && type !== 'ADDRESS' && type !== 'LOCATION',
    isUpdateable: isOpen && type !== 'ADDRESS' && type !== 'LOCATION',
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isCustom: false,
    isNameField: false,
    isHtml: false,
    isFilterable:
      type !== 'BASE64' && type !== 'ADDRESS' && !(type === 'TEXTAREA' && (given.length ?? 255) > 255),
    helpText: null,
    defaultValue: null,
    formula: null,
    picklist: null,
    reference: null,
    autoNumber: null,
    summary: null,
    isSystem: false,
    ...given,
  };
}

const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  'DOUBLE',
  'CURRENCY',
  'PERCENT',
  'DATETIME',
  'TIME',
  'MULTIPICKLIST',
  'LOCATION',
  'ADDRESS',
]);

/** May stand in GROUP BY: no number with a fraction, no moment, no formula, nothing that can't be filtered. */
export function isGroupable(field: FieldModel): boolean {
  return field.isFilterable && !NOT_GROUPABLE.has(field.type) && !field.formula && !field.autoNumber;
}

/** A lookup to one or more objects. */
export function makeReference(
  name: string,
  to: readonly string[],
  given: Partial<FieldModel> = {},
): FieldModel {
  const reference = {
    to,
    relationshipName: /.Id$/.test(name) ? name.slice(0, -2) : null,
    childRelationshipName: null,
    isMasterDetail: false,
    isReparentable: false,
    onDelete: 'setNull' as const,
    ...given.reference,
  };
  return makeField(name, 'REFERENCE', { ...given, reference });
}

/** A field that the platform itself fills. */
function systemField(name: string, type: FieldType, given: Partial<FieldModel> = {}): FieldModel {
  return makeField(name, type, { isSystem: true, isNillable: false, ...given });
}

function systemReference(name: string, to: readonly string[], given: Partial<FieldModel> = {}): FieldModel {
  return makeReference(name, to, { isSystem: true, isNillable: false, ...given });
}

const SYSTEM_FIELDS: readonly FieldModel[] = [
  systemField('Id', 'ID', { label: 'Record ID' }),
  systemField('IsDeleted', 'BOOLEAN', { label: 'Deleted' }),
  systemField('CreatedDate', 'DATETIME'),
  systemReference('CreatedById', ['User'], { label: 'Created By ID' }),
  systemField('LastModifiedDate', 'DATETIME'),
  systemReference('LastModifiedById', ['User'], { label: 'Last Modified By ID' }),
  systemField('SystemModstamp', 'DATETIME', { label: 'System Modstamp' }),
  systemField('LastActivityDate', 'DATE', { label: 'Last Activity', isNillable: true }),
  systemField('LastViewedDate', 'DATETIME', { isNillable: true }),
  systemField('LastReferencedDate', 'DATETIME', { isNillable: true }),
];
const SYSTEM_BY_NAME = new Map(SYSTEM_FIELDS.map((field) => [field.name.toLowerCase(), field]));

/** `Id`, `CreatedDate`, ...: null for a name that is not one of the platform's own. */
export function systemFieldNamed(name: string): FieldModel | null {
  return SYSTEM_BY_NAME.get(name.toLowerCase()) ?? null;
}

/** Several of the platform's own fields. */
export function systemFields(...names: readonly string[]): FieldModel[] {
  return names.map((name) => {
    const field = systemFieldNamed(name);
    if (!field) throw new Error(`${name} is not a system field.`);
    return field;
  });
}

/** The owner of a record. */
export const OWNER: FieldModel = makeReference('OwnerId', ['Group', 'User'], {
  label: 'Owner ID',
  isNillable: false,
  defaultValue: null,
});
