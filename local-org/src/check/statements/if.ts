import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { checkCondition } from './condition.ts';
import { checkBody } from './statement.ts';

/** Goes along `else if` in a loop, since generated code chains hundreds of them. */
export function checkIf(node: ast.If, scope: Scope): IrStatement {
  const links: {
    readonly node: ast.If;
    readonly condition: ReturnType<typeof checkCondition>;
    readonly then: IrStatement;
  }[] = [];
  let last: ast.Statement | null = node;
  while (last?.kind === 'if') {
    links.push({
      node: last,
      condition: checkCondition(last.condition, scope),
      then: checkBody(last.then, scope),
    });
    last = last.otherwise;
  }
  let otherwise = last && checkBody(last, scope);
  for (const link of links.reverse()) {
    otherwise = { kind: 'if', condition: link.condition, then: link.then, otherwise, span: link.node.span };
  }
  return otherwise as IrStatement;
}
