import type { IrExpression, IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import { SOBJECT } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { describeType, withArticle } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';
import { checkExternalId } from './external-id.ts';

export function checkDml(node: ast.Dml, scope: Scope): IrStatement {
  const value = checkRecords(node, scope);
  const isUpsert = node.operation === 'upsert';
  const externalId = isUpsert && node.second ? checkExternalId(node.second, value.type, scope) : null;
  const second = node.second && !isUpsert ? checkMerged(node.second, scope) : null;
  return {
    kind: 'dml',
    operation: node.operation,
    access: node.access ?? scope.defaultAccess,
    value,
    second,
    externalId,
    span: node.span,
  };
}

function checkRecords(node: ast.Dml, scope: Scope): IrExpression {
  const { world } = scope;
  const value = checkExpression(node.value, scope, world.listOf(SOBJECT));
  const isOne = node.operation === 'merge';
  if (value.type.kind === 'unknown' || value.type.kind === 'sobject') return value;
  if (!isOne && recordsIn(value.type, scope)) return value;
  const wanted = isOne ? 'one sObject' : 'an sObject or a list of sObjects';
  const given = withArticle(describeType(value.type, world));
  const isMap = world.asType(value.type, 'System.Map') !== null;
  const isSet = world.asType(value.type, 'System.Set') !== null;
  return scope.wrong({
    code: 'type/dml',
    span: value.span,
    message: `\`${node.operation}\` takes ${wanted}, not ${given}.`,
    ...(isMap ? { suggestion: 'Use `.values()`.' } : {}),
    ...(isSet ? { suggestion: 'Put the records into a List.' } : {}),
  });
}

/** The element type of a list of records; null when it is none. */
export function recordsIn(type: Type, scope: Scope): Type | null {
  const list = scope.world.asType(type, 'System.List');
  const element = list?.kind === 'class' ? list.arguments[0] : undefined;
  return element?.kind === 'sobject' ? element : null;
}

function checkMerged(node: ast.Expression, scope: Scope): IrExpression {
  const value = checkExpression(node, scope, null);
  const { type } = value;
  const list = scope.world.asType(type, 'System.List');
  const each = list?.kind === 'class' ? (list.arguments[0] ?? type) : type;
  const isId = each.kind === 'primitive' && (each.name === 'Id' || each.name === 'String');
  if (each.kind === 'sobject' || each.kind === 'unknown' || isId) return value;
  const given = withArticle(describeType(type, scope.world));
  return scope.wrong({
    code: 'type/dml',
    span: value.span,
    message: `\`merge\` takes an sObject, an Id or a list of them as its second, not ${given}.`,
  });
}
