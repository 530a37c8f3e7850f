import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { checkBlock, checkBlockIn } from './statement.ts';
import { isException } from './throw.ts';
import { declareVariable } from './declare.ts';

type IrCatch = (IrStatement & { kind: 'try' })['catches'][number];

export function checkTry(node: ast.Try, scope: Scope): IrStatement {
  const body = checkBlock(node.body, scope);
  const caught: Type[] = [];
  const catches = node.catches.map((part) => checkCatch(part, caught, scope));
  const finallyBody = node.finallyBody && checkBlock(node.finallyBody, scope);
  return { kind: 'try', body, catches, finallyBody, span: node.span };
}

/** @param caught The types of the catches before; this one's is added. */
function checkCatch(node: ast.Try['catches'][number], caught: Type[], scope: Scope): IrCatch {
  const type = scope.world.resolve(node.type, scope.owner);
  checkCaughtType(type, caught, node, scope);
  caught.push(type);
  const inner = scope.block();
  const local = declareVariable(inner, node.name, type);
  return { type, local, body: checkBlockIn(node.body, inner), span: node.span };
}

function checkCaughtType(
  type: Type,
  caught: readonly Type[],
  node: ast.Try['catches'][number],
  scope: Scope,
): void {
  const { world } = scope;
  if (type.kind === 'unknown') return;
  const { span } = node.type;
  if (!isException(type, scope)) {
    const message = `Only exceptions can be caught; ${world.describe(type)} is none.`;
    scope.report({ code: 'type/not-an-exception', span, message });
    return;
  }
  const earlier = caught.find((before) => before.kind !== 'unknown' && world.isAssignable(type, before));
  if (!earlier) return;
  scope.report({
    code: 'flow/unreachable-catch',
    span,
    message: `${world.describe(type)} never gets here: the catch of ${world.describe(earlier)} above takes it.`,
    suggestion: 'Put the more specific exception first.',
  });
}
