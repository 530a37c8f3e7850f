import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexDate } from '../../src/values/date.ts';
import { ApexDatetime } from '../../src/values/datetime.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { ApexSet } from '../../src/values/set.ts';
import { call, inApex, items, listOf, thrown, typeOf } from './support.ts';

type Value = ReturnType<typeof call>;
const string = (key: string, ...values: Value[]): Value => call('System.String', key, ...values);

/** Tests each of `[key, arguments, result]`. */
function table(name: string, rows: readonly [string, Value[], Value][]): void {
  test(
    name,
    inApex(() => {
      for (const [key, values, expected] of rows) {
        assert.deepEqual(string(key, ...values), expected, `${key} of ${JSON.stringify(values)}`);
      }
    }),
  );
}

table('parts', [
  ['left(Integer)', ['abc', 2], 'ab'],
  ['left(Integer)', ['abc', 9], 'abc'],
  ['right(Integer)', ['abc', 2], 'bc'],
  ['right(Integer)', ['abc', 0], ''],
  ['mid(Integer,Integer)', ['abcdef', 2, 3], 'cde'],
  ['substring(Integer,Integer)', ['hamburger', 4, 8], 'urge'],
  ['substring(Integer)', ['abc', 3], ''],
  ['substringAfter(String)', ['a.b.c', '.'], 'b.c'],
  ['substringAfterLast(String)', ['a.b.c', '.'], 'c'],
  ['substringAfterLast(String)', ['abc', '.'], ''],
  ['substringBefore(String)', ['a.b.c', '.'], 'a'],
  ['substringBefore(String)', ['abc', '.'], 'abc'],
  ['substringBeforeLast(String)', ['a.b.c', '.'], 'a.b'],
  ['substringBetween(String,String)', ['x[y]z', '[', ']'], 'y'],
  ['substringBetween(String)', ['tagHellotag', 'tag'], 'Hello'],
  ['substringBetween(String)', ['abc', 'x'], null],
  ['abbreviate(Integer)', ['Hello Maximillian', 8], 'Hello...'],
  ['abbreviate(Integer)', ['Hello', 8], 'Hello'],
  ['abbreviate(Integer,Integer)', ['Hello Maximillian', 8, 12], '...llian'],
  ['abbreviate(Integer,Integer)', ['Hello Maximillian', 7, 6], '...M...'],
  ['charAt(Integer)', ['abc', 1], 98],
  ['codePointAt(Integer)', ['a😀', 1], 0x1f600],
  ['codePointBefore(Integer)', ['a😀', 3], 0x1f600],
  ['codePointCount(Integer,Integer)', ['a😀b', 0, 4], 3],
  ['offsetByCodePoints(Integer,Integer)', ['a😀b', 0, 2], 3],
  ['length()', ['a😀'], 3],
]);

table('searches', [
  ['contains(String)', ['abc', 'B'], false],
  ['containsIgnoreCase(String)', ['abc', 'B'], true],
  ['containsAny(String)', ['hello', 'xlz'], true],
  ['containsNone(String)', ['hello', 'xyz'], true],
  ['containsOnly(String)', ['abba', 'ab'], true],
  ['countMatches(String)', ['Hello Jane', 'ell'], 1],
  ['countMatches(String)', ['aaaa', 'aa'], 2],
  ['difference(String)', ['Hello Jane', 'Hello Max'], 'Max'],
  ['indexOfDifference(String)', ['abcdef', 'abxdef'], 2],
  ['indexOfDifference(String)', ['abc', 'abc'], -1],
  ['getLevenshteinDistance(String)', ['Hello Joe', 'Hello Max'], 3],
  ['getLevenshteinDistance(String,Integer)', ['Hello Jane', 'Hello Max', 1], -1],
  ['hashCode()', ['hello'], 99162322],
  ['indexOf(String,Integer)', ['abcabc', 'b', 2], 4],
  ['indexOfAny(String)', ['abcd', 'xc'], 2],
  ['indexOfAnyBut(String)', ['abcd', 'xab'], 2],
  ['indexOfChar(Integer)', ['abc', 99], 2],
  ['indexOfIgnoreCase(String)', ['abcd', 'BC'], 1],
  ['lastIndexOf(String)', ['abcabc', 'b'], 4],
  ['lastIndexOf(String,Integer)', ['abcabc', 'b', 3], 1],
  ['lastIndexOf(String,Integer)', ['abc', 'a', -1], -1],
  ['lastIndexOfIgnoreCase(String)', ['abcABC', 'b'], 4],
  ['startsWithIgnoreCase(String)', ['ABC', 'ab'], true],
  ['endsWithIgnoreCase(String)', ['ABC', 'bc'], true],
  ['compareTo(String)', ['abcde', 'abcd'], 1],
  ['compareTo(String)', ['a', 'b'], -1],
  ['equals(Object)', ['abc', 'ABC'], false],
  ['equalsIgnoreCase(String)', ['abc', 'ABC'], true],
  ['equalsIgnoreCase(String)', ['abc', null], false],
]);

table('kinds of characters', [
  ['isAlpha()', ['añ'], true],
  ['isAlpha()', [''], false],
  ['isAlphaSpace()', ['a b'], true],
  ['isAlphanumeric()', ['a1'], true],
  ['isAlphanumericSpace()', ['a 1'], true],
  ['isNumeric()', ['12'], true],
  ['isNumeric()', ['1.2'], false],
  ['isNumericSpace()', ['1 2'], true],
  ['isAllLowerCase()', ['abc1'], false],
  ['isAllUpperCase()', ['ABC'], true],
  ['isAsciiPrintable()', ['aé'], false],
  ['isWhitespace()', [' \t\n'], true],
  ['containsWhitespace()', ['a\u00a0b'], false],
  ['isBlank(String)', [' \n'], true],
  ['isBlank(String)', [null], true],
  ['isNotBlank(String)', ['x'], true],
  ['isEmpty(String)', [' '], false],
  ['isNotEmpty(String)', [null], false],
]);

table('changes', [
  ['capitalize()', ['hello maximillian'], 'Hello maximillian'],
  ['uncapitalize()', ['Hello'], 'hello'],
  ['center(Integer)', ['hello', 9], '  hello  '],
  ['center(Integer,String)', ['hello', 10, '-'], '--hello---'],
  ['leftPad(Integer,String)', ['ab', 5, 'xyz'], 'xyzab'],
  ['leftPad(Integer)', ['ab', 5], '   ab'],
  ['rightPad(Integer,String)', ['ab', 5, 'xy'], 'abxyx'],
  ['deleteWhitespace()', [' a\tb\n'], 'ab'],
  ['normalizeSpace()', ['  a \n b '], 'a b'],
  ['overlay(String,Integer,Integer)', ['abcdef', 'zzzz', 2, 4], 'abzzzzef'],
  ['remove(String)', ['queued', 'ue'], 'qd'],
  ['removeEnd(String)', ['www.a.com', '.com'], 'www.a'],
  ['removeEndIgnoreCase(String)', ['www.a.COM', '.com'], 'www.a'],
  ['removeStart(String)', ['www.a', 'www.'], 'a'],
  ['removeStartIgnoreCase(String)', ['WWW.a', 'www.'], 'a'],
  ['repeat(Integer)', ['ab', 2], 'abab'],
  ['repeat(String,Integer)', ['ab', ',', 2], 'ab,ab'],
  ['replace(String,String)', ['a.b.c', '.', '$&'], 'a$&b$&c'],
  ['replaceAll(String,String)', ['a1b22', '([0-9]+)', '<$1>'], 'a<1>b<22>'],
  ['replaceFirst(String,String)', ['aab', 'a', 'x'], 'xab'],
  ['reverse()', ['ab😀'], '😀ba'],
  ['swapCase()', ['Abc1'], 'aBC1'],
  ['toLowerCase(String)', ['I', 'tr'], 'ı'],
  ['toUpperCase()', ['straße'], 'STRASSE'],
  ['trim()', ['\u0000 a\n'], 'a'],
  ['stripHtmlTags()', ['<b>hello</b> <br/>you'], 'hello you'],
]);

table('escapes', [
  ['escapeCsv()', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
  ['unescapeCsv()', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
  ['escapeEcmaScript()', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
  ['unescapeEcmaScript()', ['\\"3.8\\",\\\'3.9\\\''], '"3.8",\'3.9\''],
  ['escapeHtml3()', ['"<Black&White>"'], '&quot;&lt;Black&amp;White&gt;&quot;'],
  ['escapeHtml4()', ['é – €'], '&eacute; &ndash; &euro;'],
  ['unescapeHtml4()', ['&lt;&eacute;&euro;&#65;&#x42;&nope;'], '<é€AB&nope;'],
  ['escapeJava()', ['Company: "Salesforce.com"\n'], 'Company: \\"Salesforce.com\\"\\n'],
  ['unescapeJava()', ['a\\tb\\u00e9'], 'a\tbé'],
  ['escapeUnicode()', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
  ['unescapeUnicode()', ['voc\\u00EA'], 'você'],
  ['escapeXml()', ['"<A&B>\''], '&quot;&lt;A&amp;B&gt;&apos;'],
  ['unescapeXml()', ['&quot;&apos;'], '"\''],
  ['escapeSingleQuotes(String)', ["it's"], "it\\'s"],
]);

test(
  'splits',
  inApex(() => {
    assert.deepEqual(items(string('split(String)', 'a,b,,c,,', ',')), ['a', 'b', '', 'c']);
    assert.deepEqual(items(string('split(String)', 'boo:and:foo', 'o')), ['b', '', ':and:f']);
    assert.deepEqual(items(string('split(String,Integer)', 'boo:and:foo', ':', 2)), ['boo', 'and:foo']);
    assert.deepEqual(items(string('split(String,Integer)', 'boo:and:foo', 'o', -1)), [
      'b',
      '',
      ':and:f',
      '',
      '',
    ]);
    assert.deepEqual(items(string('split(String)', 'abc', '')), ['a', 'b', 'c']);
    assert.deepEqual(items(string('split(String)', '', ',')), ['']);
    assert.deepEqual(items(string('split(String)', 'a.b', '\\.')), ['a', 'b']);
    assert.deepEqual(items(string('splitByCharacterType()', 'Lightning.platform 2')), [
      'L',
      'ightning',
      '.',
      'platform',
      ' ',
      '2',
    ]);
    assert.deepEqual(items(string('splitByCharacterTypeCamelCase()', 'fooBARBaz1')), [
      'foo',
      'BAR',
      'Baz',
      '1',
    ]);
  }),
);

test(
  'formats and joins',
  inApex(() => {
    const format = (pattern: string, ...values: Value[]): Value =>
      string('format(String,List<Object>)', pattern, listOf(...values));
    assert.equal(format('{0} is {1}', 'a', 1), 'a is 1');
    assert.equal(format("it''s '{0}' {0} {3}", null), "it's {0} null {3}");
    assert.equal(
      thrown(() => format('{a}')),
      "System.StringException: can't parse argument number: a",
    );
    assert.equal(string('join(Object,String)', listOf('a', null, 2), '-'), 'a--2');
    assert.equal(string('join(Object,String)', new ApexSet(typeOf('Set<String>'), ['x', 'y']), ', '), 'x, y');
    assert.equal(string('fromCharArray(List<Integer>)', listOf(72, 105)), 'Hi');
    assert.equal(string('getCommonPrefix(List<String>)', listOf('SFDCApex', 'SFDCVisual')), 'SFDC');
    assert.deepEqual(items(string('getChars()', 'ab')), [97, 98]);
  }),
);

test(
  'texts of values',
  inApex(() => {
    assert.equal(string('valueOf(Object)', null), null);
    assert.equal(string('valueOf(Decimal)', Decimal.of('1.10')), '1.10');
    assert.equal(string('valueOf(Date)', ApexDate.of(2024, 2, 29)), '2024-02-29');
    const moment = new ApexDatetime(Date.UTC(2024, 1, 29, 3, 4, 5));
    assert.equal(string('valueOf(Datetime)', moment), '2024-02-28 19:04:05');
    assert.equal(string('valueOfGmt(Datetime)', moment), '2024-02-29 03:04:05');
  }),
);

test(
  'what texts refuse',
  inApex(() => {
    assert.equal(
      thrown(() => string('contains(String)', 'a', null)),
      'System.NullPointerException: Argument cannot be null.',
    );
    assert.equal(
      thrown(() => string('substring(Integer)', 'abc', 4)),
      'System.StringException: Starting position out of bounds: 4',
    );
    assert.equal(
      thrown(() => string('substring(Integer,Integer)', 'abc', 1, 9)),
      'System.StringException: Ending position out of bounds: 9',
    );
    assert.equal(
      thrown(() => string('charAt(Integer)', 'abc', 3)),
      'System.StringException: String index out of range: 3',
    );
    assert.equal(
      thrown(() => string('abbreviate(Integer)', 'abcdef', 3)),
      'System.StringException: Minimum abbreviation width is 4',
    );
  }),
);
