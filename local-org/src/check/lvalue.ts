import type * as ast from '../syntax/ast.ts';
import type { IrExpression } from '../ir/ir.ts';
import { superChain } from '../types/hierarchy.ts';
import { classType } from '../types/make.ts';
import type { FieldSymbol } from '../types/symbols.ts';
import type { Scope } from './checker.ts';
import { checkOrder } from './forward-reference.ts';
import { denote, valueOf } from './expressions/name.ts';
import type { Use } from './expressions/denotation.ts';
import { checkExpression } from './expressions/expression.ts';
import { isFinalLocal, unknownExpression } from './scope.ts';

const ASSIGNABLE: ReadonlySet<IrExpression['kind']> = new Set([
  'local',
  'field',
  'superField',
  'staticField',
  'platformProperty',
  'recordField',
  'recordParent',
  'element',
]);

/**
 * What stands left of `=`, `+=` or beside `++`: reports what cannot be assigned to.
 *
 * @param use `write` for `=`, `update` where the old value is read as well.
 */
export function checkTarget(node: ast.Expression, scope: Scope, use: Exclude<Use, 'read'>): IrExpression {
  const target = targetExpression(node, scope, use);
  checkOrder(node, target, scope);
  if (target.type.kind === 'unknown') return target;
  if (target.kind === 'safe') return safeTarget(node, scope);
  if (!ASSIGNABLE.has(target.kind)) return noTarget(node, scope);
  if (target.kind === 'local' && isFinalLocal(target.local))
    return finalLocal(target.local.name, node, scope);
  return target;
}

/** Why a field of a class may not be assigned here; null when it may. */
export function assignability(
  field: FieldSymbol,
  full: string,
  scope: Scope,
): { code: string; message: string; suggestion?: string } | null {
  const { property } = field;
  if (property) {
    if (property.setter === null) return { code: 'type/read-only', message: `${full} has no setter.` };
    if (scope.world.isVisible({ ...field, visibility: property.setterVisibility }, scope.owner)) return null;
    const message = `The setter of ${full} is ${property.setterVisibility} and not visible here.`;
    return { code: 'name/not-visible', message };
  }
  if (!field.isFinal || isInitialising(field, scope)) return null;
  return { code: 'type/final', message: `${full} is final and has its value already.` };
}

/** A final field gets its value in an initialiser, or in a constructor when it belongs to the object: a subclass's will do. */
function isInitialising(field: FieldSymbol, scope: Scope): boolean {
  if (scope.method === null) return scope.owner === field.owner && scope.isStatic === field.isStatic;
  const isOfObject = superChain(classType(scope.owner)).some((each) => each.symbol === field.owner);
  return isOfObject && !field.isStatic && scope.method.declaration?.kind === 'constructor';
}

function targetExpression(node: ast.Expression, scope: Scope, use: Use): IrExpression {
  if (node.kind === 'name' || node.kind === 'member') return valueOf(denote(node, scope, use), node, scope);
  if (node.kind === 'parenthesised') return targetExpression(node.expression, scope, use);
  return checkExpression(node, scope, null);
}

function safeTarget(node: ast.Expression, scope: Scope): IrExpression {
  scope.report({
    code: 'type/not-assignable',
    span: node.span,
    message: "What stands behind '?.' cannot be assigned to.",
    suggestion: "Check for null first and write '.'.",
  });
  return unknownExpression(node.span);
}

function noTarget(node: ast.Expression, scope: Scope): IrExpression {
  const message = 'Only a variable, a field, a property or a list element can be assigned to.';
  return scope.wrong({ code: 'type/not-assignable', span: node.span, message });
}

function finalLocal(name: string, node: ast.Expression, scope: Scope): IrExpression {
  const message = `'${name}' is final and has its value already.`;
  return scope.wrong({ code: 'type/final', span: node.span, message });
}
