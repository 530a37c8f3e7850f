/*
 * Character classes of Java's regular expressions in the words of JavaScript's `v` flag. Each is the inside of a class.
 */

/** Line terminators, for `.`, `^` and `$`. */
export const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';

/** `\d`, `\s` ...: the capital letter is the opposite. */
export const ESCAPED_CLASSES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z0-9_',
  s: ' \\t\\n\\x0B\\f\\r',
  h: ' \\t\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000',
  v: `\\x0B\\f${LINE_END}`,
};

/** `\p{...}` that are not Unicode's own names. */
export const NAMED_CLASSES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
  Graph: '\\x21-\\x7E',
  Print: '\\x20-\\x7E',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\t-\\r\\x1C-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  L1: '\\x00-\\xFF',
  all: '\\s\\S',
};

/** `\p{Is...}` for Unicode's binary properties, by lower case name. */
export const BINARY_PROPERTIES: Readonly<Record<string, string>> = {
  alphabetic: '\\p{Alphabetic}',
  ideographic: '\\p{Ideographic}',
  letter: '\\p{L}',
  lowercase: '\\p{Lowercase}',
  uppercase: '\\p{Uppercase}',
  titlecase: '\\p{Lt}',
  punctuation: '\\p{P}',
  control: '\\p{Cc}',
  white_space: '\\p{White_Space}',
  digit: '\\p{Nd}',
  hex_digit: '\\p{Hex_Digit}',
  assigned: '\\p{Assigned}',
};
