import type * as ast from '../syntax/ast.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { IrExpression } from '../ir/ir.ts';
import type { ClassSymbol } from '../types/symbols.ts';
import type { ClassType, Type } from '../types/type.ts';
import type { Scope } from './checker.ts';
import { describeType } from './convert.ts';
import { classType } from '../types/make.ts';
import type { Denotation, Use } from './expressions/denotation.ts';
import { fieldOf, notVisible } from './expressions/field.ts';
import { labelMember, pageMember, triggerMember } from './expressions/platform-names.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { isOfTooling } from '../schema/standard/tooling-objects.ts';
import { notStatic } from './expressions/static-context.ts';
import { describeOfObject, objectToken, tokenOfObject } from './expressions/tokens.ts';
import { unknownExpression } from './scope.ts';

type StaticDenotation = Exclude<Denotation, { kind: 'value' | 'super' | 'describeMembers' }>;

/** What a bare name stands for that is no variable: a class of the project, `Label` and its like, a type, a namespace. */
export function findStatic(name: string, scope: Scope): Denotation | null {
  const { world, owner } = scope;
  const type = world.findType(name, owner);
  if (type?.kind === 'class' && type.symbol.origin === 'source') return staticName(name, type, scope);
  return specialName(name) ?? (type || world.isNamespace(name) ? staticName(name, type, scope) : null);
}

function staticName(name: string, type: Type | null, scope: Scope): Denotation {
  return { kind: 'static', name, type, namespace: scope.world.isNamespace(name) ? name : null };
}

function specialName(name: string): Denotation | null {
  switch (name.toLowerCase()) {
    case 'label':
      return { kind: 'labels', namespace: null };
    case 'trigger':
      return { kind: 'trigger' };
    case 'page':
      return { kind: 'page' };
    default:
      return null;
  }
}

/** `target.name` where the target is a type, a namespace or one of the platform's special names. */
export function memberOfStatic(
  target: StaticDenotation,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): Denotation {
  switch (target.kind) {
    case 'labels':
      return labelMember(target.namespace, name, span, scope);
    case 'trigger':
      return value(triggerMember(name, span, scope));
    case 'page':
      return value(pageMember(name, span, scope));
    case 'static':
      return (
        (target.type && memberOfType(target.type, name, span, scope, use)) ??
        (target.namespace === null ? null : memberOfNamespace(target.namespace, name, scope)) ??
        memberOfHiddenObject(target, name, span, scope) ??
        value(unknownMember(target, name, span, scope))
      );
  }
}

/** Has a type or a namespace what stands behind its name? */
export function hasStaticMember(target: Denotation, name: string, scope: Scope): boolean {
  if (target.kind === 'labels') return scope.world.schema.labels.has(name.toLowerCase());
  if (target.kind !== 'static') return target.kind === 'trigger';
  const { type, namespace } = target;
  return (
    (type !== null && typeHas(type, name, scope)) ||
    (namespace !== null && scope.world.findInNamespace(namespace, name) !== null)
  );
}

function typeHas(type: Type, name: string, scope: Scope): boolean {
  const key = name.toLowerCase();
  if (type.kind === 'sobject') {
    return key === 'sobjecttype' || scope.world.schema.object(type.name)?.fields.has(key) === true;
  }
  if (type.kind !== 'class') return scope.world.field(type, name, true) !== null;
  const isConstant = type.symbol.enumConstants.some((each) => each.toLowerCase() === key);
  return isConstant || scope.world.field(type, name, true) !== null || innerClass(type, name, scope) !== null;
}

function memberOfType(
  type: Type,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): Denotation | null {
  if (type.kind === 'sobject') return memberOfObject(type.name, name, span, scope);
  if (type.kind === 'class' && type.symbol.fullName.toLowerCase() === 'schema.sobjecttype') {
    const describe = describeOfObject(name, span, scope);
    if (describe) return value(describe);
  }
  if (type.kind === 'class') {
    const constant = enumConstant(type, name, span);
    if (constant) return value(isSupportedType(type, span, scope) ? constant : unknownExpression(span));
  }
  const field = scope.world.field(type, name.text, true);
  if (field) return value(fieldOf(field, null, name, span, scope, use));
  const inner = type.kind === 'class' ? innerClass(type, name.text, scope) : null;
  if (inner && !scope.world.isVisible(inner.symbol, scope.owner)) {
    return value(
      scope.wrong({ ...notVisible(inner.symbol.fullName, inner.symbol.visibility), span: name.span }),
    );
  }
  return (
    inner && {
      kind: 'static',
      name: `${describeType(type, scope.world)}.${name.text}`,
      type: inner,
      namespace: null,
    }
  );
}

/** `Account.Name`, `Account.SObjectType`, and the old `Account.fields`, which is that of the token. */
function memberOfObject(object: string, name: ast.Identifier, span: Span, scope: Scope): Denotation | null {
  if (name.text.toLowerCase() === 'fields' && !scope.world.schema.object(object)?.fields.has('fields')) {
    const target = objectToken(object, span, scope);
    if (target.kind === 'objectToken') return { kind: 'describeMembers', of: 'fields', target };
  }
  return expressionOrNull(tokenOfObject(object, name, span, scope));
}

function enumConstant(type: ClassType, name: ast.Identifier, span: Span): IrExpression | null {
  if (type.symbol.kind !== 'enum') return null;
  const key = name.text.toLowerCase();
  const constant = type.symbol.enumConstants.find((each) => each.toLowerCase() === key);
  return constant === undefined
    ? null
    : { kind: 'enumConstant', symbol: type.symbol, name: constant, type, span };
}

/** An object that has the name of a platform class too, as `Network.SObjectType`. */
function memberOfHiddenObject(
  target: StaticDenotation & { kind: 'static' },
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): Denotation | null {
  if (target.type?.kind !== 'class' || target.type.symbol.origin === 'source') return null;
  const object = scope.world.schema.object(target.name);
  return object && expressionOrNull(tokenOfObject(object.name, name, span, scope));
}

/** Reports a platform type that the library lacks, as `resolve` does where a type is written. */
function isSupportedType(type: ClassType, span: Span, scope: Scope): boolean {
  if (type.symbol.origin === 'source') return true;
  const parts = type.symbol.fullName.split('.').map((text) => ({ name: { text, span }, arguments: [] }));
  return scope.world.resolve({ kind: 'type', parts, arrays: 0, span }, scope.owner).kind !== 'unknown';
}

function innerClass(type: ClassType, name: string, scope: Scope): ClassType | null {
  const key = name.toLowerCase();
  for (let at: Type | null = type; at?.kind === 'class'; at = scope.world.superTypeOf(at)) {
    const symbol: ClassSymbol | undefined = at.symbol.inner.get(key);
    if (symbol) return classType(symbol);
  }
  return null;
}

function memberOfNamespace(namespace: string, name: ast.Identifier, scope: Scope): Denotation | null {
  const type = scope.world.findInNamespace(namespace, name.text);
  if (type?.kind === 'class' && type.symbol.origin === 'source') return inNamespace(namespace, name, type);
  const special = namespace.toLowerCase() === 'system' ? specialName(name.text) : null;
  if (special) return special;
  if (type) return inNamespace(namespace, name, type);
  const object = namespace.toLowerCase() === 'schema' ? scope.world.schema.object(name.text) : null;
  if (!object || isOfTooling(object.name)) return null;
  return inNamespace(namespace, name, { kind: 'sobject', name: object.name });
}

function inNamespace(namespace: string, name: ast.Identifier, type: Type): Denotation {
  return { kind: 'static', name: `${namespace}.${name.text}`, type, namespace: null };
}

function unknownMember(
  target: StaticDenotation & { kind: 'static' },
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): IrExpression {
  const { world } = scope;
  const { type } = target;
  if (!type) {
    const message = `The namespace ${target.name} has no type '${name.text}'.`;
    return scope.wrong({ code: 'name/unknown-type', span: name.span, message });
  }
  if (type.kind === 'class' && world.field(type, name.text, false)) return notStatic(type, name, scope);
  const names = [
    ...world.memberNames(type, true),
    ...(type.kind === 'class' ? type.symbol.enumConstants : []),
  ];
  const message = `${describeType(type, world)} has no static field or inner class '${name.text}'.`;
  return scope.wrong({
    code: 'name/unknown-field',
    span: name.span,
    message,
    ...didYouMean(name.text, names),
  });
}

function expressionOrNull(expression: IrExpression | null): Denotation | null {
  return expression && value(expression);
}

function value(expression: IrExpression): Denotation {
  return { kind: 'value', value: expression };
}
