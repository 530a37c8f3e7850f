import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { SoslQuery } from '../../syntax/soql.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { bindsOf } from '../../soql/binds.ts';
import { checkExpression } from './expression.ts';
import { findField, unknownRecordField } from './record.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';

/** `[FIND ... RETURNING ...]`: one list of records for each object, in the order in which they are written. */
export function checkSosl(node: ast.SoslExpression, scope: Scope): IrExpression {
  const { world } = scope;
  const binds = bindsOf(node.query).map((bind) => checkExpression(bind.expression, scope, null));
  const isRight = node.query.returning.map((part) => checkReturning(part, scope)).every(Boolean);
  if (!isRight || binds.some((bind) => bind.type.kind === 'unknown')) return unknownExpression(node.span);
  const type = world.listOf(world.listOf({ kind: 'sobject', name: 'SObject' }));
  return {
    kind: 'sosl',
    query: node.query,
    binds,
    access: accessOf(node.query, scope),
    type,
    span: node.span,
  };
}

function accessOf(query: SoslQuery, scope: Scope): 'user' | 'system' {
  const words = query.with.map((clause) => clause.toUpperCase());
  if (words.some((clause) => clause.includes('USER_MODE'))) return 'user';
  return words.some((clause) => clause.includes('SYSTEM_MODE')) ? 'system' : scope.defaultAccess;
}

function checkReturning(part: SoslQuery['returning'][number], scope: Scope): boolean {
  const object = scope.world.schema.object(part.object.text);
  if (!object) {
    const names = scope.world.schema.objects.keys();
    const message = `There is no object '${part.object.text}'.`;
    const suggestion = didYouMean(part.object.text, names);
    scope.report({ code: 'soql/unknown-object', span: part.object.span, message, ...suggestion });
    return false;
  }
  const single = part.fields.flatMap((field) => (field.parts.length === 1 ? field.parts : []));
  const unknown = single.filter((name) => !findField(object, name.text));
  for (const name of unknown) unknownRecordField(object, name, scope);
  return unknown.length === 0;
}
