import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { iconOf, standardIcon } from '../../pages/apps.ts';
import { nameFieldOf } from '../../pages/highlights.ts';
import { withoutNamespace } from '../../pages/layout.ts';
import { HttpError } from '../back/reply.ts';
import { MASTER_RECORD_TYPE } from './representation.ts';
import { literal, objectNamed, select, type Session } from './session.ts';

/** `GET /ui-api/object-info/{name}`: `ObjectInfo` of the User Interface API, as far as the user may see it. */
export function objectInfo(session: Session, name: string): Record<string, unknown> {
  const object = objectNamed(session, name);
  const { rights } = session;
  const fields = [...object.fields.values()].filter((field) => rights.mayReadField(object, field));
  const types = recordTypeInfos(object);
  return {
    apiName: object.name,
    childRelationships: childRelationships(session, object),
    createable: object.isCreateable && rights.mayWriteObject(object, 'create'),
    custom: object.kind !== 'standard',
    defaultRecordTypeId: Object.values(types).find((type) => type.defaultRecordTypeMapping)?.recordTypeId,
    deletable: object.isDeletable && rights.mayWriteObject(object, 'delete'),
    dependentFields: {},
    eTag: object.name,
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(session, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.pluralLabel,
    layoutable: true,
    mruEnabled: true,
    nameFields: [nameFieldOf(object)],
    queryable: object.isQueryable,
    recordTypeInfos: types,
    searchLayoutable: true,
    searchable: true,
    themeInfo: themeInfo(session, object),
    updateable: object.isUpdateable && rights.mayWriteObject(object, 'edit'),
  };
}

function childRelationships({ schema, rights }: Session, object: ObjectModel): Record<string, unknown>[] {
  return [...object.childRelationships.values()].flatMap(({ name, object: childName, field }) => {
    const child = schema.object(childName);
    if (!child || !rights.mayReadObject(child)) return [];
    return [
      {
        childObjectApiName: child.name,
        fieldName: field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: name,
      },
    ];
  });
}

const DATA_TYPES: Readonly<Record<string, string>> = {
  ID: 'Reference',
  STRING: 'String',
  TEXTAREA: 'TextArea',
  EMAIL: 'Email',
  PHONE: 'Phone',
  URL: 'Url',
  PICKLIST: 'Picklist',
  MULTIPICKLIST: 'MultiPicklist',
  COMBOBOX: 'ComboBox',
  BOOLEAN: 'Boolean',
  INTEGER: 'Int',
  LONG: 'Long',
  DOUBLE: 'Double',
  CURRENCY: 'Currency',
  PERCENT: 'Percent',
  DATE: 'Date',
  DATETIME: 'DateTime',
  TIME: 'Time',
  REFERENCE: 'Reference',
  BASE64: 'Base64',
  ENCRYPTEDSTRING: 'EncryptedString',
  ADDRESS: 'Address',
  LOCATION: 'Location',
  ANYTYPE: 'AnyType',
};

function fieldInfo(session: Session, object: ObjectModel, field: FieldModel): Record<string, unknown> {
  const mayWrite = session.rights.mayWriteField(object, field);
  const compound =
    /^(\w+?)(?:Street|City|State|PostalCode|Country|StateCode|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
      field.name,
    )?.[1];
  const address = compound === undefined ? undefined : object.fields.get(`${compound}address`.toLowerCase());
  return {
    apiName: field.name,
    calculated: field.formula !== null || field.summary !== null,
    compound: field.type === 'ADDRESS' || field.type === 'LOCATION',
    compoundComponentName: address ? field.name.slice(compound?.length) : null,
    compoundFieldName: address?.name ?? null,
    controllerName: null,
    controllingFields: [],
    createable: field.isCreateable && mayWrite,
    custom: field.isCustom,
    dataType: field.type === 'ID' ? 'Reference' : DATA_TYPES[field.type],
    extraTypeInfo: field.isHtml ? 'RichTextArea' : field.type === 'TEXTAREA' ? 'PlainTextArea' : null,
    filterable: field.isFilterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.isHtml,
    inlineHelpText: field.helpText,
    label: fieldLabel(field),
    length: field.length,
    nameField: field.isNameField,
    polymorphicForeignKey: (field.reference?.to.length ?? 0) > 1,
    precision: field.precision,
    reference: field.type === 'REFERENCE',
    referenceTargetField: null,
    referenceToInfos: referenceInfos(session, field),
    relationshipName: field.reference?.relationshipName ?? null,
    required:
      !field.isNillable && field.isCreateable && field.type !== 'BOOLEAN' && field.defaultValue === null,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.type !== 'TEXTAREA' && field.type !== 'ADDRESS',
    unique: field.isUnique,
    updateable: field.isUpdateable && mayWrite,
  };
}

/** Standard lookups are labelled with `ID` at the end, which a page does not show. */
export function fieldLabel(field: FieldModel): string {
  return field.type === 'REFERENCE' ? field.label.replace(/ ID$/, '') : field.label;
}

function referenceInfos({ schema }: Session, field: FieldModel): Record<string, unknown>[] {
  return (field.reference?.to ?? []).flatMap((name) => {
    const target = schema.object(name);
    return target ? [{ apiName: target.name, nameFields: [nameFieldOf(target)] }] : [];
  });
}

interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** By id, the master among them. */
export function recordTypeInfos(object: ObjectModel): Record<string, RecordTypeInfo> {
  const own = object.recordTypes.length ? recordTypesOf(object) : [];
  const hasDefault = own.some((type) => type.defaultRecordTypeMapping);
  const master = {
    available: true,
    defaultRecordTypeMapping: !hasDefault,
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE,
  };
  return Object.fromEntries([...own, master].map((type) => [type.recordTypeId, type]));
}

function recordTypesOf(object: ObjectModel): RecordTypeInfo[] {
  const rows = select(
    `SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = ${literal(object.name)} AND IsActive = true`,
  );
  return rows.flatMap((row) => {
    const type = object.recordTypes.find(({ name }) => name === row.values.get('developername'));
    if (!type) return [];
    return [
      {
        available: type.isActive,
        defaultRecordTypeMapping: type.isDefault,
        master: false,
        name: type.label,
        recordTypeId: row.id ?? '',
      },
    ];
  });
}

function themeInfo({ sources }: Session, object: ObjectModel): { color: string; iconUrl: string } {
  const motif = sources.find('tab', withoutNamespace(object.name))?.node.text('motif') ?? null;
  const icon =
    iconOf(motif) ?? `standard:${object.kind === 'standard' ? standardIcon(object.name) : 'custom'}`;
  const [set = 'standard', name = 'custom'] = icon.split(':');
  return { color: '', iconUrl: `/assets/icons/${set}/${name}_120.png` };
}

/** `GET /ui-api/object-info/{name}/picklist-values/{recordTypeId}[/{field}]` */
export function picklistValues(
  session: Session,
  name: string,
  fieldName: string | null,
): Record<string, unknown> {
  const object = objectNamed(session, name);
  if (fieldName !== null) return valuesOf(session, object, fieldName);
  const fields = [...object.fields.values()].filter(
    (field) => field.picklist && session.rights.mayReadField(object, field),
  );
  const picklistFieldValues = fields.map((field) => [field.name, valuesOf(session, object, field.name)]);
  return { eTag: object.name, picklistFieldValues: Object.fromEntries(picklistFieldValues) };
}

function valuesOf({ rights }: Session, object: ObjectModel, name: string): Record<string, unknown> {
  const field = object.fields.get(name.toLowerCase());
  if (!field?.picklist || !rights.mayReadField(object, field)) {
    throw new HttpError(404, 'NOT_FOUND', `${object.name} has no picklist ${name}.`);
  }
  const values = field.picklist.values
    .filter(({ isActive }) => isActive)
    .map(({ value, label }) => ({ attributes: null, label, validFor: [], value }));
  const standard = field.picklist.values.find(({ isDefault }) => isDefault);
  const defaultValue = standard ? values.find(({ value }) => value === standard.value) : undefined;
  return { controllerValues: {}, defaultValue: defaultValue ?? null, eTag: field.name, url: '', values };
}
