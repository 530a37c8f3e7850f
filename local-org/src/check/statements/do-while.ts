import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkCondition } from './condition.ts';
import { checkBody } from './statement.ts';

export function checkDoWhile(node: ast.DoWhile, scope: Scope): IrStatement {
  const body = checkBody(node.body, scope.loop());
  return { kind: 'doWhile', body, condition: checkCondition(node.condition, scope), span: node.span };
}
