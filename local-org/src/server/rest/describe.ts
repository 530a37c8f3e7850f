import { isCustom } from '../../library/schema/describe-object.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { isOfTooling } from '../../schema/standard/tooling-objects.ts';
import { recordTypeInfos } from '../ui-api/object-info.ts';
import { objectNamed, type Session } from '../ui-api/session.ts';
import { describeField } from './describe-field.ts';

/** `GET .../sobjects`: the objects that the user may see. */
export function describeGlobal(session: Session, base: string, isTooling: boolean): object {
  const objects = [...session.schema.objects.values()].filter(
    (object) =>
      object.kind !== 'aggregate' &&
      (isTooling || !isOfTooling(object.name)) &&
      session.rights.mayReadObject(object),
  );
  objects.sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: objects.map((object) => ({ ...summary(session, object), urls: urls(object, base) })),
  };
}

/** `GET .../sobjects/{object}` */
export function basicInformation(session: Session, name: string, base: string): object {
  const object = objectNamed(session, name);
  return { objectDescribe: { ...summary(session, object), urls: urls(object, base) }, recentItems: [] };
}

/** `GET .../sobjects/{object}/describe` */
export function describe(session: Session, name: string, base: string): object {
  const object = objectNamed(session, name);
  const fields = [...object.fields.values()].filter((field) => session.rights.mayReadField(object, field));
  return {
    ...summary(session, object),
    fields: fields.map((field) => describeField(object, field)),
    childRelationships: childRelationships(session, object),
    recordTypeInfos: recordTypes(object, base),
    actionOverrides: [],
    namedLayoutInfos: [],
    supportedScopes: [{ label: 'All records', name: 'everything' }],
    urls: urls(object, base),
  };
}

function summary({ rights }: Session, object: ObjectModel): object {
  const isData = object.kind === 'standard' || object.kind === 'custom';
  const mayWrite = (operation: 'create' | 'edit' | 'delete'): boolean =>
    rights.mayWriteObject(object, operation);
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.pluralLabel,
    keyPrefix: object.keyPrefix,
    custom: isCustom(object),
    customSetting: object.kind === 'customSetting',
    createable: object.isCreateable && mayWrite('create'),
    updateable: object.isUpdateable && mayWrite('edit'),
    deletable: object.isDeletable && mayWrite('delete'),
    undeletable: object.isUndeletable && mayWrite('delete'),
    mergeable: object.isMergeable,
    queryable: object.isQueryable,
    retrieveable: object.isQueryable,
    replicateable: object.isQueryable,
    searchable: object.kind === 'standard' || object.kind === 'custom',
    layoutable: isData,
    triggerable: isData || object.kind === 'platformEvent',
    activateable: false,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    mruEnabled: false,
  };
}

function urls({ name }: ObjectModel, base: string): object {
  const sobject = `${base}/sobjects/${name}`;
  return { sobject, describe: `${sobject}/describe`, rowTemplate: `${sobject}/{ID}` };
}

function childRelationships({ schema, rights }: Session, object: ObjectModel): object[] {
  return [...object.childRelationships.values()].flatMap(({ name, object: childName, field, onDelete }) => {
    const child = schema.object(childName);
    if (!child || !rights.mayReadObject(child)) return [];
    return [
      {
        childSObject: child.name,
        field,
        relationshipName: name,
        cascadeDelete: onDelete === 'cascade',
        restrictedDelete: onDelete === 'restrict',
        deprecatedAndHidden: false,
        junctionIdListNames: [],
        junctionReferenceTo: [],
      },
    ];
  });
}

function recordTypes(object: ObjectModel, base: string): object[] {
  return Object.values(recordTypeInfos(object)).map(
    ({ available, defaultRecordTypeMapping, master, name, recordTypeId }) => ({
      active: true,
      available,
      defaultRecordTypeMapping,
      developerName: master ? 'Master' : developerName(object, name),
      master,
      name,
      recordTypeId,
      urls: { layout: `${base}/sobjects/${object.name}/describe/layouts/${recordTypeId}` },
    }),
  );
}

function developerName({ recordTypes: types }: ObjectModel, label: string): string {
  return types.find((type) => type.label === label)?.name ?? label;
}
