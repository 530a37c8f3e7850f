import type { Type } from '../types/type.ts';
import type { World } from '../types/world.ts';

/** How the author gets from one type to the other; `*` stands for every type. By `from>to`. */
const WAYS: Readonly<Record<string, string>> = {
  'String>Integer': 'Use `Integer.valueOf(...)`.',
  'String>Long': 'Use `Long.valueOf(...)`.',
  'String>Double': 'Use `Double.valueOf(...)`.',
  'String>Decimal': 'Use `Decimal.valueOf(...)`.',
  'String>Boolean': 'Use `Boolean.valueOf(...)`.',
  'String>Date': 'Use `Date.valueOf(...)`.',
  'String>Datetime': 'Use `Datetime.valueOf(...)`.',
  'String>Blob': 'Use `Blob.valueOf(...)`.',
  'Blob>String': 'Use `.toString()`.',
  'Long>Integer': 'Use `.intValue()`.',
  'Double>Integer': 'Use `.intValue()`.',
  'Decimal>Integer': 'Use `.intValue()`.',
  'Double>Long': 'Use `.longValue()`.',
  'Decimal>Long': 'Use `.longValue()`.',
  'Datetime>Date': 'Use `.date()`.',
  'Datetime>Time': 'Use `.time()`.',
  '*>String': 'Use `String.valueOf(...)`.',
};

/** Null when no way is known. */
export function suggestConversion(from: Type, to: Type, world: World): string | null {
  if (from.kind === 'void') return null;
  if (from.kind === 'primitive' && to.kind === 'primitive') {
    const way = WAYS[`${from.name}>${to.name}`] ?? WAYS[`*>${to.name}`];
    if (way !== undefined) return way;
  }
  if (from.kind !== 'primitive' && world.isCastable(from, to))
    return `Cast it: \`(${world.describe(to)}) ...\`.`;
  return null;
}
