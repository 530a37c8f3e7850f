import type { IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { convertTo } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';
import { markFinal } from '../scope.ts';
import { declareVariable } from './declare.ts';

export function checkLocal(node: ast.LocalVariables, scope: Scope): readonly IrStatement[] {
  const type = scope.world.resolve(node.type, scope.owner);
  checkModifiers(node, scope);
  const isFinal = node.modifiers.names.some((modifier) => modifier.name === 'final');
  return node.variables.map(({ name, initializer }) => {
    // The value comes first: a variable cannot be used in its own initial value.
    const value = initializer && checkExpression(initializer, scope, type);
    const local = declareVariable(scope, name, type);
    if (isFinal && value) markFinal(local);
    const fitting = value && convertTo(value, type, scope, `'${name.text}'`);
    return {
      kind: 'declare',
      local,
      value: fitting,
      span: node.variables.length === 1 ? node.span : name.span,
    };
  });
}

/** A variable of a block belongs to it alone. */
function checkModifiers({ modifiers }: ast.LocalVariables, scope: Scope): void {
  for (const { name, span } of modifiers.names) {
    if (name === 'final' || name === 'transient') continue;
    scope.report({ code: 'class/modifier', span, message: `"${name}" is not allowed on a local variable.` });
  }
}
