/** Decodes what a field of the connection may hold. */
import type { ts } from 'ts-morph';
import type { ChoiceModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import type { Property } from './evaluate.ts';
import { shape, text, type Shape } from './expect.ts';

/** One entry of `choices`. Whether its names exist is for the validator, which knows the whole model. */
export function choiceOf(ctx: ReadContext, node: ts.Expression): ChoiceModel | undefined {
  const choice = shape(ctx, node);
  if (choice === undefined) return undefined;
  const from = choice.node('values') === undefined ? liveOf(ctx, choice) : fixedOf(ctx, choice);
  return { field: choice.text('field') ?? '', from, source: ctx.sourceOf(node) };
}

function liveOf(ctx: ReadContext, choice: Shape): ChoiceModel['from'] {
  return {
    kind: 'live',
    operation: choice.text('list') ?? '',
    value: choice.text('value') ?? '',
    label: choice.text('label') ?? '',
    also: pairs(ctx, choice, 'also').map(([field, property]) => ({ field, property })),
  };
}

function fixedOf(ctx: ReadContext, choice: Shape): ChoiceModel['from'] {
  const values = pairs(ctx, choice, 'values').map(([value, label]) => ({ value, label }));
  return { kind: 'fixed', values };
}

function pairs(ctx: ReadContext, choice: Shape, name: string): [string, string][] {
  const properties: readonly Property[] = choice.shape(name)?.properties ?? [];
  return properties.map((property) => [property.name, text(ctx, property.value) ?? '']);
}
