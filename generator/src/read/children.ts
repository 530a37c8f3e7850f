/** Decodes the children of a mapping. */
import type { MappingModel } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { Call, Property } from './evaluate.ts';
import { call, present } from './expect.ts';
import type { MappingScope } from './mapping-scope.ts';
import { queryParameter } from './profile-names.ts';
import { pathOf } from './selector.ts';

type Child = MappingModel['children'][number];

export function childOf(ctx: ReadContext, scope: MappingScope, property: Property): Child | undefined {
  const made = call(ctx, property.value, ['nested', 'listed'], 'children');
  if (made === undefined) return undefined;
  return made.name === 'nested'
    ? nestedChild(ctx, scope, property, made)
    : listedChild(ctx, scope, property, made);
}

function nestedChild(
  ctx: ReadContext,
  scope: MappingScope,
  { name, key }: Property,
  { args: [selector, mappingNode], node }: Call,
): Child | undefined {
  const path = selector && scope.path(ctx, selector, 'array');
  const target = mappingNode ? scope.system.mapping(ctx, mappingNode) : scope.header;
  if (path === undefined || target === undefined) return undefined;
  const element = path.type.kind === 'array' && path.type.of.kind === 'type' ? path.type.of.name : undefined;
  if (element !== target.resource.type)
    ctx.report(codes.typesDoNotFit, path.source, {
      what: `"${path.text}" holds ${element ?? 'plain values'}, and the mapping ${target.name} is of ${target.resource.type}.`,
      why: 'The child mapping selects properties that these objects do not have.',
      fix: `Select a list of ${target.resource.type}, or use the mapping of what the list holds.`,
    });
  if (target !== scope.header) scope.contains(target, node.expression);
  return { name, kind: 'nested', path, mapping: target.name, source: ctx.sourceOf(key) };
}

function listedChild(
  ctx: ReadContext,
  scope: MappingScope,
  { name, key }: Property,
  { args: [parameterNode, mappingNode, parentNode, partsNode] }: Call,
): Child | undefined {
  const target = mappingNode && scope.system.mapping(ctx, mappingNode);
  const parameter = parameterNode && target && queryParameter(ctx, target, parameterNode);
  if (target === undefined || parameter === undefined) return undefined;
  const parent = parentNode && pathOf(ctx, scope.types, target.resource.type, parentNode);
  const parts = partsNode && pathOf(ctx, scope.types, target.resource.type, partsNode);
  return present({
    name,
    kind: 'listed',
    parameter,
    parent,
    parts,
    mapping: target.name,
    source: ctx.sourceOf(key),
  });
}
