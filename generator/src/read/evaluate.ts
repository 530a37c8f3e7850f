/**
 * Turns an expression of a mapping file into a tagged value, without executing anything.
 *
 * A value holds its parts as expressions; the decoders evaluate them in turn, since only they know what is allowed at
 * each place. Names are followed to the constants that they stand for.
 */
import { ts } from 'ts-morph';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { notUnderstood } from './not-understood.ts';

export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly node: ts.Expression }
  | { readonly kind: 'array'; readonly items: readonly ts.Expression[]; readonly node: ts.Expression }
  | { readonly kind: 'object'; readonly properties: readonly Property[]; readonly node: ts.Expression }
  | Call
  /** A constant that a declaring function makes; it is referred to, never copied. */
  | Declared
  /** A constant of the language itself, such as a conversion. */
  | { readonly kind: 'constant'; readonly name: string; readonly node: ts.Expression }
  | { readonly kind: 'selector'; readonly node: ts.ArrowFunction }
  /** Reported already. */
  | { readonly kind: 'broken'; readonly node: ts.Expression };

/** One property of an object literal. `name` is the key's text, `key` its place. */
export interface Property {
  readonly name: string;
  readonly key: ts.PropertyName;
  readonly value: ts.Expression;
  /** The node that carries the TSDoc. */
  readonly node: ts.ObjectLiteralElementLike;
}

/** A call of a function of the language. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly ts.Expression[];
  readonly typeArgs: readonly ts.TypeNode[];
  readonly node: ts.CallExpression;
}

/** A constant whose value is a call of a declaring function. */
export interface Declared {
  readonly kind: 'declared';
  readonly name: string;
  readonly declaration: ts.VariableDeclaration;
  readonly node: ts.Expression;
}

/** Functions whose result has an identity: constants of theirs are things of the model. */
const declaring: ReadonlySet<string> = new Set([
  'app',
  'componentTab',
  'customObject',
  'customPermission',
  'mapping',
  'metadataType',
  'permissionSet',
  'profile',
  'quickAction',
  'reason',
  'resource',
  'standardObject',
  'system',
  'valueMap',
]);

/** Removes what only speaks to the type checker: parentheses, `as const`, `satisfies`. */
export function bare(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    (ts.isAsExpression(inner) && ts.isConstTypeReference(inner.type))
  )
    inner = inner.expression;
  return inner;
}

/** Name of the language's function that an expression calls; undefined for any other function. */
function languageFunction(ctx: ReadContext, callee: ts.Expression): string | undefined {
  if (!ts.isIdentifier(callee)) return undefined;
  const declaration = ctx.symbolOf(callee)?.valueDeclaration;
  if (declaration === undefined || !ctx.isLanguage(declaration)) return undefined;
  const name = ts.getNameOfDeclaration(declaration);
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

/** The call that an expression is, if it is one of the language. `resource<Type>()({…})` counts as one call. */
export function languageCall(ctx: ReadContext, expression: ts.Expression): Call | undefined {
  const node = bare(expression);
  if (!ts.isCallExpression(node)) return undefined;
  const curried = ts.isCallExpression(node.expression);
  const inner = ts.isCallExpression(node.expression) ? node.expression : node;
  const name = languageFunction(ctx, inner.expression);
  if (name === undefined || curried !== (name === 'resource')) return undefined;
  return { kind: 'call', name, args: node.arguments, typeArgs: inner.typeArguments ?? [], node };
}

/** The declaring call that a constant is made by. */
export function declaringCall(ctx: ReadContext, declaration: ts.VariableDeclaration): Call | undefined {
  const call = declaration.initializer && languageCall(ctx, declaration.initializer);
  return call && declaring.has(call.name) ? call : undefined;
}

/** A value, or undefined where it isn't understood; `allowed` says what may stand there. */
export function evaluate(ctx: ReadContext, expression: ts.Expression, allowed: string): Value {
  return evaluateNode(ctx, bare(expression), `${allowed}, or the name of a constant that holds it`, []);
}

function evaluateNode(
  ctx: ReadContext,
  node: ts.Expression,
  allowed: string,
  path: readonly ts.Node[],
): Value {
  if (ts.isStringLiteralLike(node)) return { kind: 'literal', value: node.text, node };
  if (ts.isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text), node };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'literal', value: true, node };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { kind: 'literal', value: false, node };
  if (isNegativeNumber(node)) return { kind: 'literal', value: -Number(node.operand.text), node };
  if (ts.isArrayLiteralExpression(node)) return { kind: 'array', items: itemsOf(ctx, node), node };
  if (ts.isObjectLiteralExpression(node))
    return { kind: 'object', properties: propertiesOf(ctx, node), node };
  if (ts.isArrowFunction(node)) return { kind: 'selector', node };
  if (ts.isIdentifier(node)) return follow(ctx, node, allowed, path);
  return languageCall(ctx, node) ?? broken(ctx, node, allowed);
}

function isNegativeNumber(
  node: ts.Expression,
): node is ts.PrefixUnaryExpression & { readonly operand: ts.NumericLiteral } {
  return (
    ts.isPrefixUnaryExpression(node) &&
    node.operator === ts.SyntaxKind.MinusToken &&
    ts.isNumericLiteral(node.operand)
  );
}

function broken(ctx: ReadContext, node: ts.Expression, allowed: string): Value {
  notUnderstood(ctx, node, allowed);
  return { kind: 'broken', node };
}

function itemsOf(ctx: ReadContext, node: ts.ArrayLiteralExpression): ts.Expression[] {
  return node.elements.filter((element) => {
    const understood = !ts.isSpreadElement(element) && !ts.isOmittedExpression(element);
    if (!understood) notUnderstood(ctx, element, 'the elements themselves, one by one');
    return understood;
  });
}

function propertiesOf(ctx: ReadContext, node: ts.ObjectLiteralExpression): Property[] {
  return node.properties.flatMap((property) => propertyOf(ctx, property) ?? []);
}

function propertyOf(ctx: ReadContext, node: ts.ObjectLiteralElementLike): Property | undefined {
  if (ts.isShorthandPropertyAssignment(node))
    return { name: node.name.text, key: node.name, value: node.name, node };
  if (ts.isPropertyAssignment(node) && isPlainKey(node.name))
    return { name: node.name.text, key: node.name, value: node.initializer, node };
  const at = ts.isPropertyAssignment(node) ? node.name : node;
  notUnderstood(ctx, at, 'properties with a plain name and a value');
  return undefined;
}

const isPlainKey = (
  name: ts.PropertyName,
): name is ts.Identifier | ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.NumericLiteral =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name);

/** What a name stands for: a thing of the model, a constant of the language, or the value of a helper constant. */
function follow(ctx: ReadContext, name: ts.Identifier, allowed: string, path: readonly ts.Node[]): Value {
  const symbol = ctx.symbolOf(name);
  if (symbol === undefined) return unresolved(ctx, name);
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || !isConstant(declaration)) return broken(ctx, name, allowed);
  const call = declaringCall(ctx, declaration);
  if (call) return { kind: 'declared', name: call.name, declaration, node: name };
  if (declaration.initializer === undefined)
    return ctx.isLanguage(declaration)
      ? { kind: 'constant', name: symbol.name, node: name }
      : broken(ctx, name, allowed);
  if (path.includes(declaration)) return circular(ctx, name);
  return evaluateNode(ctx, bare(declaration.initializer), allowed, [...path, declaration]);
}

function isConstant(node: ts.Node): node is ts.VariableDeclaration {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isIdentifier(node.name) &&
    (node.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const
  );
}

function unresolved(ctx: ReadContext, name: ts.Identifier): Value {
  if (!ctx.isBrokenImport(name))
    ctx.report(codes.missingReference, name, {
      what: `There is nothing named "${name.text}".`,
      why: 'A mapping refers to constants of its own file or to imported ones.',
      fix: didYouMean(name.text, ctx.valuesInScope(name), 'Import it or correct the name.'),
    });
  return { kind: 'broken', node: name };
}

function circular(ctx: ReadContext, name: ts.Identifier): Value {
  ctx.report(codes.circularConstant, name, {
    what: `The constant "${name.text}" is made of itself.`,
    why: 'Such a constant has no value.',
    fix: 'Write the value out at one of the places.',
  });
  return { kind: 'broken', node: name };
}
