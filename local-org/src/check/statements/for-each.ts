import type { IrConversion, IrExpression, IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import { OBJECT, SOBJECT, sameType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { conversion, describeType, isAnySObject, withArticle } from '../convert.ts';
import { isDynamicQuery } from '../expressions/call.ts';
import { checkExpression } from '../expressions/expression.ts';
import { checkBody } from './statement.ts';
import { declareVariable } from './declare.ts';

/** What a loop walks over and what each step gives. */
interface Walk {
  readonly source: 'list' | 'set' | 'iterable' | 'soql';
  readonly batch: boolean;
  readonly element: Type;
}

const COLLECTIONS = [
  ['System.List', 'list'],
  ['System.Set', 'set'],
  ['System.Iterable', 'iterable'],
] as const;

export function checkForEach(node: ast.ForEach, scope: Scope): IrStatement {
  const around = scope.loop();
  const type = scope.world.resolve(node.type, scope.owner);
  const over = checkExpression(node.over, scope, wantedOfQuery(node.over, type, scope));
  const walk = walkOf(over, type, scope);
  if (walk?.source === 'soql' && !node.body) {
    const message = 'A loop over a query must have a statement.';
    scope.report({ code: 'syntax/empty-loop', span: node.span, message, suggestion: 'Write braces.' });
  }
  const local = declareVariable(around, node.name, type);
  const body = node.body && checkBody(node.body, around);
  return {
    kind: 'forEach',
    local,
    over,
    source: walk?.source ?? 'list',
    batch: walk?.batch ?? false,
    convert: walk && elementConversion(walk.element, type, over, node, scope),
    body,
    span: node.span,
  };
}

/** A query in a loop gives its rows, whether the variable is one row or a batch of them. */
function wantedOfQuery(over: ast.Expression, type: Type, scope: Scope): Type | null {
  let node = over;
  while (node.kind === 'parenthesised') node = node.expression;
  if (node.kind !== 'soql') return null;
  return type.kind === 'sobject' ? scope.world.listOf(type) : scope.world.listOf(SOBJECT);
}

function walkOf(over: IrExpression, variable: Type, scope: Scope): Walk | null {
  if (over.type.kind === 'unknown') return null;
  const { world } = scope;
  for (const [name, source] of COLLECTIONS) {
    const collection = world.asType(over.type, name);
    if (collection?.kind !== 'class') continue;
    const element = collection.arguments[0] ?? OBJECT;
    if (over.kind !== 'soql') return { source, batch: false, element };
    const batch = world.asType(variable, 'System.List') !== null;
    return { source: 'soql', batch, element: batch ? over.type : element };
  }
  return notIterable(over, scope);
}

function notIterable(over: IrExpression, scope: Scope): null {
  const { world } = scope;
  const isMap = world.asType(over.type, 'System.Map') !== null;
  scope.report({
    code: 'type/not-iterable',
    span: over.span,
    message: `A loop cannot go over ${withArticle(describeType(over.type, world))}; it can over a List, a Set, an Iterable or a query.`,
    ...(isMap ? { suggestion: 'Use `.keySet()` or `.values()`.' } : {}),
  });
  return null;
}

function elementConversion(
  element: Type,
  variable: Type,
  over: IrExpression,
  node: ast.ForEach,
  scope: Scope,
): IrConversion | null {
  if (fits(element, variable, over, scope)) {
    if (element.kind !== 'primitive' || variable.kind !== 'primitive') return null;
    return conversion(element.name, variable.name);
  }
  const { world } = scope;
  scope.report({
    code: 'type/mismatch',
    span: node.type.span,
    message: `The loop gives ${withArticle(world.describe(element))}, but '${node.name.text}' is ${withArticle(world.describe(variable))}.`,
    suggestion: `Declare it as ${world.describe(element)}.`,
  });
  return null;
}

/** Rows of a dynamic query or of a child relationship are taken as what the variable says; no other untyped list is. */
function fits(element: Type, variable: Type, over: IrExpression, scope: Scope): boolean {
  if (sameType(element, variable)) return true;
  if (over.kind === 'soql' && variable.kind === 'object') return false;
  if (scope.world.isAssignable(element, variable)) return true;
  const isOpen = isDynamicQuery(over) || isOfChildren(over);
  return isOpen && isAnySObject(element) && variable.kind === 'sobject';
}

/** `record.getSObjects('Contacts')`. */
function isOfChildren(over: IrExpression): boolean {
  return over.kind === 'platformCall' && over.method.name.toLowerCase() === 'getsobjects';
}
