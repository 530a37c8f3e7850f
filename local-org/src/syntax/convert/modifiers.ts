import type { AnnotationContext, ElementValueContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { Annotation, ModifierName, Modifiers } from '../ast.ts';
import type { Source } from '../source.ts';
import { buildLiteral } from './literals.ts';
import { buildIdentifier } from './types.ts';

type Argument = Annotation['arguments'][number];

export function buildModifiers(contexts: readonly ModifierContext[], source: Source): Modifiers {
  const names: { name: ModifierName; span: Modifiers['names'][number]['span'] }[] = [];
  const annotations: Annotation[] = [];
  for (const ctx of contexts) {
    const annotation = ctx.annotation();
    if (annotation) annotations.push(buildAnnotation(annotation, source));
    // Two words, as in `with sharing`, come without what stands between them.
    else names.push({ name: ctx.getText().toLowerCase() as ModifierName, span: source.span(ctx) });
  }
  return { names, annotations };
}

function buildAnnotation(ctx: AnnotationContext, source: Source): Annotation {
  return {
    name: buildIdentifier(ctx.id(), source),
    arguments: buildArguments(ctx, source),
    span: source.span(ctx),
  };
}

function buildArguments(ctx: AnnotationContext, source: Source): Argument[] {
  const single = ctx.elementValue();
  if (single) return [{ name: '', value: buildValue(single, source), span: source.span(single) }];
  const pairs = ctx.elementValuePairs()?.elementValuePair_list() ?? [];
  return pairs.map((pair) => ({
    name: buildIdentifier(pair.id(), source).text,
    value: buildValue(pair.elementValue(), source),
    span: source.span(pair),
  }));
}

function buildValue(ctx: ElementValueContext, source: Source): Argument['value'] {
  const literal = buildLiteral(ctx.literal(), source);
  if (literal.type === 'boolean') return literal.value === 'true';
  if (literal.type === 'string' || literal.type === 'null') return literal.value;
  return Number(literal.value);
}
