/** Decodes what a mapping says about orders: how drafts get going, and what their items turn into. */
import type { ts } from 'ts-morph';
import type { MappingModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import { call, options, present } from './expect.ts';
import type { MappingScope } from './mapping-scope.ts';
import { connectionField, operationName, queryParameter } from './profile-names.ts';

export function confirmationOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['confirm'] {
  const made = call(ctx, node, ['confirmed'], 'a confirmation');
  const [stateNode] = made?.args ?? [];
  if (made === undefined || stateNode === undefined) return undefined;
  const said = options(ctx, made, 1);
  const state = scope.path(ctx, stateNode);
  const operation = said.get('operation', (_ctx, at) => operationName(ctx, scope.header.resource, at));
  const onlyIf = said.get('onlyIf', (_ctx, at) => connectionField(ctx, scope, at));
  if (state === undefined || operation === undefined) return undefined;
  return present({
    operation,
    onlyIf,
    state,
    draft: said.texts('draft'),
    waiting: said.texts('waiting'),
    completed: said.texts('completed'),
  });
}

export function successionOf(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): MappingModel['becomes'] {
  const made = call(ctx, node, ['becomes'], 'a succession');
  const [idNode, mappingNode] = made?.args ?? [];
  const target = mappingNode && scope.system.mapping(ctx, mappingNode);
  if (made === undefined || idNode === undefined || target === undefined) return undefined;
  const said = options(ctx, made, 2);
  const id = scope.path(ctx, idNode);
  const order = said.get('order', (_ctx, at) => queryParameter(ctx, target, at));
  const number = said.get('number', (_ctx, at) => queryParameter(ctx, target, at));
  const numberOf = said.get('numberOf', (_ctx, at) => scope.path(ctx, at));
  if (id === undefined || order === undefined || number === undefined || numberOf === undefined)
    return undefined;
  return { mapping: target.name, id, order, number, numberOf };
}
