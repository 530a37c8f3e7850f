import { throwApex } from '../../runtime/faults.ts';

/** Does a record with these words match? */
export type Matcher = (words: readonly string[]) => boolean;

/** Words of a text, as a search sees them: letters and digits, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const TOKEN = /\s*(?:"(?<phrase>[^"]*)"|(?<bracket>[()])|(?<word>[^\s()"]+))/gy;

/**
 * Reads what stands behind FIND: words with `*` and `?`, `"phrases"`, AND, OR, AND NOT and brackets; words beside each
 * other must all be there. Throws `System.SearchException`.
 */
export function matcherOf(text: string): Matcher {
  const tokens = [...text.matchAll(TOKEN)];
  if (wordsOf(text.replaceAll(/\b(?:AND|OR|NOT)\b/g, '')).join('').length < 2) {
    throwApex('System.SearchException', `search term must be longer than one character: ${text}`);
  }
  const reader = new TermReader(tokens.map(({ groups }) => groups ?? {}));
  return reader.all();
}

type Token = Readonly<Record<string, string | undefined>>;

class TermReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  all(): Matcher {
    const matcher = this.#either();
    if (this.#at < this.#tokens.length) this.#fail();
    return matcher;
  }

  #either(): Matcher {
    const parts = [this.#both()];
    while (this.#takes('OR')) parts.push(this.#both());
    return parts.length === 1 ? parts[0]! : (words) => parts.some((part) => part(words));
  }

  #both(): Matcher {
    const parts = [this.#one()];
    while (this.#at < this.#tokens.length && !this.#isNext('OR') && !this.#isNext(')')) {
      this.#takes('AND');
      parts.push(this.#one());
    }
    return (words) => parts.every((part) => part(words));
  }

  #one(): Matcher {
    if (this.#takes('NOT')) {
      const part = this.#one();
      return (words) => !part(words);
    }
    if (this.#takes('(')) {
      const inside = this.#either();
      if (!this.#takes(')')) this.#fail();
      return inside;
    }
    const token = this.#tokens[this.#at++] ?? this.#fail();
    if (token['bracket'] !== undefined) this.#fail();
    return phrase(token['phrase'] ?? token['word'] ?? '');
  }

  #isNext(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.['word'] === text || token?.['bracket'] === text;
  }

  #takes(text: string): boolean {
    if (!this.#isNext(text)) return false;
    this.#at += 1;
    return true;
  }

  #fail(): never {
    return throwApex('System.SearchException', 'The text behind FIND is not well formed.');
  }
}

/** Words that stand one behind the other; a lone word is a phrase of one. */
function phrase(text: string): Matcher {
  const unescaped = text.replaceAll(/\\(.)/g, '$1');
  const patterns = (unescaped.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? []).map(wordPattern);
  return (words) =>
    words.some((_, start) => patterns.every((pattern, at) => pattern.test(words[start + at] ?? '')));
}

function wordPattern(word: string): RegExp {
  return new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
}
