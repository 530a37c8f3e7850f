import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { ClassType, Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { convertTo, describeType } from '../convert.ts';
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

function elementOf(
  node: ast.Expression,
  type: Type | undefined,
  scope: Scope,
  place = 'the element',
): IrExpression {
  const expression = checkExpression(node, scope, type ?? null);
  return type ? convertTo(expression, type, scope, place) : expression;
}

function collection(type: Type): { readonly name: string; readonly type: ClassType } | null {
  if (type.kind !== 'class') return null;
  const found = /^system\.(list|set|map)$/.exec(type.symbol.fullName.toLowerCase())?.[1];
  return found === undefined ? null : { name: found, type };
}

function noCollection(node: ast.TypeReference, type: Type, scope: Scope): IrExpression {
  const message = `${describeType(type, scope.world)} does not take such elements in braces.`;
  return scope.wrong({ code: 'type/not-a-collection', span: node.span, message });
}
