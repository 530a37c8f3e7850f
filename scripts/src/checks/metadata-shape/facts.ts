// Limits and type rules of the platform as data: what an org says on deployment and no schema knows.

/** How long texts may be: metadata type, element, characters. */
export const LENGTHS: readonly (readonly [type: string, element: string, limit: number])[] = [
  ['CustomField', 'label', 40],
  ['CustomField', 'description', 1000],
  ['CustomField', 'inlineHelpText', 510],
  ['CustomField', 'relationshipLabel', 80],
  ['CustomField', 'formula', 3900],
  ['CustomObject', 'label', 40],
  ['CustomObject', 'pluralLabel', 40],
  ['CustomObject', 'description', 1000],
  ['CustomMetadata', 'label', 40],
  ['CustomPermission', 'label', 80],
  ['CustomPermission', 'description', 255],
  ['PermissionSet', 'label', 80],
  ['PermissionSet', 'description', 255],
  ['QuickAction', 'label', 80],
  ['ListView', 'label', 40],
  ['CompactLayout', 'label', 40],
  ['CustomApplication', 'label', 40],
  ['FlexiPage', 'masterLabel', 80],
];

/** Custom API names: at most this many characters before the suffix. */
export const NAME_LIMIT = 40;

/** From 1 to this many digits, decimals included. */
export const PRECISION_LIMIT = 18;

export const NUMERIC = new Set(['Number', 'Currency', 'Percent']);
export const MAY_BE_UNIQUE = new Set(['Text', 'Number', 'Email']);
export const MAY_BE_EXTERNAL_ID = new Set(['Text', 'Number', 'Email', 'AutoNumber']);
export const NEVER_REQUIRED = new Set([
  'Checkbox',
  'LongTextArea',
  'Html',
  'AutoNumber',
  'Summary',
  'MasterDetail',
]);
/** Fields that nobody may edit, so that a permission set must not offer it. */
export const READ_ONLY = new Set(['AutoNumber', 'Summary']);

/** The lengths a text field may have, both ends included. */
export const TEXT_LENGTHS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  Text: [1, 255],
  LongTextArea: [256, 131072],
  Html: [256, 131072],
  EncryptedText: [1, 175],
};

/** What a field of that type must say, formulas apart. */
export const NEEDED: Readonly<Record<string, readonly string[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  EncryptedText: ['length', 'maskChar', 'maskType'],
  MultiselectPicklist: ['valueSet', 'visibleLines'],
  Picklist: ['valueSet'],
  Checkbox: ['defaultValue'],
  AutoNumber: ['displayFormat'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName', 'relationshipOrder'],
  MetadataRelationship: ['referenceTo', 'relationshipName'],
  Summary: ['summaryForeignKey', 'summaryOperation'],
};

/** Kinds of object, by suffix, that allow only some types of field. */
export const ALLOWED_TYPES: Readonly<Record<string, ReadonlySet<string>>> = {
  __mdt: new Set([
    'MetadataRelationship',
    'Checkbox',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Picklist',
    'Text',
    'TextArea',
    'LongTextArea',
    'Url',
  ]),
  __e: new Set(['Checkbox', 'Date', 'DateTime', 'Number', 'Text', 'LongTextArea']),
};
