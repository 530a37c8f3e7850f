import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { collection, elementOf, noCollection } from './collection-elements.ts';

/** `new List<String>{ 'a', 'b' }`, `new Set<Id>{}`, `new Map<Id, Account>{}`. */
export function checkNewElements(node: ast.NewWithElements, scope: Scope): IrExpression {
  const type = scope.world.resolve(node.type, scope.owner);
  const of = collection(type);
  if (of?.name === 'map' && node.elements.length === 0)
    return { kind: 'newMap', entries: [], type, span: node.span };
  const element = of && of.name !== 'map' ? of.type.arguments[0] : undefined;
  const elements = node.elements.map((each) => elementOf(each, element, scope));
  if (type.kind === 'unknown') return unknownExpression(node.span);
  return element
    ? { kind: 'newElements', elements, type, span: node.span }
    : noCollection(node.type, type, scope);
}
