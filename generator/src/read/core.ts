/** Reads the folder that all systems share. */
import type { ts } from 'ts-morph';
import type { CoreModel } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { CoreIndex } from './core-index.ts';
import { declarationsIn, type Declaration } from './declarations.ts';
import { reportDuplicates } from './duplicates.ts';
import { customObjectOf, metadataTypeOf, standardObjectOf } from './objects.ts';
import {
  appOf,
  componentTabOf,
  customPermissionOf,
  permissionSetOf,
  quickActionOf,
  reasonOf,
} from './package.ts';
import type { StandardCatalog } from './standard.ts';
import { checkTargets } from './targets.ts';

export interface Core {
  readonly model: CoreModel;
  readonly index: CoreIndex;
}

/** Functions that only core may call, and those that only a system may call. */
export const coreFunctions: ReadonlySet<string> = new Set([
  'app',
  'componentTab',
  'customObject',
  'customPermission',
  'metadataType',
  'permissionSet',
  'quickAction',
  'reason',
  'standardObject',
]);

export function readCore(ctx: ReadContext, files: readonly ts.SourceFile[], catalog: StandardCatalog): Core {
  const declarations = declarationsIn(ctx, files);
  reportSystemCalls(ctx, declarations);
  const index = new CoreIndex();
  const made = maker(ctx, declarations);

  const objects = made('customObject', (one) => customObjectOf(ctx, one));
  const metadataTypes = made('metadataType', (one) => metadataTypeOf(ctx, one));
  const standardObjects = made('standardObject', (one) => standardObjectOf(ctx, one, catalog));
  const customPermissions = made('customPermission', (one) => customPermissionOf(ctx, one));
  for (const [{ node }, { name, fields }] of [...objects, ...metadataTypes])
    index.addObject(node, name, fields);
  for (const [{ node }, { name, standardFields, added }] of standardObjects)
    index.addObject(node, name, [...standardFields, ...added]);
  for (const [{ node }, { name }] of customPermissions) index.addPermission(node, name);
  const componentTabs = made('componentTab', (one) => componentTabOf(ctx, one));
  for (const [{ node }, { name }] of componentTabs) index.addTab(node, name);
  const reasons = made('reason', (one) => reasonOf(ctx, one));
  for (const [{ node }, { name }] of reasons) index.addReason(node, name);

  const model: CoreModel = {
    objects: values(objects),
    metadataTypes: values(metadataTypes),
    standardObjects: values(standardObjects),
    reasons: values(reasons),
    quickActions: values(made('quickAction', (one) => quickActionOf(ctx, one, index))),
    customPermissions: values(customPermissions),
    componentTabs: values(componentTabs),
    permissionSets: values(made('permissionSet', (one) => permissionSetOf(ctx, one, index))),
    apps: values(made('app', (one) => appOf(ctx, one, index))),
  };
  checkCore(ctx, model, index);
  return { model, index };
}

/** Each declaration made by one function, with what it was decoded to. */
const maker =
  (ctx: ReadContext, declarations: readonly Declaration[]) =>
  <T>(
    name: string,
    decode: (declaration: Declaration, ctx: ReadContext) => T | undefined,
  ): (readonly [Declaration, T])[] =>
    declarations
      .filter(({ call }) => call.name === name)
      .flatMap((declaration) => {
        const value = decode(declaration, ctx);
        return value === undefined ? [] : [[declaration, value] as const];
      });

const values = <T>(pairs: readonly (readonly [Declaration, T])[]): T[] => pairs.map(([, value]) => value);

function checkCore(ctx: ReadContext, model: CoreModel, index: CoreIndex): void {
  reportDuplicates(ctx, 'object', [...model.objects, ...model.metadataTypes, ...model.standardObjects]);
  reportDuplicates(ctx, 'reason', model.reasons);
  reportDuplicates(ctx, 'quick action', model.quickActions);
  reportDuplicates(ctx, 'custom permission', model.customPermissions);
  reportDuplicates(ctx, 'tab', model.componentTabs);
  reportDuplicates(ctx, 'permission set', model.permissionSets);
  reportDuplicates(ctx, 'app', model.apps);
  checkTargets(ctx, model, index);
}

function reportSystemCalls(ctx: ReadContext, declarations: readonly Declaration[]): void {
  for (const { name, call, node } of declarations)
    if (!coreFunctions.has(call.name))
      ctx.report(codes.wrongFolder, node.name, {
        what: `Core declares "${name}" with ${call.name}().`,
        why: 'Core is what all billing systems share; it names none of them.',
        fix: 'Move it to the folder of its billing system.',
      });
}
