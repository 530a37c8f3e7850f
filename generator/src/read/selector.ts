/** Decodes selectors: functions such as `(a) => a.bill_cycle.name` that choose one property of a billing type. */
import { ts } from 'ts-morph';
import type { MarkModel, PathModel, PathStep, TypeRef } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import { chooseOne, chooseOnly } from './choose.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { evaluate, languageCall } from './evaluate.ts';
import { leastCertain } from './marks.ts';
import { notUnderstood } from './not-understood.ts';
import { propertyOf } from './property-step.ts';

/** How far a selector has been followed. */
export interface Cursor {
  readonly type: TypeRef;
  readonly steps: readonly PathStep[];
  readonly text: string;
  readonly marks: readonly MarkModel[];
  readonly optional: boolean;
  readonly readOnly: boolean;
}

/** What a selector may end on. */
export type End = 'value' | 'array';

const allowedSelector = 'a selector such as (a) => a.name';
const allowedStep =
  'properties of the parameter with . or ?. and the functions only(), one() and first() around them';

/** The path that a selector chooses, starting at the type named `root`. */
export function pathOf(
  ctx: ReadContext,
  types: ApiTypes,
  root: string,
  node: ts.Expression,
  end: End = 'value',
): PathModel | undefined {
  const value = evaluate(ctx, node, allowedSelector);
  if (value.kind === 'broken') return undefined;
  const selector = value.kind === 'selector' ? value.node : undefined;
  const [parameter, ...others] = selector?.parameters ?? [];
  const isPlain = parameter && others.length === 0 && ts.isIdentifier(parameter.name);
  if (selector === undefined || !isPlain || ts.isBlock(selector.body)) {
    notUnderstood(ctx, value.node, allowedSelector);
    return undefined;
  }
  const cursor = new Walk(ctx, types, parameter.name.text, root).follow(selector.body);
  if (cursor === undefined || !endsWell(ctx, types, cursor, selector.body, end)) return undefined;
  return {
    steps: cursor.steps,
    type: cursor.type,
    text: cursor.text,
    mark: leastCertain(cursor.marks),
    optional: cursor.optional,
    readOnly: cursor.readOnly,
    source: ctx.sourceOf(selector.body),
  };
}

class Walk {
  readonly #ctx: ReadContext;
  readonly #types: ApiTypes;
  readonly #parameter: string;
  readonly #root: string;

  constructor(ctx: ReadContext, types: ApiTypes, parameter: string, root: string) {
    this.#ctx = ctx;
    this.#types = types;
    this.#parameter = parameter;
    this.#root = root;
  }

  follow(node: ts.Expression): Cursor | undefined {
    if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node))
      return this.follow(node.expression);
    if (ts.isIdentifier(node) && node.text === this.#parameter) return this.#start();
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
      return this.#property(node.expression, node.name, node.name.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
      return this.#property(node.expression, node.argumentExpression, node.argumentExpression.text);
    if (ts.isCallExpression(node)) return this.#call(node);
    return this.#stop(node);
  }

  #start(): Cursor {
    const type: TypeRef = { kind: 'type', name: this.#root };
    return { type, steps: [], text: '', marks: [], optional: false, readOnly: false };
  }

  #property(before: ts.Expression, key: ts.Node, name: string): Cursor | undefined {
    const cursor = this.follow(before);
    const property = cursor && propertyOf(this.#ctx, this.#types, cursor, key, name);
    if (cursor === undefined || property === undefined) return undefined;
    return {
      type: property.type,
      steps: [...cursor.steps, { kind: 'property', name, of: property.of, type: property.type }],
      text: cursor.text === '' ? name : `${cursor.text}.${name}`,
      marks: [...cursor.marks, property.mark],
      optional: cursor.optional || property.optional,
      readOnly: cursor.readOnly || property.readOnly,
    };
  }

  #call(node: ts.CallExpression): Cursor | undefined {
    const call = languageCall(this.#ctx, node);
    const [before, choice] = node.arguments;
    if (call === undefined || before === undefined) return this.#stop(node);
    if (call.name === 'first') return this.#first(before);
    if (choice !== undefined && (call.name === 'only' || call.name === 'one')) {
      const cursor = this.follow(before);
      const choose = call.name === 'only' ? chooseOnly : chooseOne;
      return cursor && choose(this.#ctx, this.#types, cursor, before, choice);
    }
    return this.#stop(node);
  }

  #first(before: ts.Expression): Cursor | undefined {
    const cursor = this.follow(before);
    if (cursor === undefined) return undefined;
    const { type } = cursor;
    if (type.kind !== 'array' || type.of.kind !== 'type') {
      this.#ctx.report(codes.arrayNotChosen, before, {
        what: `first() is used on "${cursor.text}", which is no list of objects.`,
        why: 'It chooses the first element of a list.',
        fix: 'Leave first() out.',
      });
      return undefined;
    }
    const step: PathStep = { kind: 'first', type: type.of.name };
    return { ...cursor, type: type.of, steps: [...cursor.steps, step], text: `${cursor.text}[first]` };
  }

  #stop(node: ts.Expression): undefined {
    notUnderstood(this.#ctx, node, allowedStep);
  }
}

/** Reports a selector that ends on something that has no single value, or on the whole object. */
function endsWell(ctx: ReadContext, types: ApiTypes, cursor: Cursor, node: ts.Node, end: End): boolean {
  const isArray = cursor.type.kind === 'array';
  const isObject = cursor.type.kind === 'type' && types.get(cursor.type.name)?.kind !== 'enum';
  if (end === 'array' ? isArray : !isArray && !isObject) return true;
  const place = cursor.text === '' ? 'the whole object' : `"${cursor.text}"`;
  ctx.report(codes.wrongEnd, node, {
    what: `The selector ends on ${place}, ${end === 'array' ? 'which is no list' : 'which is no single value'}.`,
    why:
      end === 'array'
        ? 'Children that travel inside their parent stand in a list.'
        : 'A field holds one value, never an object or a list.',
    fix: end === 'array' ? 'Select a property that holds a list of objects.' : fixOf(cursor.type, types),
  });
  return false;
}

function fixOf(type: TypeRef, types: ApiTypes): string {
  if (type.kind === 'array') return 'Choose an element with one() or first(), then one of its properties.';
  const target = type.kind === 'type' ? types.get(type.name) : undefined;
  if (target?.kind === 'union') return 'Choose a member with only(), then one of its properties.';
  const names = target?.kind === 'object' ? target.properties.map(({ name }) => name) : [];
  return `Go on to one of its properties: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}.`;
}
