import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { isIncomplete } from '../../types/hierarchy.ts';
import { classType, SOBJECT } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { checkOrder } from '../forward-reference.ts';
import { unknownExpression } from '../scope.ts';
import { findStatic, memberOfStatic } from '../static-names.ts';
import { follow } from './chain.ts';
import type { Denotation, Use } from './denotation.ts';
import { describedMap, describeMembers, memberOfDescribe } from './describe-members.ts';
import { checkExpression } from './expression.ts';
import { fieldOf, memberOfValue, superField } from './field.ts';
import { targetWithMember } from './precedence.ts';
import { checkSoql } from './soql.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { wrongInStatic } from './static-context.ts';
import { thisExpression } from './this.ts';

export function checkName(node: ast.Name, scope: Scope): IrExpression {
  const named = valueOf(denote(node, scope), node, scope);
  checkOrder(node, named, scope);
  return named;
}

export function checkMember(node: ast.MemberAccess, scope: Scope): IrExpression {
  return valueOf(denote(node, scope), node, scope);
}

/** What an expression in front of a `.` stands for; a name or chain of names may be a type or a namespace too. */
export function denote(node: ast.Expression, scope: Scope, use: Use = 'read'): Denotation {
  if (node.kind === 'name') return denoteName(node, scope, use);
  if (node.kind === 'member') return denoteMember(node, scope, use);
  if (node.kind === 'super') return denoteSuper(node, scope);
  return value(checkExpression(node, scope, null));
}

/** The value that something stands for; a report when it is a type or a namespace. */
export function valueOf(denotation: Denotation, node: ast.Expression, scope: Scope): IrExpression {
  switch (denotation.kind) {
    case 'value':
      return denotation.value;
    case 'describeMembers':
      return describedMap(denotation, node, scope);
    case 'static':
      return notAValue(denotation.name, denotation.type ? 'a type' : 'a namespace', node.span, scope);
    case 'labels':
      return notAValue('Label', 'the place of the custom labels', node.span, scope);
    case 'trigger':
      return notAValue('Trigger', 'the place of the trigger variables', node.span, scope);
    case 'page':
      return notAValue('Page', 'the place of the Visualforce pages', node.span, scope);
    case 'super':
      return checkExpression(node, scope, null);
  }
}

function notAValue(name: string, what: string, span: Span, scope: Scope): IrExpression {
  const message = `'${name}' is ${what}, not a value.`;
  return scope.wrong({ code: 'name/not-a-value', span, message });
}

function denoteSuper(node: ast.Super, scope: Scope): Denotation {
  return scope.isStatic ? value(wrongInStatic('super', node.span, scope)) : { kind: 'super' };
}

/** Variables before types: local, field of this class and its super classes, static of an outer class, type, namespace. */
function denoteName(node: ast.Name, scope: Scope, use: Use): Denotation {
  const local = scope.local(node.name.text);
  if (local) return value({ kind: 'local', local, type: local.type, span: node.span });
  return (
    ownField(node, scope, use) ?? findStatic(node.name.text, scope) ?? value(unknownVariable(node, scope))
  );
}

function ownField(node: ast.Name, scope: Scope, use: Use): Denotation | null {
  const { world, owner } = scope;
  const name = node.name.text;
  const own = classType(owner);
  const field = scope.isStatic ? null : world.field(own, name, false);
  if (field) return value(fieldOf(field, thisExpression(scope, node.span), node.name, node.span, scope, use));
  for (let symbol: typeof owner | null = owner; symbol; symbol = symbol.outer) {
    const statics = world.field(classType(symbol), name, true);
    if (statics) return value(fieldOf(statics, null, node.name, node.span, scope, use));
  }
  return null;
}

function denoteMember(node: ast.MemberAccess, scope: Scope, use: Use): Denotation {
  const target = targetWithMember(denoteTarget(node.target, scope), node.target, node.name.text, scope);
  if (target.kind === 'value') return memberOfExpression(node, target.value, scope, use);
  if (target.kind === 'super') return value(superField(node, scope, use));
  if (node.safe) return value(safeOnType(node, scope));
  if (target.kind !== 'describeMembers') return memberOfStatic(target, node.name, node.span, scope, use);
  return value(memberOfDescribe(target, node, scope));
}

/** A query with a field behind it gives one record. */
function denoteTarget(node: ast.Expression, scope: Scope): Denotation {
  const query = withoutParentheses(node);
  return query.kind === 'soql' ? value(checkSoql(query, scope, SOBJECT)) : denote(node, scope);
}

function withoutParentheses(node: ast.Expression): ast.Expression {
  return node.kind === 'parenthesised' ? withoutParentheses(node.expression) : node;
}

function memberOfExpression(
  node: ast.MemberAccess,
  target: IrExpression,
  scope: Scope,
  use: Use,
): Denotation {
  const members = describeMembers(node, target);
  if (members) return members;
  const link = { targetNode: node.target, safe: node.safe, span: node.span };
  return value(
    follow(link, target, scope, (object) => memberOfValue(object, node.name, node.span, scope, use)),
  );
}

function safeOnType(node: ast.MemberAccess, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/safe-navigation',
    span: node.span,
    message: "'?.' needs a value in front of it; a type is never null.",
    suggestion: "Write '.'.",
  });
}

function unknownVariable(node: ast.Name, scope: Scope): IrExpression {
  const { world, owner } = scope;
  const name = node.name.text;
  if (isIncomplete(classType(owner)) || (owner.outer && isIncomplete(classType(owner.outer)))) {
    return unknownExpression(node.span);
  }
  if (scope.isStatic && world.field(classType(owner), name, false))
    return wrongInStatic(name, node.span, scope);
  const outer = outerInstanceField(name, scope);
  if (outer) return outerInstance(name, outer, node.span, scope);
  const names = [...world.memberNames(classType(owner), scope.isStatic ? true : null), ...classNames(scope)];
  const message = `Variable does not exist: ${name}.`;
  return scope.wrong({ code: 'name/unknown-variable', span: node.span, message, ...didYouMean(name, names) });
}

function* classNames(scope: Scope): Generator<string> {
  for (const symbol of scope.world.classes.values()) yield symbol.name;
}

function outerInstanceField(name: string, scope: Scope): string | null {
  for (let symbol = scope.owner.outer; symbol; symbol = symbol.outer) {
    if (scope.world.field(classType(symbol), name, false)) return symbol.name;
  }
  return null;
}

function outerInstance(name: string, outer: string, span: Span, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/static-context',
    span,
    message: `'${name}' belongs to an object of ${outer}; an inner class has no such object.`,
    suggestion: `Pass the ${outer} as a parameter.`,
  });
}

function value(expression: IrExpression): Denotation {
  return { kind: 'value', value: expression };
}
