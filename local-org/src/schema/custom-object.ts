import { addFields, emptyDraft } from './draft.ts';
import type { ObjectDraft } from './draft.ts';
import type { Features } from './features.ts';
import { makeField, makeReference, OWNER, systemFields } from './field.ts';
import type { FieldModel, ObjectModel } from './model.ts';
import type { ObjectParts } from './source/object-parts.ts';
import type { XmlNode } from './source/xml.ts';

const SHARING: Readonly<Record<string, ObjectModel['sharingModel']>> = {
  Private: 'Private',
  Read: 'Read',
  ReadWrite: 'ReadWrite',
  ReadWriteTransfer: 'ReadWrite',
  FullAccess: 'FullAccess',
  ControlledByParent: 'ControlledByParent',
};

/** The organisation-wide default that a file of an object writes. */
export function sharingModel(text: string): ObjectModel['sharingModel'] {
  return SHARING[text] ?? 'ReadWrite';
}

const AUDIT_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** The draft of a custom object, setting, metadata type or platform event, without its custom fields. */
export function customDraft(parts: ObjectParts, keyPrefix: string, features: Features): ObjectDraft {
  const { definition } = parts;
  const settingType = definition?.text('customSettingsType')?.toLowerCase() ?? null;
  const label = definition?.text('label') ?? parts.name;
  const draft = emptyDraft(parts.name, {
    label,
    pluralLabel: definition?.text('pluralLabel') ?? label,
    keyPrefix,
    kind: kindOf(parts.name, settingType),
    settingType: settingType === 'hierarchy' || settingType === 'list' ? settingType : null,
    sharingModel: sharingModel(definition?.text('sharingModel') ?? ''),
  });
  addFields(draft, platformFields(draft, parts, features));
  if (draft.kind === 'customMetadata')
    draft.isDeletable = draft.isUndeletable = draft.isCreateable = draft.isUpdateable = false;
  if (draft.kind === 'platformEvent') {
    draft.isDeletable = draft.isUndeletable = draft.isUpdateable = draft.isQueryable = false;
    draft.publishesImmediately = definition?.text('publishBehavior') === 'PublishImmediately';
  }
  return draft;
}

function kindOf(name: string, settingType: string | null): ObjectModel['kind'] {
  if (/__mdt$/i.test(name)) return 'customMetadata';
  if (/__e$/i.test(name)) return 'platformEvent';
  return settingType ? 'customSetting' : 'custom';
}

function platformFields(draft: ObjectDraft, parts: ObjectParts, features: Features): FieldModel[] {
  if (draft.kind === 'customMetadata') return metadataFields();
  if (draft.kind === 'platformEvent') return eventFields();
  const fields = systemFields('Id', 'IsDeleted', ...AUDIT_FIELDS);
  if (draft.kind === 'customSetting') return [...fields, ...settingFields(draft)];
  const isDetail = parts.fields.some((field) => field.reference?.isMasterDetail);
  if (!isDetail) fields.push(OWNER);
  fields.push(nameField(parts.definition), ...systemFields('LastViewedDate', 'LastReferencedDate'));
  if (parts.definition?.flag('enableActivities')) fields.push(...systemFields('LastActivityDate'));
  if (parts.recordTypes.length > 0) fields.push(RECORD_TYPE);
  if (features.has('MultiCurrency')) fields.push(CURRENCY);
  return fields;
}

/** The record type of an object that has some. */
export const RECORD_TYPE: FieldModel = makeReference('RecordTypeId', ['RecordType'], {
  label: 'Record Type ID',
});
const CURRENCY = makeField('CurrencyIsoCode', 'PICKLIST', { label: 'Currency ISO Code', length: 3 });

function nameField(definition: XmlNode | null): FieldModel {
  const node = definition?.child('nameField');
  const common = { label: node?.text('label') ?? 'Name', isNameField: true, length: 80 };
  if (node?.text('type') !== 'AutoNumber') return makeField('Name', 'STRING', common);
  const format = node.text('displayFormat') ?? '{0}';
  const start = node.number('startingNumber') ?? 1;
  return makeField('Name', 'STRING', { ...common, isNillable: false, autoNumber: { format, start } });
}

function metadataFields(): FieldModel[] {
  const readOnly = { isCreateable: false, isUpdateable: false };
  return [
    ...systemFields('Id'),
    makeField('DeveloperName', 'STRING', {
      length: 40,
      isNillable: false,
      label: 'Custom Metadata Record Name',
    }),
    makeField('MasterLabel', 'STRING', { length: 40, isNillable: false, label: 'Label' }),
    makeField('Language', 'PICKLIST', {
      length: 40,
      isNillable: false,
      label: 'Master Language',
      ...readOnly,
    }),
    makeField('NamespacePrefix', 'STRING', { length: 15, ...readOnly }),
    makeField('Label', 'STRING', { length: 40, isNillable: false, ...readOnly }),
    makeField('QualifiedApiName', 'STRING', { length: 70, isNillable: false, ...readOnly }),
    ...systemFields('SystemModstamp'),
  ];
}

function eventFields(): FieldModel[] {
  const readOnly = { isCreateable: false, isUpdateable: false };
  return [
    makeField('ReplayId', 'STRING', readOnly),
    makeField('EventUuid', 'STRING', { length: 36, ...readOnly }),
    ...systemFields('CreatedDate', 'CreatedById'),
  ];
}

function settingFields(draft: ObjectDraft): FieldModel[] {
  const isList = draft.settingType === 'list';
  return [
    makeField('Name', 'STRING', { length: 38, isNameField: true, isNillable: !isList, isUnique: isList }),
    makeReference('SetupOwnerId', ['Organization', 'Profile', 'User'], {
      label: 'Location',
      isNillable: false,
      isUpdateable: false,
    }),
  ];
}

/** The object that keeps who may see the records of `owner`; it exists where not everybody may. */
export function shareDraft(owner: ObjectDraft, keyPrefix: string): ObjectDraft {
  const name = owner.name.replace(/__c$/i, '__Share');
  const draft = emptyDraft(name, {
    label: `Share: ${owner.label}`,
    pluralLabel: `Share: ${owner.label}`,
    keyPrefix,
    isUndeletable: false,
  });
  const levels = ['Read', 'Edit', 'All'].map((value) => ({
    value,
    label: value,
    isActive: true,
    isDefault: false,
  }));
  addFields(draft, [
    ...systemFields('Id'),
    makeReference('ParentId', [owner.name], {
      isNillable: false,
      isUpdateable: false,
      reference: {
        to: [owner.name],
        relationshipName: 'Parent',
        childRelationshipName: 'Shares',
        isMasterDetail: false,
        isReparentable: false,
        onDelete: 'cascade',
      },
    }),
    makeField('AccessLevel', 'PICKLIST', {
      length: 40,
      isNillable: false,
      picklist: { isRestricted: true, values: levels },
    }),
    makeField('RowCause', 'PICKLIST', {
      length: 40,
      isNillable: false,
      defaultValue: 'Manual',
      isUpdateable: false,
    }),
    makeReference('UserOrGroupId', ['Group', 'User'], { isNillable: false, isUpdateable: false }),
    ...systemFields('LastModifiedDate', 'LastModifiedById', 'IsDeleted'),
  ]);
  return draft;
}
