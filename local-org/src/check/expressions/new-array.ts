import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { convertTo } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';

/** `new Integer[5]`. */
export function checkNewArray(node: ast.NewArray, scope: Scope): IrExpression {
  const { world } = scope;
  const element = world.resolve(node.type, scope.owner);
  const integer = world.primitive('Integer');
  const size = convertTo(checkExpression(node.size, scope, integer), integer, scope, 'the size');
  if (element.kind === 'unknown') return unknownExpression(node.span);
  return { kind: 'newArray', size, type: world.listOf(element), span: node.span };
}
