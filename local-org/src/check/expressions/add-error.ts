import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { chooseMethod } from './arguments.ts';
import type { NamedCall } from './call.ts';
import { callOf } from './invocation.ts';
import { unknownExpression } from '../scope.ts';

/**
 * `record.Field.addError(...)` is a call on the record, with the field's token in front of its arguments: the field's
 * value itself knows nothing of its record.
 */
export function addErrorOnField(
  node: NamedCall,
  target: IrExpression,
  args: readonly IrExpression[],
  scope: Scope,
): IrExpression | null {
  if (target.kind !== 'recordField' || node.name.text.toLowerCase() !== 'adderror') return null;
  const record = target.target;
  const type = scope.world.platform('Schema.SObjectField');
  const token: IrExpression = {
    kind: 'fieldToken',
    object: target.object,
    field: target.name,
    type,
    span: target.span,
  };
  const candidates = scope.world.methods(record.type, 'addError', false);
  const chosen = chooseMethod(node, record.type, candidates, [token, ...args], scope);
  return chosen ? callOf(chosen, record, node.span) : unknownExpression(node.span);
}
