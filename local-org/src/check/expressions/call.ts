import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { MethodSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import { classType } from '../../types/make.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { addErrorOnField } from './add-error.ts';
import { chooseMethod, checkArguments, isFitting } from './arguments.ts';
import { follow } from './chain.ts';
import { checkConstructorCall } from './constructor-call.ts';
import type { Denotation } from './denotation.ts';
import { callOf, staticCallOf } from './invocation.ts';
import { denote, valueOf } from './name.ts';
import { targetWithMethod } from './precedence.ts';
import { notStatic, wrongInStatic } from './static-context.ts';
import { thisExpression } from './this.ts';
import { objectToken } from './tokens.ts';

/** A call of a method or constructor whose name is known. */
export type NamedCall = ast.Call & { readonly name: ast.Identifier };

export function checkCall(node: ast.Call, scope: Scope, expected: Type | null): IrExpression {
  if (!isNamed(node)) return checkConstructorCall(node, scope);
  const call = checkNamed(node, scope);
  return expected?.kind === 'sobject' && isDynamicQuery(call) ? onlyRecord(call, expected) : call;
}

/** `Database.query(...)`: its rows are taken as what is wanted of them. */
export function isDynamicQuery(call: IrExpression): boolean {
  if (call.kind !== 'platformCall' || call.method.owner.fullName !== 'System.Database') return false;
  return ['query', 'querywithbinds'].includes(call.method.name.toLowerCase());
}

/** `Account a = Database.query(...)`: the one record of the rows, if it is of that object. */
function onlyRecord(list: IrExpression, type: Type): IrExpression {
  const { span } = list;
  const operand: IrExpression = {
    kind: 'onlyRecord',
    list,
    type: { kind: 'sobject', name: 'SObject' },
    span,
  };
  return { kind: 'cast', operand, type, span };
}

function checkNamed(node: NamedCall, scope: Scope): IrExpression {
  if (node.target === null) return implicitCall(node, scope);
  const target = targetWithMethod(denote(node.target, scope), node.target, node.name.text, scope);
  if (target.kind === 'super') return superCall(node, scope);
  const type = target.kind === 'value' ? null : staticTarget(target, scope);
  return type ? typeCall(node, type, scope) : valueCall(node, valueOf(target, node.target, scope), scope);
}

function isNamed(node: ast.Call): node is NamedCall {
  return node.name !== null;
}

/** The type whose static methods are called; `Label` has some of its own. */
function staticTarget(target: Denotation, scope: Scope): Type | null {
  if (target.kind === 'static') return target.type;
  return target.kind === 'labels' ? scope.world.findInNamespace('System', 'Label') : null;
}

/**
 * `method(...)`: of this class or a super class, else a static one of the outer class. One here of the same name whose
 * parameters do not fit does not hide the outer one: every object has `toString()` and `equals(Object)`.
 */
function implicitCall(node: NamedCall, scope: Scope): IrExpression {
  const { world, owner } = scope;
  const name = node.name.text;
  const own = world.methods(classType(owner), name, null);
  const outer = owner.outer ? world.methods(classType(owner.outer), name, null) : [];
  if (!owner.outer || outer.length === 0) {
    return own.length > 0
      ? ownCall(node, own, checkArguments(node.arguments, scope), scope)
      : typeCall(node, classType(owner), scope);
  }
  if (own.length === 0) return typeCall(node, classType(owner.outer), scope);
  const args = checkArguments(node.arguments, scope);
  return !isFitting(own, args, scope) && isFitting(outer, args, scope)
    ? staticCall(node, classType(owner.outer), args, scope)
    : ownCall(node, own, args, scope);
}

function ownCall(
  node: NamedCall,
  candidates: readonly MethodSymbol[],
  args: readonly IrExpression[],
  scope: Scope,
): IrExpression {
  const owner = classType(scope.owner);
  const chosen = chooseMethod(node, owner, candidates, args, scope);
  if (!chosen) return unknownExpression(node.span);
  if (chosen.method.isStatic) return staticCallOf(chosen, owner, node.span, scope);
  if (scope.isStatic) return wrongInStatic(node.name.text, node.span, scope);
  return callOf(chosen, thisExpression(scope, node.span), node.span);
}

/** `Type.method(...)`. */
function typeCall(node: NamedCall, type: Type, scope: Scope): IrExpression {
  const args = checkArguments(node.arguments, scope);
  if (node.safe) return safeOnType(node, scope);
  if (type.kind === 'sobject' && node.name.text.toLowerCase() === 'getsobjecttype' && args.length === 0) {
    return objectToken(type.name, node.span, scope);
  }
  return staticCall(node, type, args, scope);
}

function staticCall(node: NamedCall, type: Type, args: readonly IrExpression[], scope: Scope): IrExpression {
  const statics = scope.world.methods(type, node.name.text, true);
  if (statics.length === 0 && scope.world.methods(type, node.name.text, false).length > 0) {
    return notStatic(type, node.name, scope);
  }
  const chosen = chooseMethod(node, type, statics, args, scope);
  if (!chosen) return unknownExpression(node.span);
  return staticCallOf(chosen, type, node.span, scope);
}

function safeOnType(node: NamedCall, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/safe-navigation',
    span: node.span,
    message: "'?.' needs a value in front of it; a type is never null.",
    suggestion: "Write '.'.",
  });
}

/** `value.method(...)`. */
function valueCall(node: NamedCall, target: IrExpression, scope: Scope): IrExpression {
  const link = { targetNode: node.target ?? node, safe: node.safe, span: node.span };
  return follow(link, target, scope, (object) => methodOfValue(node, object, scope));
}

function methodOfValue(node: NamedCall, target: IrExpression, scope: Scope): IrExpression {
  const args = checkArguments(node.arguments, scope);
  if (target.type.kind === 'unknown') return unknownExpression(node.span);
  const onField = addErrorOnField(node, target, args, scope);
  if (onField) return onField;
  const candidates = methodsOf(target.type, node.name.text, false, scope);
  if (candidates.length === 0 && methodsOf(target.type, node.name.text, true, scope).length > 0) {
    return staticThroughInstance(node, target.type, scope);
  }
  const chosen = chooseMethod(node, target.type, candidates, args, scope);
  return chosen ? callOf(chosen, target, node.span) : unknownExpression(node.span);
}

function methodsOf(type: Type, name: string, isStatic: boolean, scope: Scope): readonly MethodSymbol[] {
  return type.kind === 'void' || type.kind === 'null' ? [] : scope.world.methods(type, name, isStatic);
}

function staticThroughInstance(node: NamedCall, type: Type, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/static-through-instance',
    span: node.name.span,
    message: `'${node.name.text}' is static and not a method of an object.`,
    suggestion: `Write \`${describeType(type, scope.world)}.${node.name.text}(...)\`.`,
  });
}

/** `super.method(...)`. */
function superCall(node: NamedCall, scope: Scope): IrExpression {
  const { world, owner } = scope;
  const args = checkArguments(node.arguments, scope);
  const superType = world.superTypeOf(classType(owner)) ?? { kind: 'object' };
  const candidates = world.methods(superType, node.name.text, false);
  const chosen = chooseMethod(node, superType, candidates, args, scope);
  if (!chosen) return unknownExpression(node.span);
  const { method } = chosen;
  if (method.isAbstract) {
    const message = `${method.owner.name}.${method.name} is abstract: there is nothing to call.`;
    return scope.wrong({ code: 'class/abstract-call', span: node.name.span, message });
  }
  return { kind: 'superCall', method, arguments: chosen.arguments, type: method.returnType, span: node.span };
}
