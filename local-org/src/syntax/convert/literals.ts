import type { ApexToken, LiteralContext } from '@apexdevtools/apex-parser';
import type { Literal } from '../ast.ts';
import type { Source } from '../source.ts';

const MAX_INTEGER = 2147483647n;
const MAX_LONG = 9223372036854775807n;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
};

/** Resolves the escapes of a string's inside. What is no escape of Apex (`\_` in SOQL) stays as written. */
export function unescape(inside: string): string {
  if (!inside.includes('\\')) return inside;
  return inside.replaceAll(
    /\\(?:u([0-9a-f]{4})|([\s\S]))/gi,
    (all, code: string | undefined, letter: string) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      if (letter === '_' || letter === '%') return all;
      return ESCAPES[letter.toLowerCase()] ?? letter;
    },
  );
}

/** The value of a `'...'` or `'''...'''` token. */
export function stringValue(token: ApexToken, source: Source): string {
  const span = source.token(token);
  const written = source.slice(span);
  if (/^'''\r?\n/.test(written)) return unescape(written.slice(3, -3).replace(/^\r?\n/, ''));
  if (/[\r\n]/.test(written)) {
    source.report('syntax/string', 'A string literal cannot go over the end of a line.', span);
  }
  return unescape(written.slice(1, -1));
}

export function buildLiteral(ctx: LiteralContext, source: Source): Literal {
  const token = ctx.start;
  const span = source.token(token);
  const literal = (type: Literal['type'], value: string): Literal => ({ kind: 'literal', type, value, span });
  if (ctx.StringLiteral() || ctx.MultilineStringLiteral())
    return literal('string', stringValue(token, source));
  if (ctx.BooleanLiteral()) return literal('boolean', token.text.toLowerCase());
  if (ctx.NULL()) return literal('null', 'null');
  return buildNumber(token, source);
}

/** A number token. A minus before it is no part of it: the lowest Integer and the lowest Long cannot be written. */
export function buildNumber(token: ApexToken, source: Source): Literal {
  const span = source.token(token);
  const written = source.slice(span);
  const digits = written.replace(/[dl]$/i, '');
  if (/l$/i.test(written)) return whole('long', digits, MAX_LONG);
  if (/d$/i.test(written)) return { kind: 'literal', type: 'double', value: withLeadingZero(digits), span };
  if (digits.includes('.')) return { kind: 'literal', type: 'decimal', value: withLeadingZero(digits), span };
  return whole('integer', digits, MAX_INTEGER);

  function whole(type: 'integer' | 'long', text: string, max: bigint): Literal {
    const value = BigInt(text);
    if (value > max) reportRange(type, value);
    return { kind: 'literal', type, value: value.toString(), span };
  }

  function reportRange(type: 'integer' | 'long', value: bigint): void {
    const name = type === 'integer' ? 'Integer' : 'Long';
    const suggestion = type === 'integer' && value <= MAX_LONG ? `Write ${value}L for a Long.` : undefined;
    source.report('syntax/number', `Illegal ${type}: ${value} does not fit in ${name}.`, span, suggestion);
  }
}

function withLeadingZero(digits: string): string {
  return digits.startsWith('.') ? `0${digits}` : digits;
}
