import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { bindsOf } from '../../soql/binds.ts';
import { accessOf, checkSearch } from '../../soql/search/check.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';

/** `[FIND ... RETURNING ...]`: one list of records for each object, in the order in which they are written. */
export function checkSosl(node: ast.SoslExpression, scope: Scope): IrExpression {
  const { world } = scope;
  const binds = bindsOf(node.query).map((bind) => checkExpression(bind.expression, scope, null));
  let isRight = binds.every((bind) => bind.type.kind !== 'unknown');
  const types = binds.map((bind) => bind.type);
  checkSearch(node.query, world.schema, types, ({ unsupported: _, ...diagnostic }) => {
    isRight = false;
    scope.report(diagnostic);
  });
  if (!isRight) return unknownExpression(node.span);
  const type = world.listOf(world.listOf({ kind: 'sobject', name: 'SObject' }));
  const access = accessOf(node.query) ?? scope.defaultAccess;
  return { kind: 'sosl', query: node.query, binds, access, type, span: node.span };
}
