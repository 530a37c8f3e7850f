/** Decodes the parts of the package that are not objects. */
import type { ts } from 'ts-morph';
import type {
  AppModel,
  ComponentTabModel,
  CustomPermissionModel,
  PermissionSetModel,
  QuickActionModel,
  ReasonModel,
} from '../model/model.ts';
import type { ReadContext } from './context.ts';
import type { CoreIndex } from './core-index.ts';
import type { Declaration } from './declarations.ts';
import { evaluate } from './evaluate.ts';
import { options, present, shape, text, texts } from './expect.ts';
import { declaredParts, nameOf } from './objects.ts';

export function reasonOf(ctx: ReadContext, declaration: Declaration): ReasonModel {
  const reason = options(ctx, declaration.call, 0);
  return {
    name: declaration.name,
    rep: reason.text('rep') ?? '',
    admin: reason.text('admin') ?? '',
    remedy: reason.text('remedy') ?? '',
    ...declaredParts(ctx, declaration, 'the entry of the list of reasons'),
  };
}

export function quickActionOf(
  ctx: ReadContext,
  declaration: Declaration,
  core: CoreIndex,
): QuickActionModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the action');
  if (name === undefined) return undefined;
  const action = options(ctx, declaration.call, 1);
  return present({
    name,
    label: action.text('label') ?? '',
    component: action.text('component') ?? '',
    type: action.choice('type', ['screen', 'headless']) ?? 'screen',
    icon: action.text('icon'),
    on: action.list('on', 'objects', (_ctx, node) => core.objectNamed(ctx, node)),
    permission: action.get('permission', (_ctx, node) => core.permissionNamed(ctx, node)),
    ...parts,
  });
}

export function customPermissionOf(
  ctx: ReadContext,
  declaration: Declaration,
): CustomPermissionModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the permission');
  if (name === undefined) return undefined;
  return { name, label: options(ctx, declaration.call, 1).text('label') ?? '', ...parts };
}

export function componentTabOf(ctx: ReadContext, declaration: Declaration): ComponentTabModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the tab');
  if (name === undefined) return undefined;
  const tab = options(ctx, declaration.call, 1);
  return {
    name,
    label: tab.text('label') ?? '',
    component: tab.text('component') ?? '',
    motif: tab.text('motif') ?? '',
    ...parts,
  };
}

const objectAccess = ['read', 'edit', 'delete', 'viewAll', 'modifyAll'] as const;

function objectGrantOf(ctx: ReadContext, node: ts.Expression, core: CoreIndex) {
  const grant = shape(ctx, node);
  const object = grant?.get('object', (_ctx, value) => core.objectNamed(ctx, value));
  const access = grant?.choice('access', objectAccess);
  if (object === undefined || access === undefined) return undefined;
  return { object, access, create: grant?.flag('create') ?? false, without: grant?.texts('without') ?? [] };
}

function fieldGrantOf(ctx: ReadContext, node: ts.Expression, core: CoreIndex) {
  const grant = shape(ctx, node);
  const object = grant?.get('object', (_ctx, value) => core.objectNamed(ctx, value));
  const access = grant?.choice('access', ['read', 'edit']);
  return object === undefined || access === undefined ? undefined : { object, access };
}

function neededOf(ctx: ReadContext, node: ts.Expression): PermissionSetModel['needs'][number] | undefined {
  const needed = shape(ctx, node);
  return (
    needed &&
    present({
      why: needed.text('why') ?? '',
      object: needed.text('object'),
      access: needed.choice('access', ['read', 'create', 'edit']),
      field: needed.text('field'),
      userPermission: needed.text('userPermission'),
      source: ctx.sourceOf(node),
    })
  );
}

/** `'all'`, `'none'`, or a list of tabs. */
function tabsOf(ctx: ReadContext, node: ts.Expression): PermissionSetModel['tabs'] {
  const value = evaluate(ctx, node, "'all', 'none' or a list of tabs");
  if (value.kind === 'literal' && (value.value === 'all' || value.value === 'none')) return value.value;
  return texts(ctx, node);
}

export function permissionSetOf(
  ctx: ReadContext,
  declaration: Declaration,
  core: CoreIndex,
): PermissionSetModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the permission set');
  if (name === undefined) return undefined;
  const set = options(ctx, declaration.call, 1);
  return {
    name,
    label: set.text('label') ?? '',
    objects: set.list('objects', 'objects with access', (_ctx, node) => objectGrantOf(ctx, node, core)),
    fieldsOn: set.list('fieldsOn', 'objects with access', (_ctx, node) => fieldGrantOf(ctx, node, core)),
    classes: set.texts('classes'),
    customPermissions: set.list('customPermissions', 'custom permissions', (_ctx, node) =>
      core.permissionNamed(ctx, node),
    ),
    tabs: set.get('tabs', tabsOf) ?? 'none',
    app: set.flag('app') ?? false,
    needs: set.list('needs', 'needed permissions', neededOf),
    ...parts,
  };
}

/** A standard tab by its name, an object of ours, or a tab of ours. */
function appTabOf(ctx: ReadContext, node: ts.Expression, core: CoreIndex): string | undefined {
  const value = evaluate(ctx, node, 'the name of a standard tab in quotes, an object or a tab');
  return value.kind === 'literal' ? text(ctx, node) : core.tabNamed(ctx, node);
}

export function appOf(ctx: ReadContext, declaration: Declaration, core: CoreIndex): AppModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the app');
  if (name === undefined) return undefined;
  const app = options(ctx, declaration.call, 1);
  return {
    name,
    label: app.text('label') ?? '',
    colour: app.text('colour') ?? '',
    tabs: app.list('tabs', 'tabs', (_ctx, node) => appTabOf(ctx, node, core)),
    ...parts,
  };
}
