import type { ArrayCreatorRestContext, NewExpressionContext } from '@apexdevtools/apex-parser';
import type { Assignment, Expression, Name, NewSObject } from '../ast.ts';
import type { Source } from '../source.ts';
import { buildExpression, buildExpressions } from './expressions.ts';
import { buildCreatedType } from './types.ts';

export function buildNew(ctx: NewExpressionContext, source: Source): Expression {
  const span = source.span(ctx);
  const creator = ctx.creator();
  const array = creator.arrayCreatorRest();
  if (array) return buildNewArray(ctx, array, source);
  const type = buildCreatedType(creator.createdName(), 0, source);
  const pairs = creator.mapCreatorRest();
  if (pairs) {
    const entries = pairs.mapCreatorRestPair_list().map((pair) => ({
      key: buildExpression(pair.expression(0), source),
      value: buildExpression(pair.expression(1), source),
    }));
    return { kind: 'newMap', type, entries, span };
  }
  const constructor = creator.classCreatorRest();
  if (constructor) {
    const given = buildExpressions(constructor.arguments().expressionList(), source);
    const fields = buildFieldValues(given);
    return fields
      ? { kind: 'newSObject', type, fields, span }
      : { kind: 'new', type, arguments: given, span };
  }
  const elements = creator.setCreatorRest()?.expression_list() ?? [];
  return {
    kind: 'newElements',
    type,
    elements: elements.map((element) => buildExpression(element, source)),
    span,
  };
}

function buildNewArray(
  ctx: NewExpressionContext,
  array: ArrayCreatorRestContext,
  source: Source,
): Expression {
  const span = source.span(ctx);
  const name = ctx.creator().createdName();
  const size = array.expression();
  if (size) {
    const type = buildCreatedType(name, 0, source);
    return { kind: 'newArray', type, size: buildExpression(size, source), span };
  }
  const initializer = array.arrayInitializer();
  if (!initializer) {
    source.report(
      'syntax/array',
      'A new array needs a size or elements.',
      source.span(array),
      'Write new String[5] or new String[]{ }.',
    );
  }
  const elements = initializer?.expression_list() ?? [];
  return {
    kind: 'newElements',
    type: buildCreatedType(name, dimensions(array), source),
    elements: elements.map((element) => buildExpression(element, source)),
    span,
  };
}

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** Pairs of brackets: the first token is `[`, or `[][` where `tokens.ts` has joined them. */
function dimensions(array: ArrayCreatorRestContext): number {
  return array.start.text.replaceAll(COMMENTS, '').split('[').length - 1;
}

/** The fields of `new Account(Name = 'x')`; null when the arguments are those of a constructor. */
function buildFieldValues(given: readonly Expression[]): NewSObject['fields'] | null {
  if (given.length === 0 || !given.every(isFieldValue)) return null;
  return given.map((field) => ({ name: field.target.name, value: field.value }));
}

function isFieldValue(expression: Expression): expression is Assignment & { target: Name } {
  return expression.kind === 'assignment' && expression.operator === '=' && expression.target.kind === 'name';
}
