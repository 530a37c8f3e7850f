import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { collection, elementOf, noCollection } from './collection-elements.ts';

/** `new Map<String, Integer>{ 'a' => 1 }`. */
export function checkNewMap(node: ast.NewMapElements, scope: Scope): IrExpression {
  const type = scope.world.resolve(node.type, scope.owner);
  const of = collection(type);
  const [key, value] = of?.name === 'map' ? of.type.arguments : [];
  const entries = node.entries.map((entry) => ({
    key: elementOf(entry.key, key, scope, 'the key'),
    value: elementOf(entry.value, value, scope, 'the value'),
  }));
  if (type.kind === 'unknown') return unknownExpression(node.span);
  return key && value
    ? { kind: 'newMap', entries, type, span: node.span }
    : noCollection(node.type, type, scope);
}
