import { Unsupported } from '../../../runtime/faults.ts';
import { readCharacterClass } from './character-class.ts';
import { LINE_END } from './classes.ts';
import { literals, readCharacterEscape, readClassEscape, readQuoted } from './escapes.ts';
import { PatternReader, literal } from './reader.ts';

/** A Java pattern in JavaScript's words, for the `v` flag. Java's group 2 is JavaScript's group named `g2`. */
export interface Translation {
  readonly source: string;
  readonly groupCount: number;
  /** Java's group numbers by name. */
  readonly names: ReadonlyMap<string, number>;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly comments: boolean;
  readonly unixLines: boolean;
}

const NO_FLAGS: Flags = {
  ignoreCase: false,
  dotAll: false,
  multiline: false,
  comments: false,
  unixLines: false,
};
const FLAG_NAMES: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  s: 'dotAll',
  m: 'multiline',
  x: 'comments',
  d: 'unixLines',
};
const START = '(?<![\\s\\S])';
const END = '(?![\\s\\S])';
/** Not between the two halves of a line end. */
const NOT_INSIDE = '(?<!\\r(?=\\n))';

/**
 * Translates a Java regular expression. Throws `System.StringException: Invalid regex: ...` for what Java refuses, and
 * the local org's own error for what JavaScript can't do.
 */
export function translateRegex(pattern: string): Translation {
  const translator = new Translator(pattern);
  const source = translator.translate();
  return { source, groupCount: translator.groupCount, names: translator.names };
}

class Translator {
  groupCount = 0;
  readonly names = new Map<string, number>();
  readonly #reader: PatternReader;
  #atomicCount = 0;
  #flags = NO_FLAGS;
  readonly #hasModifiers: boolean;

  constructor(pattern: string) {
    this.#reader = new PatternReader(pattern);
    this.#hasModifiers = /\(\?[a-zA-Z-]*i/.test(pattern);
  }

  translate(): string {
    const source = this.#alternatives();
    if (!this.#reader.isAtEnd) this.#reader.fail("Unmatched closing ')'");
    return source;
  }

  /** Up to a closing parenthesis or the end. Flags that change inside go on in the alternatives that follow. */
  #alternatives(): string {
    const before = this.#flags;
    const alternatives = [this.#sequence(before)];
    while (this.#reader.skip('|')) alternatives.push(this.#sequence(before));
    this.#flags = before;
    return alternatives.join('|');
  }

  /** `outer`: the flags in force around the group; other ones are switched on with a modifier. */
  #sequence(outer: Flags): string {
    let source = '';
    let isOpen = this.#flags.ignoreCase !== outer.ignoreCase;
    if (isOpen) source += this.#modifier();
    for (
      this.#skipComments();
      !this.#reader.isAtEnd && !/^[|)]/.test(this.#reader.next);
      this.#skipComments()
    ) {
      const ignoreCase = this.#flags.ignoreCase;
      const quoted = this.#reader.skip('\\Q') ? literals(readQuoted(this.#reader)) : null;
      if (quoted) source += quoted.slice(0, -1).join('');
      const atom = quoted ? (quoted.at(-1) ?? null) : this.#atom();
      if (atom !== null) source += this.#quantified(atom);
      if (this.#flags.ignoreCase === ignoreCase) continue;
      if (isOpen) source += ')';
      isOpen = this.#flags.ignoreCase !== outer.ignoreCase;
      if (isOpen) source += this.#modifier();
    }
    return isOpen ? `${source})` : source;
  }

  #modifier(): string {
    return this.#flags.ignoreCase ? '(?i:' : '(?-i:';
  }

  #skipComments(): void {
    if (this.#flags.comments) this.#reader.match(/(?:\s|#[^\n]*)+/y);
  }

  /** Null for flags, which match nothing themselves. */
  #atom(): string | null {
    const reader = this.#reader;
    const char = reader.read();
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return this.#class(readCharacterClass(reader, this.#flags.comments));
      case '.':
        return this.#dot();
      case '^':
        return this.#flags.multiline ? lineStart(this.#lineEnd) : START;
      case '$':
        return this.#flags.multiline ? `(?=[${this.#lineEnd}]|${END})${NOT_INSIDE}` : this.#finalEnd;
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return reader.fail(`Dangling meta character '${char}'`);
      case '{':
        return reader.fail('Illegal repetition');
      default:
        return literal(char);
    }
  }

  /** V8 takes the wrong flags for a class that stands directly after a modifier's group; one in a group is right. */
  #class(source: string): string {
    return this.#hasModifiers ? `(?:${source})` : source;
  }

  #dot(): string {
    return this.#flags.dotAll ? '[\\s\\S]' : this.#class(`[^${this.#lineEnd}]`);
  }

  get #lineEnd(): string {
    return this.#flags.unixLines ? '\\n' : LINE_END;
  }

  /** The end, or before the line end that is the last thing. */
  get #finalEnd(): string {
    return this.#flags.unixLines ? `(?=\\n?${END})` : `(?=(?:\\r\\n|[${LINE_END}])?${END})`;
  }

  #escape(): string {
    const reader = this.#reader;
    if (reader.skip('A')) return START;
    if (reader.skip('z')) return END;
    if (reader.skip('Z')) return this.#finalEnd;
    if (reader.skip('b')) return '\\b';
    if (reader.skip('B')) return '\\B';
    if (reader.skip('R')) return `(?:\\r\\n|[\\x0B\\f${LINE_END}])`;
    if (reader.skip('X')) throw new Unsupported('\\X in regular expressions');
    if (reader.skip('G')) throw new Unsupported('\\G in regular expressions');
    if (reader.skip('k<')) return this.#namedReference();
    if (/[1-9]/.test(reader.next)) return this.#numberedReference();
    const found = readClassEscape(reader);
    if (found) return this.#class(found);
    const char = readCharacterEscape(reader);
    return char === null ? reader.fail('Illegal/unsupported escape sequence') : literal(char);
  }

  #namedReference(): string {
    const name = this.#reader.until('>', "named capturing group is missing trailing '>'");
    const group = this.names.get(name);
    if (group === undefined) return this.#reader.fail(`named capturing group <${name}> does not exist`);
    return `\\k<g${group}>`;
  }

  /** As many digits as there are groups; a group that does not exist never matches. */
  #numberedReference(): string {
    let group = Number(this.#reader.read());
    while (/\d/.test(this.#reader.next) && group * 10 + Number(this.#reader.next) <= this.groupCount) {
      group = group * 10 + Number(this.#reader.read());
    }
    return group <= this.groupCount ? `\\k<g${group}>` : '(?!)';
  }

  /** The reader stands after the parenthesis. */
  #group(): string | null {
    const reader = this.#reader;
    if (!reader.skip('?')) return this.#capturing();
    const kind = reader.match(/:|=|!|<=|<!/y)?.[0];
    if (kind) return `(?${kind}${this.#closed()})`;
    if (reader.skip('>')) return this.#atomic(this.#closed());
    if (reader.skip('<')) return this.#capturing(this.#groupName());
    const flags = reader.match(/([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y);
    if (!flags) return reader.fail('Unknown inline modifier');
    const changed = this.#changed(flags[1] ?? '', flags[2] ?? '');
    if (flags[3] === ')') {
      this.#flags = changed;
      return null;
    }
    return this.#flagged(changed);
  }

  #flagged(flags: Flags): string {
    const before = this.#flags;
    this.#flags = flags;
    const open = flags.ignoreCase === before.ignoreCase ? '(?:' : this.#modifier();
    const source = `${open}${this.#closed()})`;
    this.#flags = before;
    return source;
  }

  #changed(on: string, off: string): Flags {
    const changed: Record<keyof Flags, boolean> = { ...this.#flags };
    for (const letter of on + off) {
      const name = FLAG_NAMES[letter];
      if (letter === 'U') throw new Unsupported('the flag U in regular expressions');
      if (name) changed[name] = on.includes(letter) && !off.includes(letter);
      // JavaScript's `i` always is Java's `iu`.
      else if (letter !== 'u') this.#reader.fail('Unknown inline modifier');
    }
    return changed;
  }

  #groupName(): string {
    const name = this.#reader.until('>', "named capturing group is missing trailing '>'");
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) this.#reader.fail('capturing group name is illegal');
    if (this.names.has(name)) this.#reader.fail(`Named capturing group <${name}> is already defined`);
    return name;
  }

  #capturing(name: string | null = null): string {
    this.groupCount += 1;
    const number = this.groupCount;
    if (name !== null) this.names.set(name, number);
    return `(?<g${number}>${this.#closed()})`;
  }

  /** JavaScript has no atomic groups, but a lookahead never goes back: match it there and then what it captured. */
  #atomic(source: string): string {
    this.#atomicCount += 1;
    return `(?:(?=(?<a${this.#atomicCount}>${source}))\\k<a${this.#atomicCount}>)`;
  }

  #closed(): string {
    const source = this.#alternatives();
    if (!this.#reader.skip(')')) this.#reader.fail('Unclosed group');
    return source;
  }

  #quantified(atom: string): string {
    this.#skipComments();
    const quantifier = this.#reader.match(/[*+?]|\{(\d+)(,(\d*))?\}/y);
    if (!quantifier) return atom;
    if (quantifier[3] && Number(quantifier[3]) < Number(quantifier[1]))
      this.#reader.fail('Illegal repetition range');
    const once = `${quantifiable(atom)}${quantifier[0]}`;
    if (this.#reader.skip('?')) return `${once}?`;
    return this.#reader.skip('+') ? this.#atomic(once) : once;
  }
}

/** JavaScript does not repeat lookbehinds and, with its `v` flag, lookaheads; a group around them may be. */
function quantifiable(atom: string): string {
  return /^\(\?(?:=|!|<=|<!)/.test(atom) || atom === '\\b' || atom === '\\B' ? `(?:${atom})` : atom;
}

/** At the start or after a line end, but never at the end of all. */
function lineStart(lineEnd: string): string {
  return `(?<![^${lineEnd}])${NOT_INSIDE}(?=[\\s\\S])`;
}
