/** What a decoder expects at a place. Each function reports what doesn't fit and then gives undefined. */
import type { ts } from 'ts-morph';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { evaluate, type Call, type Declared, type Property, type Value } from './evaluate.ts';

/** Reports a value of another kind than the place takes. */
export function unexpected(ctx: ReadContext, at: ts.Node, allowed: string): undefined {
  ctx.report(codes.notUnderstood, at, {
    what: 'This value does not fit here.',
    why: 'The reader knows what each place means only if it holds the kind of value that belongs there.',
    fix: `Allowed here: ${allowed}.`,
  });
}

function literal<T extends string | number | boolean>(
  ctx: ReadContext,
  node: ts.Expression,
  fits: (value: string | number | boolean) => value is T,
  allowed: string,
): T | undefined {
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'broken') return undefined;
  if (value.kind === 'literal' && fits(value.value)) return value.value;
  return unexpected(ctx, value.node, allowed);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isScalar = (value: unknown): value is string | number | boolean =>
  isText(value) || isNumber(value) || isBoolean(value);

export const text = (ctx: ReadContext, node: ts.Expression): string | undefined =>
  literal(ctx, node, isText, 'a text in quotes');
export const number = (ctx: ReadContext, node: ts.Expression): number | undefined =>
  literal(ctx, node, isNumber, 'a number');
export const flag = (ctx: ReadContext, node: ts.Expression): boolean | undefined =>
  literal(ctx, node, isBoolean, 'true or false');
export const scalar = (ctx: ReadContext, node: ts.Expression): string | number | boolean | undefined =>
  literal(ctx, node, isScalar, 'a text in quotes, a number, true or false');

/** One of several texts. */
export function choice<const T extends string>(
  ctx: ReadContext,
  node: ts.Expression,
  values: readonly T[],
): T | undefined {
  const isChoice = (value: unknown): value is T => values.some((one) => one === value);
  return literal(ctx, node, isChoice, `one of ${values.map((one) => `'${one}'`).join(', ')}`);
}

/** The elements of an array literal. */
export function list(ctx: ReadContext, node: ts.Expression, what: string): readonly ts.Expression[] {
  const allowed = `a list of ${what} in square brackets`;
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'array') return value.items;
  if (value.kind !== 'broken') unexpected(ctx, value.node, allowed);
  return [];
}

/** Each element of an array literal, decoded; what couldn't be is left out. */
export function listOf<T>(
  ctx: ReadContext,
  node: ts.Expression,
  what: string,
  decode: (ctx: ReadContext, element: ts.Expression) => T | undefined,
): T[] {
  return list(ctx, node, what).flatMap((element) => decode(ctx, element) ?? []);
}

export const texts = (ctx: ReadContext, node: ts.Expression): string[] => listOf(ctx, node, 'texts', text);

/** A call of one of some functions of the language. */
export function call(
  ctx: ReadContext,
  node: ts.Expression,
  names: readonly string[],
  what: string,
): Call | undefined {
  const allowed = `${what}: a call of ${names.map((name) => `${name}()`).join(', ')}`;
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'call' && names.includes(value.name)) return value;
  if (value.kind !== 'broken') unexpected(ctx, value.node, allowed);
  return undefined;
}

/** A reference to a thing of the model, made by one of some declaring functions. */
export function declared(
  ctx: ReadContext,
  node: ts.Expression,
  names: readonly string[],
  what: string,
): Declared | undefined {
  const allowed = `the name of ${what}, made by ${names.map((name) => `${name}()`).join(' or ')}`;
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'declared' && names.includes(value.name)) return value;
  if (value.kind !== 'broken')
    ctx.report(codes.missingReference, node, {
      what: `This is not ${what}.`,
      why: 'A reference has to lead to something that the mappings declare.',
      fix: `Allowed here: ${allowed}.`,
    });
  return undefined;
}

/** An object literal, read property by property. What is missing is for the type checker to tell. */
export class Shape {
  readonly #ctx: ReadContext;
  readonly properties: readonly Property[];

  constructor(ctx: ReadContext, properties: readonly Property[]) {
    this.#ctx = ctx;
    this.properties = properties;
  }

  /** The property's value as an expression. */
  node(name: string): ts.Expression | undefined {
    return this.properties.find((property) => property.name === name)?.value;
  }
  /** The property's value, decoded. */
  get<T>(name: string, decode: (ctx: ReadContext, node: ts.Expression) => T | undefined): T | undefined {
    const node = this.node(name);
    return node && decode(this.#ctx, node);
  }
  text(name: string): string | undefined {
    return this.get(name, text);
  }
  number(name: string): number | undefined {
    return this.get(name, number);
  }
  flag(name: string): boolean | undefined {
    return this.get(name, flag);
  }
  texts(name: string): string[] {
    return this.get(name, texts) ?? [];
  }
  choice<const T extends string>(name: string, values: readonly T[]): T | undefined {
    return this.get(name, (ctx, node) => choice(ctx, node, values));
  }
  /** Each element of the list at `name`, decoded. */
  list<T>(
    name: string,
    what: string,
    decode: (ctx: ReadContext, element: ts.Expression) => T | undefined,
  ): T[] {
    return this.get(name, (ctx, node) => listOf(ctx, node, what, decode)) ?? [];
  }
  /** The object literal at `name`. */
  shape(name: string): Shape | undefined {
    return this.get(name, shape);
  }
}

const inBraces = 'an object in braces';

/** An object literal. */
export function shape(ctx: ReadContext, node: ts.Expression): Shape | undefined {
  const value = evaluate(ctx, node, inBraces);
  return shapeOf(ctx, value);
}

/** The object literal that a value is. */
export function shapeOf(ctx: ReadContext, value: Value): Shape | undefined {
  if (value.kind === 'object') return new Shape(ctx, value.properties);
  if (value.kind !== 'broken') unexpected(ctx, value.node, inBraces);
  return undefined;
}

/** The object literal that a call has as its argument; an empty one where the argument is missing. */
export function options(ctx: ReadContext, { args }: Call, index: number): Shape {
  const node = args[index];
  return (node && shape(ctx, node)) ?? new Shape(ctx, []);
}

/** Leaves out the properties that are undefined, so that they are absent from the model. */
export function present<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

/** Reports a name that is not among those that there are. */
export function unknownName(
  ctx: ReadContext,
  at: ts.Node,
  name: string,
  thing: string,
  names: Iterable<string>,
  problem: {
    readonly code: Parameters<ReadContext['report']>[0];
    readonly why: string;
    readonly fix: string;
  },
): undefined {
  ctx.report(problem.code, at, {
    what: `${thing} has no "${name}".`,
    why: problem.why,
    fix: didYouMean(name, names, problem.fix),
  });
}
