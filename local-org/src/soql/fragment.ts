import type { Stored } from '../data/columns.ts';
import type { Value } from '../library/library.ts';

/** What is known only when a statement runs. */
export interface BindContext {
  readonly binds: readonly Value[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly userId: string;
  /** The user's, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Ids of the parents, as a JSON array; null in a query that is no child sub-query. */
  readonly parentIds: string | null;
  /** On whose behalf the user sees records, as a JSON array of ids. */
  readonly principals: string;
}

/** Gives what a `?` of a statement is bound to. */
export type Parameter = (context: BindContext) => Stored;

/** A piece of SQL with the parameters of its `?`, in order. */
export interface Fragment {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Puts SQL together: the template's text and strings are SQL, fragments bring their parameters. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Fragment | string)[]): Fragment {
  const parameters: Parameter[] = [];
  let text = texts[0]!;
  for (const [at, part] of parts.entries()) {
    text += typeof part === 'string' ? part : part.text;
    if (typeof part !== 'string') parameters.push(...part.parameters);
    text += texts[at + 1]!;
  }
  return { text, parameters };
}

export function raw(text: string): Fragment {
  return { text, parameters: [] };
}

/** One `?`. */
export function parameter(value: Parameter): Fragment {
  return { text: '?', parameters: [value] };
}

/** `separator`: text of SQL, or a fragment that stands between each two. */
export function joined(fragments: readonly Fragment[], separator: string | Fragment): Fragment {
  const between = typeof separator === 'string' ? raw(separator) : separator;
  return {
    text: fragments.map((each) => each.text).join(between.text),
    parameters: fragments.flatMap((each, at) => [...(at > 0 ? between.parameters : []), ...each.parameters]),
  };
}
