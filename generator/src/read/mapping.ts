/** Decodes a mapping: what one Salesforce object and one billing resource share. */
import type { ts } from 'ts-morph';
import type { MappingModel, PathModel } from '../model/model.ts';
import { checkConstant, checkDefault, checkDirect } from './check-fit.ts';
import { childOf } from './children.ts';
import { conditionsOf, fieldNamed } from './conditions.ts';
import type { ReadContext } from './context.ts';
import { call, options, present, scalar, text, type Shape } from './expect.ts';
import type { MappingScope } from './mapping-scope.ts';
import { declaredParts } from './objects.ts';
import { confirmationOf, successionOf } from './orders.ts';
import { connectionField, operationName, queryParameter } from './profile-names.ts';
import { rowsOf } from './rows.ts';

export function mappingOf(ctx: ReadContext, scope: MappingScope): MappingModel | undefined {
  const { header } = scope;
  const parts = declaredParts(ctx, header.declaration, 'the introduction of the mapping reference');
  const mapping = options(ctx, header.declaration.call, 2);
  const id = pathAt(ctx, scope, mapping, 'id');
  const head = {
    name: header.name,
    type: header.type,
    object: header.object,
    resource: header.resource.name,
  };
  const rest = present({
    number: pathAt(ctx, scope, mapping, 'number'),
    key: keyOf(ctx, scope, mapping),
    bulk: bulkOf(ctx, scope, mapping.shape('bulk')),
    read: mapping.get('read', (_ctx, node) => operationName(ctx, header.resource, node)),
    create: mapping.get('create', (_ctx, node) => operationName(ctx, header.resource, node)),
    update: mapping.get('update', (_ctx, node) => operationName(ctx, header.resource, node)),
    updateOnlyIf: mapping.get('updateOnlyIf', (_ctx, node) => connectionField(ctx, scope, node)),
    automation: mapping.get('automation', (_ctx, node) => connectionField(ctx, scope, node)),
    lookalikes: mapping.list('lookalikes', 'likenesses', (_ctx, node) => likenessOf(ctx, scope, node)),
    deepLink: deepLinkOf(ctx, scope, mapping.shape('deepLink')),
    onLink: onLinkOf(ctx, scope, mapping.shape('onLink')),
    recordTypes: mapping.texts('recordTypes'),
    takesPart: mapping.list('takesPart', 'conditions', (_ctx, node) => blockedOf(ctx, scope, node)),
    rows: mapping.shape('fields')?.properties.flatMap((property) => rowsOf(ctx, scope, property)) ?? [],
    constants: mapping.list('constants', 'constants', (_ctx, node) => constantOf(ctx, scope, node)),
    defaults: mapping.list('defaults', 'defaults', (_ctx, node) => defaultOf(ctx, scope, node)),
    confirm: mapping.get('confirm', (_ctx, node) => confirmationOf(ctx, scope, node)),
    becomes: mapping.get('becomes', (_ctx, node) => successionOf(ctx, scope, node)),
    children: mapping.shape('children')?.properties.flatMap((one) => childOf(ctx, scope, one) ?? []) ?? [],
    ...parts,
  });
  return id && { ...head, id, ...rest };
}

function pathAt(ctx: ReadContext, scope: MappingScope, shape: Shape, name: string): PathModel | undefined {
  return shape.get(name, (_ctx, node) => scope.path(ctx, node));
}

function keyOf(ctx: ReadContext, scope: MappingScope, mapping: Shape): MappingModel['key'] {
  const key = mapping.shape('key');
  if (key === undefined) return undefined;
  const property = pathAt(ctx, scope, key, 'property');
  const parameter = key.get('parameter', (_ctx, node) => queryParameter(ctx, scope.header, node));
  const onlyIf = key.get('onlyIf', (_ctx, node) => connectionField(ctx, scope, node));
  if (property === undefined || parameter === undefined) return undefined;
  return present({ property, parameter, onlyIf });
}

function bulkOf(ctx: ReadContext, scope: MappingScope, bulk: Shape | undefined): MappingModel['bulk'] {
  if (bulk === undefined) return undefined;
  const { resource } = scope.header;
  const operation = bulk.get('operation', (_ctx, node) => operationName(ctx, resource, node, 'list'));
  const parameter = (_ctx: ReadContext, node: ts.Expression) => queryParameter(ctx, scope.header, node);
  const byId = bulk.get('byId', parameter);
  const byKey = bulk.get('byKey', parameter);
  if (operation === undefined || byId === undefined) return undefined;
  return present({ operation, byId, byKey });
}

function deepLinkOf(
  ctx: ReadContext,
  scope: MappingScope,
  placeholders: Shape | undefined,
): MappingModel['deepLink'] {
  return (placeholders?.properties ?? []).flatMap(({ name, value }) => {
    const path = scope.path(ctx, value);
    return path === undefined ? [] : [{ placeholder: name, path }];
  });
}

function onLinkOf(ctx: ReadContext, scope: MappingScope, fields: Shape | undefined): MappingModel['onLink'] {
  return (fields?.properties ?? []).flatMap((property) => {
    const field = scope.link && fieldNamed(ctx, scope.link, property);
    const path = scope.path(ctx, property.value);
    if (field === undefined || path === undefined) return [];
    checkDirect(ctx, scope.types, { field, key: property.key }, path);
    return [{ field: field.name, path }];
  });
}

const evidences = ['number', 'name', 'email'] as const;

function likenessOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['lookalikes'][number] | undefined {
  const [evidenceNode, fieldNode, parameterNode] = call(ctx, node, ['looksLike'], 'a likeness')?.args ?? [];
  const said = evidenceNode && text(ctx, evidenceNode);
  const evidence = evidences.find((one) => one === said);
  const field = fieldNode && text(ctx, fieldNode);
  const parameter = parameterNode && queryParameter(ctx, scope.header, parameterNode);
  if (evidence === undefined || field === undefined) return undefined;
  return present({ evidence, field, parameter, source: ctx.sourceOf(node) });
}

function blockedOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['takesPart'][number] | undefined {
  const blocked = call(ctx, node, ['blockedUnless'], 'a condition');
  const [whenNode, reasonNode] = blocked?.args ?? [];
  const when = conditionsOf(ctx, scope.object, whenNode);
  const reason = reasonNode && scope.system.core.reasonNamed(ctx, reasonNode);
  return reason === undefined ? undefined : { when, reason, source: ctx.sourceOf(node) };
}

function constantOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['constants'][number] | undefined {
  const [selector, valueNode] = call(ctx, node, ['constant'], 'a constant')?.args ?? [];
  const path = selector && scope.path(ctx, selector);
  const value = valueNode && scalar(ctx, valueNode);
  if (path === undefined || valueNode === undefined || value === undefined) return undefined;
  checkConstant(ctx, scope.types, valueNode, path, value);
  return { path, value, source: ctx.sourceOf(node) };
}

function defaultOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['defaults'][number] | undefined {
  const [selector, nameNode] = call(ctx, node, ['fromConnection'], 'a default')?.args ?? [];
  const path = selector && scope.path(ctx, selector);
  const field = nameNode && connectionField(ctx, scope, nameNode);
  if (path === undefined || nameNode === undefined || field === undefined) return undefined;
  checkDefault(ctx, scope, nameNode, path, field);
  return { path, connectionField: field, source: ctx.sourceOf(node) };
}
