import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { allNoNulls } from './arguments.ts';
import type { Pattern } from './pattern.ts';
import { quoteReplacement } from './regex/regex.ts';
import type { Match, MatchKind } from './regex/regex.ts';

/** A search of a pattern in a text. */
export class Matcher extends PlatformObject {
  pattern: Pattern;
  #text: string;
  #regionStart = 0;
  #regionEnd: number;
  #match: Match | null = null;
  /** Where the next `find()` begins, relative to the region. */
  #next = 0;

  constructor(pattern: Pattern, text: string) {
    super();
    this.pattern = pattern;
    this.#text = text;
    this.#regionEnd = text.length;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Matcher');
  }

  get regionStart(): number {
    return this.#regionStart;
  }

  get regionEnd(): number {
    return this.#regionEnd;
  }

  /** Begins anew, with all of the text as region. */
  reset(text = this.#text): this {
    this.#text = text;
    return this.region(0, text.length);
  }

  /** What is outside of the region can't be seen by the pattern. Throws `System.StringException`. */
  region(start: number, end: number): this {
    if (start < 0 || end > this.#text.length || start > end) {
      throwApex('System.StringException', `Region out of bounds: ${start}, ${end}`);
    }
    this.#regionStart = start;
    this.#regionEnd = end;
    this.#match = null;
    this.#next = 0;
    return this;
  }

  /** Keeps the position in the text. */
  use(pattern: Pattern): this {
    this.pattern = pattern;
    this.#match = null;
    return this;
  }

  find(): boolean {
    const found = this.#next <= this.#regionEnd - this.#regionStart && this.#try('find', this.#next);
    if (!found) this.#match = null;
    return found;
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.#text.length)
      throwApex('System.StringException', `Illegal start index: ${start}`);
    this.reset();
    this.#next = start;
    return this.find();
  }

  /** Does the region match, as a whole or from its start? */
  test(kind: MatchKind): boolean {
    return this.#try(kind, 0);
  }

  /** Position in the text, -1 for a group that took no part. */
  start(group = 0): number {
    const range = this.#range(group);
    return range ? range[0] + this.#regionStart : -1;
  }

  end(group = 0): number {
    const range = this.#range(group);
    return range ? range[1] + this.#regionStart : -1;
  }

  group(group = 0): string | null {
    const range = this.#range(group);
    return range ? this.#region.slice(...range) : null;
  }

  /** Replaces the first `count` matches in the whole text and begins anew. */
  replace(replacement: string, count: number): string {
    this.reset();
    return this.pattern.regex.replace(this.#text, replacement, count);
  }

  override toString(): string {
    const region = `${this.#regionStart},${this.#regionEnd}`;
    return `java.util.regex.Matcher[pattern=${this.pattern} region=${region} lastmatch=${this.#match ? this.group() : ''}]`;
  }

  get #region(): string {
    return this.#text.slice(this.#regionStart, this.#regionEnd);
  }

  #try(kind: MatchKind, from: number): boolean {
    const match = this.pattern.regex.match(kind, this.#region, from);
    this.#match = match;
    if (match) this.#next = match.end > match.start ? match.end : match.end + 1;
    return match !== null;
  }

  #range(group: number): readonly [number, number] | null {
    if (!this.#match) throwApex('System.StringException', 'No match found');
    const range = this.#match.groups[group];
    return range === undefined ? throwApex('System.StringException', `No group ${group}`) : range;
  }
}

export const matcherClass = libraryClass({
  name: 'System.Matcher',
  statics: allNoNulls({ 'quoteReplacement(String)': quoteReplacement }),
  methods: allNoNulls({
    'end()': (matcher: Matcher) => matcher.end(),
    'end(Integer)': (matcher: Matcher, group: number) => matcher.end(group),
    'find()': (matcher: Matcher) => matcher.find(),
    'find(Integer)': (matcher: Matcher, start: number) => matcher.findFrom(start),
    'group()': (matcher: Matcher) => matcher.group(),
    'group(Integer)': (matcher: Matcher, group: number) => matcher.group(group),
    'groupCount()': (matcher: Matcher) => matcher.pattern.regex.groupCount,
    'hasAnchoringBounds()': () => true,
    'hasTransparentBounds()': () => false,
    'lookingAt()': (matcher: Matcher) => matcher.test('lookingAt'),
    'matches()': (matcher: Matcher) => matcher.test('matches'),
    'pattern()': (matcher: Matcher) => matcher.pattern,
    'region(Integer,Integer)': (matcher: Matcher, start: number, end: number) => matcher.region(start, end),
    'regionEnd()': (matcher: Matcher) => matcher.regionEnd,
    'regionStart()': (matcher: Matcher) => matcher.regionStart,
    'replaceAll(String)': (matcher: Matcher, replacement: string) => matcher.replace(replacement, Infinity),
    'replaceFirst(String)': (matcher: Matcher, replacement: string) => matcher.replace(replacement, 1),
    'reset()': (matcher: Matcher) => matcher.reset(),
    'reset(String)': (matcher: Matcher, text: string) => matcher.reset(text),
    'start()': (matcher: Matcher) => matcher.start(),
    'start(Integer)': (matcher: Matcher, group: number) => matcher.start(group),
    'usePattern(Pattern)': (matcher: Matcher, pattern: Pattern) => matcher.use(pattern),
  }),
});
