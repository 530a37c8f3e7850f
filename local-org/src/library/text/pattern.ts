import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from './arguments.ts';
import { stringList } from './lists.ts';
import { Matcher } from './matcher.ts';
import { quotePattern, regexOf } from './regex/regex.ts';
import type { Regex } from './regex/regex.ts';

/** A compiled regular expression. */
export class Pattern extends PlatformObject {
  readonly regex: Regex;

  constructor(regex: Regex) {
    super();
    this.regex = regex;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Pattern');
  }

  override toString(): string {
    return this.regex.pattern;
  }
}

export const patternClass = libraryClass({
  name: 'System.Pattern',
  statics: allNoNulls({
    'compile(String)': (text: string) => new Pattern(regexOf(text)),
    'matches(String,String)': (text: string, input: string) => regexOf(text).match('matches', input) !== null,
    'quote(String)': quotePattern,
  }),
  methods: allNoNulls({
    'matcher(String)': (pattern: Pattern, text: string) => new Matcher(pattern, text),
    'pattern()': (pattern: Pattern) => pattern.regex.pattern,
    'split(String)': (pattern: Pattern, text: string) => stringList(pattern.regex.split(text)),
    'split(String,Integer)': (pattern: Pattern, text: string, limit: number) =>
      stringList(pattern.regex.split(text, limit)),
  }),
});
