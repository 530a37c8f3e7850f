import { isAscii, spellings } from '../data/text-compare.ts';
import type { Value } from '../library/library.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import type { TextMode } from './expressions.ts';
import { elementsOf } from './values.ts';

/** By query: the mode that its own texts need. */
const written = new WeakMap<SoqlQuery, TextMode>();

/** How a query's texts are compared: what lies beyond ASCII needs more than SQLite's own comparison. */
export function textModeOf(query: SoqlQuery, binds: readonly Value[]): TextMode {
  let mode = written.get(query);
  if (!mode) written.set(query, (mode = modeOf(textsIn(query))));
  return binds.reduce<TextMode>((found, bind) => larger(found, modeOf(elementsOf(bind) ?? [bind])), mode);
}

function modeOf(values: Iterable<Value>): TextMode {
  let mode: TextMode = 'plain';
  for (const value of values) {
    if (typeof value !== 'string' || isAscii(value)) continue;
    if (!spellings(value)) return 'folded';
    mode = 'spelled';
  }
  return mode;
}

function larger(one: TextMode, other: TextMode): TextMode {
  if (one === 'folded' || other === 'plain') return one;
  return other;
}

/** A query's tree is plain data: its texts are found wherever a value may stand. */
function* textsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node && node.kind === 'bind') return;
  if ('kind' in node && node.kind === 'string' && 'value' in node) yield String(node.value);
  else for (const child of Object.values(node)) yield* textsIn(child);
}
