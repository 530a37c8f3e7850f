import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { ClassType, SObjectType, Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType, isAnySObject } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { checkArguments } from './arguments.ts';
import { chooseConstructor } from './constructors.ts';
import { notVisible } from './field.ts';

/** `new Foo(a, b)`, `new List<String>()`, `new Account()`. */
export function checkNew(node: ast.New, scope: Scope): IrExpression {
  const type = scope.world.resolve(node.type, scope.owner);
  const args = checkArguments(node.arguments, scope);
  if (type.kind === 'unknown') return unknownExpression(node.span);
  if (type.kind === 'sobject') return newRecord(node, type, args, scope);
  if (type.kind === 'class') return newObject(node, type, args, scope);
  return notConstructible(node.type, type, scope);
}

function newRecord(
  node: ast.New,
  type: SObjectType,
  args: readonly IrExpression[],
  scope: Scope,
): IrExpression {
  if (isAnySObject(type) || isAggregate(type, scope)) return notConstructible(node.type, type, scope);
  const first = args[0];
  if (!first) return { kind: 'newRecord', object: type.name, fields: [], type, span: node.span };
  return scope.wrong({
    code: 'name/unknown-constructor',
    span: node.span,
    message: `A record is made with named fields, not with positional arguments.`,
    suggestion: `Write \`new ${type.name}(Field = value)\`.`,
  });
}

function newObject(
  node: ast.New,
  type: ClassType,
  args: readonly IrExpression[],
  scope: Scope,
): IrExpression {
  const { symbol } = type;
  if (symbol.kind === 'enum') return notConstructible(node.type, type, scope);
  if (symbol.kind === 'interface' || (symbol.isAbstract && symbol.origin === 'source')) {
    return abstractNew(node, type, scope);
  }
  if (!scope.world.isVisible(symbol, scope.owner)) {
    return scope.wrong({ ...notVisible(symbol.fullName, symbol.visibility), span: node.type.span });
  }
  const chosen = chooseConstructor(type, args, scope, node.span);
  if (!chosen) return unknownExpression(node.span);
  return { kind: 'new', method: chosen.method, arguments: chosen.arguments, type, span: node.span };
}

function abstractNew(node: ast.New, type: ClassType, scope: Scope): IrExpression {
  const what = type.symbol.kind === 'interface' ? 'an interface' : 'abstract';
  const name = describeType(type, scope.world);
  return scope.wrong({
    code: 'class/abstract-new',
    span: node.type.span,
    message: `${name} is ${what} and cannot be constructed.`,
    suggestion: `Construct a class that ${type.symbol.kind === 'interface' ? 'implements' : 'extends'} ${name}.`,
  });
}

export function isAggregate(type: SObjectType, scope: Scope): boolean {
  return scope.world.schema.object(type.name)?.kind === 'aggregate' || type.name === 'AggregateResult';
}

export function notConstructible(node: ast.TypeReference, type: Type, scope: Scope): IrExpression {
  const message = `${describeType(type, scope.world)} cannot be constructed with 'new'.`;
  return scope.wrong({ code: 'type/not-constructible', span: node.span, message });
}
