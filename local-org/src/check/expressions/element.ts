import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { convertTo, describeType } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { follow } from './chain.ts';
import { checkExpression } from './expression.ts';

/** `list[index]`. */
export function checkIndex(node: ast.IndexAccess, scope: Scope): IrExpression {
  const target = checkExpression(node.target, scope, null);
  const link = { targetNode: node.target, safe: false, span: node.span };
  return follow(link, target, scope, (list) => elementOf(node, list, scope));
}

function elementOf(node: ast.IndexAccess, target: IrExpression, scope: Scope): IrExpression {
  const { world } = scope;
  const integer = world.primitive('Integer');
  const index = convertTo(checkExpression(node.index, scope, integer), integer, scope, 'the index');
  if (target.type.kind === 'unknown') return unknownExpression(node.span);
  const list = target.type.kind === 'class' ? world.asType(target.type, 'System.List') : null;
  const element = list?.kind === 'class' ? list.arguments[0] : undefined;
  if (element) return { kind: 'element', target, index, type: element, span: node.span };
  const message = `Only a list has elements by index; this is of type ${describeType(target.type, world)}.`;
  return scope.wrong({ code: 'type/not-a-list', span: node.target.span, message });
}
