import type { IrBlock, IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkDml } from './dml.ts';
import { checkDoWhile } from './do-while.ts';
import { checkExpressionStatement } from './expression-statement.ts';
import { checkForEach } from './for-each.ts';
import { checkFor } from './for.ts';
import { checkIf } from './if.ts';
import { checkJump } from './jump.ts';
import { checkLocal } from './local.ts';
import { checkReturn } from './return.ts';
import { checkRunAs } from './run-as.ts';
import { checkSwitch } from './switch.ts';
import { checkThrow } from './throw.ts';
import { checkTry } from './try.ts';
import { checkWhile } from './while.ts';

/** Checks one statement. `Integer a, b;` gives two; one that is wrong and was reported may give none. */
export function checkStatement(node: ast.Statement, scope: Scope): readonly IrStatement[] {
  switch (node.kind) {
    case 'block':
      return [checkBlock(node, scope)];
    case 'local':
      return checkLocal(node, scope);
    case 'expression':
      return [checkExpressionStatement(node, scope)];
    case 'if':
      return [checkIf(node, scope)];
    case 'while':
      return [checkWhile(node, scope)];
    case 'doWhile':
      return [checkDoWhile(node, scope)];
    case 'for':
      return [checkFor(node, scope)];
    case 'forEach':
      return [checkForEach(node, scope)];
    case 'return':
      return [checkReturn(node, scope)];
    case 'throw':
      return [checkThrow(node, scope)];
    case 'try':
      return [checkTry(node, scope)];
    case 'break':
    case 'continue':
      return [checkJump(node, scope)];
    case 'switch':
      return [checkSwitch(node, scope)];
    case 'dml':
      return [checkDml(node, scope)];
    case 'runAs':
      return [checkRunAs(node, scope)];
  }
}

/** A block with variables of its own. */
export function checkBlock(node: ast.Block, scope: Scope): IrBlock {
  return checkBlockIn(node, scope.block());
}

/** A block whose scope is there already, with the variables that its head declares. */
export function checkBlockIn(node: ast.Block, scope: Scope): IrBlock {
  const statements = node.statements.flatMap((statement) => checkStatement(statement, scope));
  return { kind: 'block', statements, span: node.span };
}

/** The body of a branch or loop: what it declares is not visible outside, with or without braces. */
export function checkBody(node: ast.Statement, scope: Scope): IrStatement {
  if (node.kind === 'block') return checkBlock(node, scope);
  const statements = checkStatement(node, scope.block());
  const [only] = statements;
  return statements.length === 1 && only ? only : { kind: 'block', statements, span: node.span };
}
