import { throwApex } from '../../../runtime/faults.ts';
import { translateRegex } from './translate.ts';
import type { Translation } from './translate.ts';

/** Where a match and its groups lie. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** By Java's numbers, entry 0 the whole; null for a group that took no part. */
  readonly groups: readonly (readonly [number, number] | null)[];
}

/** How a match must lie in the text: anywhere from a position on, at the position, or over all of it. */
export type MatchKind = 'find' | 'lookingAt' | 'matches';

/** A Java regular expression. */
export class Regex {
  readonly pattern: string;
  readonly #translation: Translation;
  readonly #compiled = new Map<MatchKind, RegExp>();

  /** Throws `System.StringException: Invalid regex: ...`. */
  constructor(pattern: string) {
    this.pattern = pattern;
    this.#translation = translateRegex(pattern);
  }

  get groupCount(): number {
    return this.#translation.groupCount;
  }

  get names(): ReadonlyMap<string, number> {
    return this.#translation.names;
  }

  /** The first match at or after `from`; for `matches` `from` is 0. */
  match(kind: MatchKind, text: string, from = 0): Match | null {
    const compiled = this.#compile(kind);
    compiled.lastIndex = from;
    const found = compiled.exec(text);
    return found ? this.#toMatch(found) : null;
  }

  /** All matches in order. An empty match is followed by a search one character on, as in Java. */
  *all(text: string): Generator<Match, void> {
    let from = 0;
    while (from <= text.length) {
      const match = this.match('find', text, from);
      if (!match) return;
      yield match;
      from = match.end > match.start ? match.end : match.end + 1;
    }
  }

  /** `String.split`: with `limit` 0 as often as possible and without empty texts at the end. */
  split(text: string, limit = 0): string[] {
    const parts: string[] = [];
    let start = 0;
    for (const match of this.all(text)) {
      if (limit > 0 && parts.length === limit - 1) break;
      if (match.end === 0) continue;
      parts.push(text.slice(start, match.start));
      start = match.end;
    }
    if (start === 0 && parts.length === 0) return [text];
    parts.push(text.slice(start));
    if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
    return parts;
  }

  /** Replaces the first `count` matches; `replacement` knows `$1`, `${name}` and backslashes. */
  replace(text: string, replacement: string, count = Infinity): string {
    let result = '';
    let end = 0;
    let done = 0;
    for (const match of this.all(text)) {
      if (done === count) break;
      result += text.slice(end, match.start) + this.#expand(replacement, text, match);
      end = match.end;
      done += 1;
    }
    return result + text.slice(end);
  }

  #expand(replacement: string, text: string, match: Match): string {
    let result = '';
    for (let at = 0; at < replacement.length; at++) {
      const char = replacement[at];
      if (char === '\\') {
        at += 1;
        if (at === replacement.length)
          throwApex('System.StringException', 'character to be escaped is missing');
        result += replacement[at];
      } else if (char === '$') {
        const reference = this.#reference(replacement, at);
        const group = match.groups[reference.group];
        if (group) result += text.slice(...group);
        at = reference.last;
      } else result += char;
    }
    return result;
  }

  /** The group that `$...` at `at` names, and the position of its last character. */
  #reference(replacement: string, at: number): { readonly group: number; readonly last: number } {
    const name = /^\$\{([A-Za-z][A-Za-z0-9]*)\}/.exec(replacement.slice(at));
    if (name) {
      const group = this.names.get(name[1] ?? '');
      if (group === undefined) throwApex('System.StringException', `No group with name {${name[1]}}`);
      return { group, last: at + name[0].length - 1 };
    }
    let last = at + 1;
    if (!isDigit(replacement[last])) throwApex('System.StringException', 'Illegal group reference');
    let group = Number(replacement[last]);
    if (group > this.groupCount) throwApex('System.StringException', `No group ${group}`);
    while (isDigit(replacement[last + 1]) && group * 10 + Number(replacement[last + 1]) <= this.groupCount) {
      last += 1;
      group = group * 10 + Number(replacement[last]);
    }
    return { group, last };
  }

  #compile(kind: MatchKind): RegExp {
    let compiled = this.#compiled.get(kind);
    if (!compiled) {
      const { source } = this.#translation;
      const whole = kind === 'matches' ? `(?:${source})(?![\\s\\S])` : source;
      compiled = new RegExp(whole, kind === 'find' ? 'dgv' : 'dyv');
      this.#compiled.set(kind, compiled);
    }
    return compiled;
  }

  #toMatch(found: RegExpExecArray): Match {
    const start = found.index;
    const end = start + found[0].length;
    const groups: (readonly [number, number] | null)[] = [[start, end]];
    for (let group = 1; group <= this.groupCount; group++) {
      groups.push(found.indices?.groups?.[`g${group}`] ?? null);
    }
    return { start, end, groups };
  }
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

const CACHED = 200;
const cache = new Map<string, Regex>();

/** The regular expression of a pattern; the last used ones are kept. */
export function regexOf(pattern: string): Regex {
  const known = cache.get(pattern);
  if (known) return known;
  const regex = new Regex(pattern);
  const oldest = cache.keys().next();
  if (cache.size === CACHED && !oldest.done) cache.delete(oldest.value);
  cache.set(pattern, regex);
  return regex;
}

/** `Pattern.quote`. */
export function quotePattern(text: string): string {
  return text.includes('\\E') ? `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E` : `\\Q${text}\\E`;
}

/** `Matcher.quoteReplacement`. */
export function quoteReplacement(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}
