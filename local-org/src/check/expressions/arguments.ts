import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { MethodSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import type { World } from '../../types/world.ts';
import type { Scope } from '../checker.ts';
import { convertTo, describeType } from '../convert.ts';
import { checkExpression } from './expression.ts';
import { notVisible } from './field.ts';
import { asSingleRecord } from './soql.ts';
import { isIncomplete } from '../../types/hierarchy.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';

/** A method that fits, with arguments that have its parameters' types. */
export interface Chosen {
  readonly method: MethodSymbol;
  readonly arguments: readonly IrExpression[];
}

export function checkArguments(nodes: readonly ast.Expression[], scope: Scope): IrExpression[] {
  return nodes.map((node) => checkExpression(node, scope, null));
}

/** Chooses among the methods that have the name; null, after a report, when none can be called. */
export function chooseMethod(
  node: { readonly name: ast.Identifier },
  type: Type,
  candidates: readonly MethodSymbol[],
  args: readonly IrExpression[],
  scope: Scope,
): Chosen | null {
  const { text: name, span } = node.name;
  const owner = describeType(type, scope.world);
  return choose(candidates, args, scope, span, {
    owner,
    name,
    code: 'name/unknown-method',
    isIncomplete: isIncomplete(type),
    unknown: (types) => `${owner} has no method ${name}(${types}).`,
    otherNames: () => didYouMean(name, hasMembers(type) ? scope.world.memberNames(type, null) : []),
  });
}

/** How the messages about a call name it. */
export interface Callee {
  readonly owner: string;
  /** Empty for a constructor. */
  readonly name: string;
  readonly code: string;
  /** Nothing is reported of a class whose super types are unknown. */
  readonly isIncomplete?: boolean;
  /** What to say when nothing fits arguments of these types. */
  unknown(types: string): string;
  /** A suggestion, when nothing has that name. */
  otherNames(): { readonly suggestion?: string };
}

/**
 * The same for any callable thing. A wrong argument was reported already, so that it brings no further report. What the
 * local org does not support is reported and chosen: it refuses when it is called.
 */
export function choose(
  candidates: readonly MethodSymbol[],
  args: readonly IrExpression[],
  scope: Scope,
  span: Span,
  callee: Callee,
): Chosen | null {
  const { world, owner } = scope;
  const visible = candidates.filter((candidate) => world.isVisible(candidate, owner));
  const fitting = fit(visible, args, world);
  if (typeof fitting === 'string') {
    if (callee.isIncomplete || args.some((argument) => argument.type.kind === 'unknown')) return null;
    const hidden = fit(candidates, args, world);
    if (typeof hidden !== 'string') return reportHidden(hidden.method, scope, span, callee);
    return reportMisfit(fitting, visible, args, scope, span, callee);
  }
  if (!world.isSupported(fitting.method)) {
    const message = `The local org does not support ${signature(fitting.method, callee.owner, world)} yet.`;
    scope.report({ code: 'unsupported/method', span, message });
  }
  return { method: fitting.method, arguments: convertArguments(fitting.method, fitting.arguments, scope) };
}

/** Whether one of the methods can be called with the arguments. */
export function isFitting(
  candidates: readonly MethodSymbol[],
  args: readonly IrExpression[],
  scope: Scope,
): boolean {
  return typeof fit(candidates, args, scope.world) !== 'string';
}

/** A query that stands as an argument is a list, or one record where only that fits. */
function fit(candidates: readonly MethodSymbol[], args: readonly IrExpression[], world: World) {
  const chosen = world.chooseOverload(candidates, args.map(typeOfArgument));
  if (chosen !== 'none') return typeof chosen === 'string' ? chosen : { method: chosen, arguments: args };
  const single = args.map((argument) => asSingleRecord(argument) ?? argument);
  if (single.every((argument, index) => argument === args[index])) return 'none';
  const second = world.chooseOverload(candidates, single.map(typeOfArgument));
  return typeof second === 'string' ? second : { method: second, arguments: single };
}

function typeOfArgument(argument: IrExpression): Type {
  return argument.type;
}

function convertArguments(method: MethodSymbol, args: readonly IrExpression[], scope: Scope): IrExpression[] {
  return args.map((argument, index) => {
    const parameter = method.parameters[index];
    return parameter ? convertTo(argument, parameter.type, scope, `'${parameter.name}'`) : argument;
  });
}

function reportHidden(hidden: MethodSymbol, scope: Scope, span: Span, callee: Callee): null {
  const what = callee.name === '' ? `The constructor of ${callee.owner}` : `${callee.owner}.${callee.name}`;
  scope.report({ ...notVisible(what, hidden.visibility), span });
  return null;
}

function reportMisfit(
  why: 'none' | 'ambiguous',
  candidates: readonly MethodSymbol[],
  args: readonly IrExpression[],
  scope: Scope,
  span: Span,
  callee: Callee,
): null {
  const { world } = scope;
  const types = args.map((argument) => describeArgument(argument.type, world)).join(', ');
  if (why === 'none') {
    const known =
      candidates.length > 0 ? { suggestion: listSignatures(candidates, world) } : callee.otherNames();
    scope.report({ code: callee.code, span, message: callee.unknown(types), ...known });
    return null;
  }
  const target = callee.name === '' ? `new ${callee.owner}` : `${callee.owner}.${callee.name}`;
  scope.report({
    code: 'name/ambiguous-method',
    span,
    message: `${target}(${types}) fits more than one signature.`,
    suggestion: 'Cast the arguments to the types of the one that you mean.',
  });
  return null;
}

/** `There is: foo(String), foo(Integer).` */
function listSignatures(candidates: readonly MethodSymbol[], world: World): string {
  return `There is: ${candidates.map((candidate) => signature(candidate, '', world)).join(', ')}.`;
}

function signature(method: MethodSymbol, owner: string, world: World): string {
  const types = method.parameters.map((parameter) => describeType(parameter.type, world)).join(', ');
  return `${owner === '' ? '' : `${owner}.`}${method.name}(${types})`;
}

function hasMembers(type: Type): boolean {
  return type.kind !== 'void' && type.kind !== 'null' && type.kind !== 'unknown';
}

function describeArgument(type: Type, world: World): string {
  return type.kind === 'null' ? 'null' : describeType(type, world);
}
