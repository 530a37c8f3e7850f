/** Reads the folder of one billing system. */
import type { ts } from 'ts-morph';
import type { SystemModel, ValueMapModel } from '../model/model.ts';
import { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { coreFunctions } from './core.ts';
import type { CoreIndex } from './core-index.ts';
import { reportCycles } from './cycles.ts';
import { declarationsIn, type Declaration } from './declarations.ts';
import { reportDuplicates } from './duplicates.ts';
import { profileOf, type Profile } from './endpoints.ts';
import { options } from './expect.ts';
import { mappingOf } from './mapping.ts';
import { MappingScope } from './mapping-scope.ts';
import { declaredParts } from './objects.ts';
import { samplesOf, type TextFile } from './samples.ts';
import { SystemIndex } from './system-index.ts';
import { valueMapOf } from './value-map.ts';

/** The files of one system's folder. */
export interface SystemFiles {
  /** Relative to the repository. */
  readonly folder: string;
  readonly sources: readonly ts.SourceFile[];
  readonly samples: readonly TextFile[];
}

/** The system that a folder holds; undefined where it lacks `system()` or `profile()`. */
export function readSystem(
  ctx: ReadContext,
  { folder, sources, samples }: SystemFiles,
  core: CoreIndex,
): SystemModel | undefined {
  const declarations = declarationsIn(ctx, sources);
  reportCoreCalls(ctx, declarations);
  const made = (name: string) => declarations.filter(({ call }) => call.name === name);
  const types = new ApiTypes(ctx);
  const head = theOne(ctx, folder, 'system', made('system'));
  const profileDeclaration = theOne(ctx, folder, 'profile', made('profile'));
  const profile = profileDeclaration && profileOf(ctx, types, profileDeclaration);
  types.readAll(sources);

  const valueMaps = valueMapsOf(ctx, made('valueMap'));
  const index = new SystemIndex(types, core, valueMaps);
  for (const declaration of made('mapping')) index.add(ctx, declaration, profile);
  const scopes = index.headers.map((header) => new MappingScope(index, header));
  const mappings = scopes.flatMap((scope) => mappingOf(ctx, scope) ?? []);
  reportCycles(ctx, scopes);
  reportDuplicates(ctx, 'value map', [...valueMaps.values()]);
  reportDuplicates(ctx, 'mapping', mappings);
  reportDuplicates(
    ctx,
    'mapping type',
    mappings.map((mapping) => ({ ...mapping, name: mapping.type })),
  );

  const options = head && headOf(ctx, folder, head);
  if (options === undefined || profile === undefined) return undefined;
  return {
    ...options,
    profile: profile.model,
    types: types.reachable(rootsOf(profile)),
    valueMaps: [...valueMaps.values()],
    mappings,
    samples: samplesOf(ctx, samples, profile.model),
  };
}

function valueMapsOf(
  ctx: ReadContext,
  declarations: readonly Declaration[],
): ReadonlyMap<ts.VariableDeclaration, ValueMapModel> {
  return new Map(declarations.map((declaration) => [declaration.node, valueMapOf(ctx, declaration)]));
}

/** The types that operations and resources start from. */
function rootsOf({ model }: Profile): Parameters<ApiTypes['reachable']>[0] {
  return model.resources.flatMap(({ type, operations }) => [
    { kind: 'type' as const, name: type },
    ...operations.flatMap(({ request, response }) => [
      ...(request ? [{ kind: 'type' as const, name: request.type }] : []),
      ...(response ? [response] : []),
    ]),
  ]);
}

function headOf(
  ctx: ReadContext,
  folder: string,
  declaration: Declaration,
): Pick<SystemModel, 'name' | 'label' | 'prefix' | 'doc' | 'source'> | undefined {
  const shape = options(ctx, declaration.call, 0);
  const parts = declaredParts(ctx, declaration, 'the introduction of the system’s reference');
  const name = shape.text('name');
  const nameNode = shape.node('name');
  if (name === undefined || nameNode === undefined) return undefined;
  if (!folder.endsWith(`/${name}`))
    ctx.report(codes.wrongFolder, nameNode, {
      what: `The system "${name}" is in the folder "${folder}".`,
      why: 'Folder, key in data and emitted folder carry one name, so that each is found from the other.',
      fix: 'Rename the folder or the system.',
    });
  return { name, label: shape.text('label') ?? '', prefix: shape.text('prefix') ?? '', ...parts };
}

/** The one call of a function that each system's folder has. */
function theOne(
  ctx: ReadContext,
  folder: string,
  name: 'system' | 'profile',
  declarations: readonly Declaration[],
): Declaration | undefined {
  const [first, second] = declarations;
  if (second)
    ctx.report(codes.duplicateName, second.node.name, {
      what: `The folder "${folder}" calls ${name}() twice.`,
      why: 'A folder holds one billing system.',
      fix: 'Remove one of them, or give the other system its own folder.',
    });
  const file = name === 'system' ? 'system.ts' : 'endpoints.ts';
  if (first === undefined)
    ctx.report(
      codes.incompleteSystem,
      { file: `${folder}/${file}`, line: 1, column: 1, length: 1 },
      {
        what: `The folder "${folder}" has no ${name}().`,
        why: 'Nothing can be emitted for a billing system without it.',
        fix: `Write export const … = ${name}({ … }) in ${file}.`,
      },
    );
  return first;
}

function reportCoreCalls(ctx: ReadContext, declarations: readonly Declaration[]): void {
  for (const { name, call, node } of declarations)
    if (coreFunctions.has(call.name))
      ctx.report(codes.wrongFolder, node.name, {
        what: `A system's folder declares "${name}" with ${call.name}().`,
        why: 'Objects, fields, actions, permissions and reasons are the same for all systems and are emitted once.',
        fix: 'Move it to generator/mappings/core.',
      });
}
