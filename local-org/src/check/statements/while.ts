import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkCondition } from './condition.ts';
import { checkBody } from './statement.ts';

export function checkWhile(node: ast.While, scope: Scope): IrStatement {
  const condition = checkCondition(node.condition, scope);
  return { kind: 'while', condition, body: checkBody(node.body, scope.loop()), span: node.span };
}
