/** Everything in a package that its users or their data can refer to by name. */
import type { FieldModel, IntegrationModel, SystemModel } from '../model/model.ts';
import { operationKey } from '../model/naming.ts';
import type { LockedName, NameKind } from './lock-file.ts';

/** What the lock must know of an emitted file. */
interface NamedFile {
  readonly content: string;
  readonly component?: { readonly type: string; readonly name: string };
}

const named = (kind: NameKind, name: string, type = ''): LockedName => ({ kind, name, type });

/** A field's type with all that can't change, or only grow: `Text(80)`, `Lookup(Account, Subscriptions)`. */
export function fieldType(field: FieldModel): string {
  const facts = [
    ...(field.length === undefined ? [] : [field.length]),
    ...(field.precision === undefined ? [] : [field.precision]),
    ...(field.scale === undefined ? [] : [field.scale]),
    ...(field.target === undefined ? [] : [field.target]),
    ...(field.relationship === undefined ? [] : [field.relationship]),
    ...(field.formula ? [field.formula.returns] : []),
    ...(field.summary ? [`${field.summary.operation} of ${field.summary.of}`] : []),
  ];
  return facts.length === 0 ? field.type : `${field.type}(${facts.join(', ')})`;
}

const fieldNames = (object: string, fields: readonly FieldModel[]): LockedName[] =>
  fields.map((field) => named('field', `${object}.${field.name}`, fieldType(field)));

function coreNames({ core }: IntegrationModel): LockedName[] {
  return [
    ...core.objects.flatMap(({ name, nameField, tab, fields, listViews }) => [
      named('object', name, nameField.type),
      ...(tab === undefined ? [] : [named('tab', name)]),
      ...fieldNames(name, fields),
      ...listViews.map((view) => named('listView', `${name}.${view.name}`)),
    ]),
    ...core.metadataTypes.flatMap(({ name, visibility, fields }) => [
      named('metadataType', name, visibility),
      ...fieldNames(name, fields),
    ]),
    ...core.standardObjects.flatMap(({ name, added }) => fieldNames(name, added)),
    ...core.quickActions.flatMap(({ name, on }) =>
      on.map((object) => named('quickAction', `${object}.${name}`)),
    ),
    ...core.permissionSets.map(({ name }) => named('permissionSet', name)),
    ...core.customPermissions.map(({ name }) => named('customPermission', name)),
    ...core.componentTabs.map(({ name }) => named('tab', name)),
    ...core.apps.map(({ name }) => named('app', name)),
  ];
}

function systemNames(system: SystemModel): LockedName[] {
  const inSystem = (name: string): string => `${system.name}.${name}`;
  return [
    named('systemPrefix', system.name, system.prefix),
    ...system.mappings.map(({ type, object }) => named('mappingType', inSystem(type), object)),
    ...system.profile.resources.flatMap((resource) =>
      resource.operations.map((operation) => named('operation', inSystem(operationKey(resource, operation)))),
    ),
    ...system.valueMaps.map(({ name }) => named('valueMap', inSystem(name))),
  ];
}

/** Test classes are visible to nobody outside the package. */
function classNames(files: readonly NamedFile[]): LockedName[] {
  return files.flatMap(({ component, content }) => {
    if (component?.type !== 'ApexClass') return [];
    const access = /^(global|public)\b/m.exec(content)?.[1];
    return access === undefined ? [] : [named('apexClass', component.name, access)];
  });
}

/** All names of a package as it stands. */
export function namesOf(model: IntegrationModel, files: readonly NamedFile[]): LockedName[] {
  return [...coreNames(model), ...model.systems.flatMap(systemNames), ...classNames(files)];
}
