import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { ClassSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { convertTo } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { unknownExpression } from '../scope.ts';

/** One value of a `when`: a literal of the switch's type, a bare constant of its enum, or null. */
export function checkCaseValue(
  written: ast.Expression,
  on: Type,
  seen: Set<string>,
  scope: Scope,
): IrExpression {
  const node = unwrap(written);
  if (node.kind === 'literal' && node.type === 'null') {
    reportDuplicate('null', 'null', node.span, seen, scope);
    return checkExpression(node, scope, null);
  }
  if (on.kind === 'unknown') return unknownExpression(node.span);
  if (on.kind === 'class' && on.symbol.kind === 'enum') return enumValue(node, on.symbol, on, seen, scope);
  return literalValue(node, on, seen, scope);
}

function unwrap(node: ast.Expression): ast.Expression {
  let inner = node;
  while (inner.kind === 'parenthesised') inner = inner.expression;
  return inner;
}

function enumValue(
  node: ast.Expression,
  symbol: ClassSymbol,
  type: Type,
  seen: Set<string>,
  scope: Scope,
): IrExpression {
  if (node.kind !== 'name') {
    const message = `A constant of ${symbol.name} is wanted here.`;
    const suggestion = node.kind === 'member' ? { suggestion: `Write \`${node.name.text}\` alone.` } : {};
    return scope.wrong({ code: 'type/switch', span: node.span, message, ...suggestion });
  }
  const written = node.name.text;
  const name = symbol.enumConstants.find((constant) => constant.toLowerCase() === written.toLowerCase());
  if (name === undefined) {
    const message = `${symbol.name} has no constant '${written}'.`;
    return scope.wrong({
      code: 'name/unknown-constant',
      span: node.span,
      message,
      ...didYouMean(written, symbol.enumConstants),
    });
  }
  reportDuplicate(`constant ${name}`, name, node.span, seen, scope);
  return { kind: 'enumConstant', symbol, name, type, span: node.span };
}

function literalValue(node: ast.Expression, on: Type, seen: Set<string>, scope: Scope): IrExpression {
  if (!isLiteral(node) || on.kind !== 'primitive') {
    const what =
      on.kind === 'primitive' ? `A literal of type ${on.name}` : 'A type with a variable, or null,';
    return scope.wrong({ code: 'type/switch', span: node.span, message: `${what} is wanted here.` });
  }
  const value = checkExpression(node, scope, on);
  if (value.kind === 'literal')
    reportDuplicate(`value ${value.value}`, String(value.value), node.span, seen, scope);
  return convertTo(value, on, scope, 'this case');
}

function isLiteral(node: ast.Expression): boolean {
  if (node.kind === 'unary') return node.operator === '-' && !node.postfix && node.operand.kind === 'literal';
  return node.kind === 'literal';
}

/** Reports a case that an earlier one took already. */
export function reportDuplicate(
  key: string,
  name: string,
  span: Span,
  seen: Set<string>,
  scope: Scope,
): void {
  if (seen.has(key))
    scope.report({ code: 'flow/duplicate-case', span, message: `There is a case of ${name} already.` });
  seen.add(key);
}
