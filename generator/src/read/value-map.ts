/** Decodes value maps. */
import type { ts } from 'ts-morph';
import type { FallbackModel, ValueMapModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import type { Declaration } from './declarations.ts';
import { evaluate } from './evaluate.ts';
import { options, shapeOf, texts, unexpected } from './expect.ts';
import { declaredParts } from './objects.ts';

export function valueMapOf(ctx: ReadContext, declaration: Declaration): ValueMapModel {
  const map = options(ctx, declaration.call, 0);
  const otherwise = map.shape('otherwise');
  return {
    name: declaration.name,
    rows: map.list('rows', 'rows', rowOf),
    toSalesforce: otherwise?.get('toSalesforce', fallbackOf) ?? { kind: 'block' },
    toBilling: otherwise?.get('toBilling', fallbackOf) ?? { kind: 'block' },
    ignoreCase: map.flag('ignoreCase') ?? false,
    ...declaredParts(ctx, declaration, 'the heading of the map in the mapping reference'),
  };
}

function rowOf(ctx: ReadContext, node: ts.Expression): ValueMapModel['rows'][number] | undefined {
  const [billing, salesforce, ...alsoAccepted] = texts(ctx, node);
  if (billing === undefined || salesforce === undefined) return undefined;
  return { billing, salesforce, alsoAccepted };
}

const fallbacks = ['keep', 'same', 'block'] as const;
const allowed = "'keep', 'same', 'block' or { use: 'value' }";

function fallbackOf(ctx: ReadContext, node: ts.Expression): FallbackModel | undefined {
  const value = evaluate(ctx, node, allowed);
  if (value.kind === 'broken') return undefined;
  if (value.kind === 'object') {
    const use = shapeOf(ctx, value)?.text('use');
    return use === undefined ? undefined : { kind: 'use', value: use };
  }
  const kind = value.kind === 'literal' ? fallbacks.find((one) => one === value.value) : undefined;
  return kind === undefined ? unexpected(ctx, value.node, allowed) : { kind };
}
