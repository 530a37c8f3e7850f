import type {
  PermissionSet,
  PermissionSetFieldPermissions,
  PermissionSetObjectPermissions,
} from '@salesforce/types/metadata';
import { isGranted } from '../../model/field-permissions.ts';
import type { CoreModel, FieldModel, IntegrationModel, PermissionSetModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { fieldsOnlyBillingSets, isStamp } from './field-owners.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { tabNames } from './tabs.ts';
import { description } from './text.ts';
import type { Source } from './xml/source.ts';

type Grant = PermissionSetModel['objects'][number];

/** What each kind of access allows, the lesser kinds included. */
const allows = {
  read: [],
  edit: ['edit'],
  delete: ['edit', 'delete'],
  viewAll: ['viewAll'],
  modifyAll: ['edit', 'delete', 'viewAll', 'modifyAll'],
} as const satisfies Record<Grant['access'], readonly string[]>;

function objectPermission({ object, access, create }: Grant): Source<PermissionSetObjectPermissions> {
  const allowed: readonly string[] = allows[access];
  return {
    allowCreate: create,
    allowDelete: allowed.includes('delete'),
    allowEdit: allowed.includes('edit'),
    allowRead: true,
    modifyAllRecords: allowed.includes('modifyAll'),
    object,
    viewAllRecords: allowed.includes('viewAll'),
  };
}

const isComputed = ({ type }: FieldModel): boolean => type === 'Formula' || type === 'Summary';

function fieldPermissions(
  object: string,
  fields: readonly FieldModel[],
  mayEdit: (field: FieldModel, name: string) => boolean,
): Source<PermissionSetFieldPermissions>[] {
  return fields.filter(isGranted).map((field) => {
    const name = `${object}.${field.name}`;
    return { editable: !isComputed(field) && mayEdit(field, name), field: name, readable: true };
  });
}

/**
 * Who may change records changes all fields but those that only billing or code sets; who may make records, as at the
 * initial load, fills those too.
 */
function allFieldPermissions(
  core: CoreModel,
  set: PermissionSetModel,
  onlyBilling: ReadonlySet<string>,
): Source<PermissionSetFieldPermissions>[] {
  const isForPeople = (field: FieldModel, name: string): boolean => !isStamp(field) && !onlyBilling.has(name);
  const own = set.objects.flatMap(({ object, access, create, without }) => {
    const all = core.objects.find(({ name }) => name === object)?.fields ?? [];
    const fields = all.filter(({ name }) => !without.includes(name));
    const edits = (allows[access] as readonly string[]).includes('edit');
    return fieldPermissions(object, fields, (...field) => create || (edits && isForPeople(...field)));
  });
  const added = set.fieldsOn.flatMap(({ object, access }) => {
    const fields = core.standardObjects.find(({ name }) => name === object)?.added ?? [];
    return fieldPermissions(object, fields, (...field) => access === 'edit' && isForPeople(...field));
  });
  return [...own, ...added];
}

const enabled = (name: string) => ({ enabled: true, name });

function tabSettings(core: CoreModel, { tabs }: PermissionSetModel): Source<PermissionSet>['tabSettings'] {
  if (tabs === 'none') return [];
  const shown = tabs === 'all' ? tabNames(core) : tabs;
  return shown.toSorted().map((tab) => ({ tab, visibility: 'Visible' }));
}

/** Types in which an admin makes records; those of the package are read by its own code only. */
const publicTypes = (core: CoreModel): string[] =>
  core.metadataTypes.filter(({ visibility }) => visibility === 'Public').map(({ name }) => name);

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));

function permissionSetFile(
  core: CoreModel,
  set: PermissionSetModel,
  onlyBilling: ReadonlySet<string>,
): EmittedFile {
  const apps = set.app ? core.apps.map(({ name }) => ({ application: name, visible: true })) : [];
  return metadataFile(coreFolder, 'PermissionSet', set.name, {
    applicationVisibilities: apps,
    classAccesses: set.classes.toSorted().map((apexClass) => ({ apexClass, enabled: true })),
    customMetadataTypeAccesses: publicTypes(core).toSorted().map(enabled),
    customPermissions: set.customPermissions.toSorted().map(enabled),
    description: description(set.doc, 255),
    fieldPermissions: byKey(allFieldPermissions(core, set, onlyBilling), ({ field }) => field),
    hasActivationRequired: false,
    label: set.label,
    objectPermissions: byKey(set.objects.map(objectPermission), ({ object }) => object),
    tabSettings: tabSettings(core, set),
  });
}

/** Permission sets. They hold the package's own components only: any other grant is dropped at installation, silently. */
export function permissionSetFiles({ core, systems }: IntegrationModel): EmittedFile[] {
  const onlyBilling = fieldsOnlyBillingSets(systems);
  return core.permissionSets.map((set) => permissionSetFile(core, set, onlyBilling));
}
