import type { IrExpression, IrStatement, IrSwitchCase } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType, withArticle } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';
import { checkBlock, checkBlockIn } from './statement.ts';
import { checkCaseValue, reportDuplicate } from './switch-value.ts';
import { declareVariable } from './declare.ts';

export function checkSwitch(node: ast.Switch, scope: Scope): IrStatement {
  const value = checkExpression(node.value, scope, null);
  if (!canSwitch(value.type)) reportValue(value, scope);
  const seen = new Set<string>();
  const cases = node.cases.map((part) => checkCase(part, value.type, seen, scope));
  const otherwise = node.otherwise && checkBlock(node.otherwise, scope);
  return { kind: 'switch', value, cases, otherwise, span: node.span };
}

const PRIMITIVES: ReadonlySet<string> = new Set(['Integer', 'Long', 'String', 'Id']);

function canSwitch(type: Type): boolean {
  switch (type.kind) {
    case 'primitive':
      return PRIMITIVES.has(type.name);
    case 'class':
      return type.arguments.length === 0;
    case 'void':
    case 'null':
    case 'parameter':
      return false;
    default:
      return true;
  }
}

function reportValue(value: IrExpression, scope: Scope): void {
  scope.report({
    code: 'type/switch',
    span: value.span,
    message: `\`switch\` cannot be used on ${withArticle(describeType(value.type, scope.world))}; it takes an Integer, Long, String, sObject or enum.`,
  });
}

function checkCase(node: ast.SwitchCase, on: Type, seen: Set<string>, scope: Scope): IrSwitchCase {
  if (node.typed) return checkTypedCase(node, node.typed, on, seen, scope);
  const values = node.values.map((value) => checkCaseValue(value, on, seen, scope));
  return { values, typed: null, body: checkBlock(node.body, scope), span: node.span };
}

function checkTypedCase(
  node: ast.SwitchCase,
  typed: NonNullable<ast.SwitchCase['typed']>,
  on: Type,
  seen: Set<string>,
  scope: Scope,
): IrSwitchCase {
  const type = scope.world.resolve(typed.type, scope.owner);
  checkCaseType(type, on, typed.type, seen, scope);
  const inner = scope.block();
  const local = declareVariable(inner, typed.name, type);
  return { values: [], typed: { type, local }, body: checkBlockIn(node.body, inner), span: node.span };
}

function checkCaseType(type: Type, on: Type, node: ast.TypeReference, seen: Set<string>, scope: Scope): void {
  const { world } = scope;
  if (type.kind === 'unknown' || on.kind === 'unknown') return;
  const name = world.describe(type);
  if (on.kind === 'primitive' || !world.isCastable(on, type)) {
    const message = `${withArticle(describeType(on, world))} never is ${withArticle(name)}.`;
    scope.report({
      code: 'type/switch',
      span: node.span,
      message: message[0]!.toUpperCase() + message.slice(1),
    });
  }
  reportDuplicate(`type ${name.toLowerCase()}`, name, node.span, seen, scope);
}
