import { makeField, makeReference } from '../field.ts';
import type {
  FieldModel,
  FieldType,
  LookupFilterModel,
  PicklistModel,
  ReferenceModel,
  SummaryModel,
} from '../model.ts';
import { relationshipOf } from '../names.ts';
import type { Namespace } from '../names.ts';
import type { XmlNode } from './xml.ts';

/** What a field's file needs of the rest of the project. */
export interface FieldContext {
  readonly namespace: Namespace;
  /** A global value set by its name in lower case; undefined when there is none. */
  valueSet(name: string): PicklistModel | undefined;
  /** Reports an error in the field's file. */
  report(message: string): void;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'STRING',
  TextArea: 'TEXTAREA',
  LongTextArea: 'TEXTAREA',
  Html: 'TEXTAREA',
  EncryptedText: 'ENCRYPTEDSTRING',
  Email: 'EMAIL',
  Phone: 'PHONE',
  Url: 'URL',
  Picklist: 'PICKLIST',
  MultiselectPicklist: 'MULTIPICKLIST',
  Checkbox: 'BOOLEAN',
  Number: 'DOUBLE',
  Currency: 'CURRENCY',
  Percent: 'PERCENT',
  Date: 'DATE',
  DateTime: 'DATETIME',
  Time: 'TIME',
  Lookup: 'REFERENCE',
  MasterDetail: 'REFERENCE',
  Hierarchy: 'REFERENCE',
  MetadataRelationship: 'REFERENCE',
  ExternalLookup: 'REFERENCE',
  IndirectLookup: 'REFERENCE',
  AutoNumber: 'STRING',
  Summary: 'DOUBLE',
  Location: 'LOCATION',
};
const REFERENCES = new Set([
  'Lookup',
  'MasterDetail',
  'Hierarchy',
  'MetadataRelationship',
  'ExternalLookup',
  'IndirectLookup',
]);

/** The model of one custom field; null when its file lacks the least, which is reported. */
export function readField(
  node: XmlNode,
  name: string,
  object: string,
  context: FieldContext,
): FieldModel | null {
  const metadataType = node.text('type') ?? '';
  const type = TYPES[metadataType];
  if (!type) {
    context.report(
      metadataType ? `Fields of type ${metadataType} are unknown.` : `The field ${name} has no type.`,
    );
    return null;
  }
  const common = commonOf(node, name, type, metadataType);
  const fullName = context.namespace.qualify(name);
  if (!REFERENCES.has(metadataType))
    return makeField(fullName, type, { ...common, ...specialOf(node, type, context) });
  const reference = referenceOf(node, fullName, metadataType, object, context);
  // A relationship to an object or a field of the schema holds its name, which is no id here.
  const isName = metadataType === 'MetadataRelationship' && SCHEMA_PARTS.has(reference.to[0] ?? '');
  return makeReference(fullName, reference.to, {
    ...common,
    reference,
    ...(isName ? { apexType: 'String' } : {}),
  });
}

const SCHEMA_PARTS = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

function commonOf(node: XmlNode, name: string, type: FieldType, metadataType: string): Partial<FieldModel> {
  const isMaster = metadataType === 'MasterDetail';
  const isAutoNumber = metadataType === 'AutoNumber';
  const isReadOnly = isAutoNumber || node.text('formula') !== null || metadataType === 'Summary';
  const length = node.number('length');
  const precision = node.number('precision');
  const scale = node.number('scale');
  return {
    label: node.text('label') ?? name,
    isCustom: true,
    isNillable: type !== 'BOOLEAN' && !isMaster && !node.flag('required') && !isAutoNumber,
    isUnique: node.flag('unique'),
    isCaseSensitive: node.flag('caseSensitive'),
    isExternalId: node.flag('externalId'),
    isHtml: metadataType === 'Html',
    helpText: node.text('inlineHelpText'),
    defaultValue: node.text('defaultValue')?.trim() ?? null,
    ...(type === 'ENCRYPTEDSTRING' ? { mask: maskOf(node) } : {}),
    ...(type === 'LOCATION' ? { isShownAsDecimal: node.flag('displayLocationInDecimal') } : {}),
    ...(length === null ? {} : { length }),
    ...(precision === null ? {} : { precision }),
    ...(scale === null ? {} : { scale }),
    ...(isReadOnly ? { isCreateable: false, isUpdateable: false } : {}),
    ...(isMaster && !node.flag('reparentableMasterDetail') ? { isUpdateable: false } : {}),
    ...(metadataType === 'LongTextArea' || metadataType === 'Html' ? { isFilterable: false } : {}),
  };
}

function maskOf(node: XmlNode): NonNullable<FieldModel['mask']> {
  const character = node.text('maskChar') === 'X' ? 'X' : '*';
  return { character, type: node.text('maskType') ?? 'all' };
}

function specialOf(node: XmlNode, type: FieldType, context: FieldContext): Partial<FieldModel> {
  const formula = node.text('formula');
  const given: Partial<FieldModel> = {
    ...(formula === null
      ? {}
      : {
          formula: { text: formula, blanksAsZero: node.text('formulaTreatBlanksAs') !== 'BlankAsBlank' },
          length: type === 'STRING' ? 1300 : 0,
        }),
  };
  if (node.text('type') === 'AutoNumber') {
    const format = node.text('displayFormat') ?? '{0}';
    return { ...given, length: 30, autoNumber: { format, start: node.number('startingNumber') ?? 1 } };
  }
  if (node.text('type') === 'Summary') return { ...given, ...summaryOf(node, context) };
  if (type === 'PICKLIST' || type === 'MULTIPICKLIST')
    return { ...given, picklist: picklistOf(node, context) };
  return given;
}

function picklistOf(node: XmlNode, context: FieldContext): PicklistModel {
  const picklist = valuesOf(node, context);
  const valueSet = node.child('valueSet');
  const controlling = valueSet?.text('controllingField');
  if (!valueSet || !controlling) return picklist;
  const allowedBy = new Map(
    valueSet
      .list('valueSettings')
      .map((item) => [item.text('valueName') ?? '', item.texts('controllingFieldValue').map(decoded)]),
  );
  return {
    ...picklist,
    controllingField: context.namespace.qualify(controlling),
    values: picklist.values.map((each) => ({ ...each, allowedBy: allowedBy.get(each.value) ?? [] })),
  };
}

function valuesOf(node: XmlNode, context: FieldContext): PicklistModel {
  const valueSet = node.child('valueSet');
  const shared = valueSet?.text('valueSetName');
  if (shared) {
    const found = context.valueSet(shared.toLowerCase());
    if (!found) context.report(`The value set ${shared} does not exist.`);
    return { isRestricted: true, values: found?.values ?? [] };
  }
  const definition = valueSet?.child('valueSetDefinition');
  const values = definition?.list('value') ?? node.child('picklist')?.list('picklistValues') ?? [];
  return { isRestricted: valueSet?.flag('restricted') ?? false, values: values.map(picklistValue) };
}

/** One value of a field, a global or a standard value set. */
export function picklistValue(node: XmlNode): PicklistModel['values'][number] {
  const value = node.text('fullName') ?? '';
  return {
    value: decoded(value),
    label: node.text('label') ?? decoded(value),
    isActive: node.text('isActive') !== 'false',
    isDefault: node.flag('default'),
  };
}

/** Names of components write special characters as `%26`. */
function decoded(name: string): string {
  return /%[0-9A-F]{2}/i.test(name) ? decodeURIComponent(name.replace(/%(?![0-9A-F]{2})/gi, '%25')) : name;
}

function referenceOf(
  node: XmlNode,
  fullName: string,
  metadataType: string,
  object: string,
  { namespace, report }: FieldContext,
): ReferenceModel {
  const target = node.text('referenceTo') ?? (metadataType === 'Hierarchy' ? object : null);
  if (!target) report(`The field ${fullName} says no object that it refers to.`);
  const isMasterDetail = metadataType === 'MasterDetail';
  const constraint = node.text('deleteConstraint');
  const child = node.text('relationshipName');
  const controlling = node.text('metadataRelationshipControllingField')?.split('.')[1];
  return {
    to: target ? [namespace.qualify(target)] : [],
    relationshipName: relationshipOf(fullName),
    childRelationshipName: child ? namespace.qualify(`${child}__r`) : null,
    isMasterDetail,
    ...(controlling ? { controllingField: namespace.qualify(controlling) } : {}),
    isReparentable: node.flag('reparentableMasterDetail'),
    order: isMasterDetail ? (node.number('relationshipOrder') ?? 0) : null,
    isWritableByMasterReaders: isMasterDetail && node.flag('writeRequiresMasterRead'),
    filter: lookupFilterOf(node, namespace),
    onDelete:
      isMasterDetail || constraint === 'Cascade'
        ? 'cascade'
        : constraint === 'Restrict'
          ? 'restrict'
          : 'setNull',
  };
}

function lookupFilterOf(node: XmlNode, namespace: Namespace): LookupFilterModel | null {
  const filter = node.child('lookupFilter');
  if (!filter?.flag('active')) return null;
  const sides = filter.list('filterItems').flatMap((item) => [item.text('field'), item.text('valueField')]);
  const ofRecord = sides.flatMap((side) => /^\$Source\.(\w+)$/.exec(side ?? '')?.[1] ?? []);
  return {
    isOptional: filter.flag('isOptional'),
    controllingFields: [...new Set(ofRecord)].map((name) => namespace.qualify(name)),
  };
}

function summaryOf(node: XmlNode, { namespace }: FieldContext): Partial<FieldModel> {
  const [childObject = '', foreignKey = ''] = namespace
    .qualifyPath(node.text('summaryForeignKey') ?? '')
    .split('.');
  const summarized = node.text('summarizedField');
  const summary: SummaryModel = {
    operation: (node.text('summaryOperation') ?? 'count') as SummaryModel['operation'],
    childObject,
    foreignKey,
    field: summarized ? (namespace.qualifyPath(summarized).split('.')[1] ?? null) : null,
    filters: node.list('summaryFilterItems').map((filter) => ({
      field: namespace.qualifyPath(filter.text('field') ?? '').split('.')[1] ?? '',
      operation: filter.text('operation') ?? 'equals',
      value: filter.text('value') ?? '',
    })),
  };
  return { summary, ...(summary.operation === 'count' ? { scale: 0 } : {}) };
}
