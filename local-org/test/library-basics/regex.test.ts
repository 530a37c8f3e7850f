import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotePattern, quoteReplacement, regexOf } from '../../src/library/text/regex/regex.ts';
import { call, inApex, items, thrown } from './support.ts';

type Value = ReturnType<typeof call>;

function found(pattern: string, text: string): string[] {
  return [...regexOf(pattern).all(text)].map(({ start, end }) => text.slice(start, end));
}

function matches(pattern: string, text: string): boolean {
  return regexOf(pattern).match('matches', text) !== null;
}

test("Java's classes", () => {
  assert.deepEqual(found('\\p{Alpha}+', 'ab1é'), ['ab']);
  assert.deepEqual(found('[\\p{L}&&[^a-c]]+', 'abcdéf'), ['déf']);
  assert.deepEqual(found('[a-z&&[^aeiou]]+', 'hello'), ['h', 'll']);
  assert.deepEqual(found('[a-c[x-z]]+', 'abmxyz'), ['ab', 'xyz']);
  assert.deepEqual(found('[-a]+', 'a-b'), ['a-']);
  assert.deepEqual(found('[a-]+', 'a-b'), ['a-']);
  assert.deepEqual(found('[^\\w\\s]', 'a_ !'), ['!']);
  assert.deepEqual(found('[\\[\\]]', 'a[b]'), ['[', ']']);
  assert.deepEqual(found('[()|{}/.&]+', 'a(|)/{.}&'), ['(|)/{.}&']);
  assert.deepEqual(found('\\p{Punct}', 'a,b~'), [',', '~']);
  assert.deepEqual(found('\\p{IsGreek}+\\P{Lu}', 'αβγ1'), ['αβγ1']);
  assert.deepEqual(found('[\\Qa-b\\E]+', '-ab'), ['-ab']);
});

test("Java's constructs", () => {
  assert.ok(matches('\\Qa.b\\E+', 'a.bbb'));
  assert.ok(matches('\\Q$5.00\\E', '$5.00'));
  assert.ok(!matches('a++ab', 'aaab'));
  assert.ok(!matches('(?>a|ab)c', 'abc'));
  assert.ok(matches('(?i)HELLO', 'hello'));
  assert.ok(matches('a(?i)b|c', 'C'));
  assert.ok(!matches('a(?i:b)c', 'abC'));
  assert.ok(matches('(?x) a b # comment\n c', 'abc'));
  assert.ok(matches('(?s).*', 'a\nb'));
  assert.ok(!matches('.*', 'a\nb'));
  assert.ok(matches('(?<year>\\d{4})-\\k<year>', '2024-2024'));
  assert.ok(matches('(a)(b)\\2\\1', 'abba'));
  assert.ok(matches('\\x41\\u0042\\0103\\t', 'ABC\t'));
  assert.deepEqual(found('(?m)^\\w', 'a\nb\n'), ['a', 'b']);
  assert.deepEqual(found('\\d+$', '12\n34\n'), ['34']);
  assert.deepEqual(found('(?<=\\$)\\d+(?!\\d|%)', '$12 $34%'), ['12']);
});

test('case matters again after a group that ignores it', () => {
  assert.deepEqual(found('(?i:b)?[ab]+', 'Ab1'), ['b']);
  assert.ok(matches('(?i:b)?[^b]', 'B'));
  assert.ok(!matches('[ab](?i:x)', 'Ax'));
});

test('line starts and ends', () => {
  assert.equal(regexOf('(?m)$').replace('a\r\nb', '<>'), 'a<>\r\nb<>');
  assert.equal(regexOf('(?m)^').replace('a\r\nb\n', '<>'), '<>a\r\n<>b\n');
  assert.ok(matches('(?x)[a b]+', 'ab'));
  assert.ok(!matches('(?x)[a b]', ' '));
});

test('groups and replacements', () => {
  assert.equal(regexOf('(\\w)(\\d)?').replace('a1 b', '[$2$1]'), '[1a] [b]');
  assert.equal(regexOf('(?<x>b)').replace('abc', '<${x}>'), 'a<b>c');
  assert.equal(regexOf('a').replace('aXa', '\\$1'), '$1X$1');
  assert.equal(regexOf('(a)').replace('a', '$12'), 'a2');
  assert.equal(regexOf('').replace('ab', '-'), '-a-b-');
  assert.equal(regexOf('x*').replace('abxc', '-'), '-a-b--c-');
  assert.equal(quoteReplacement('$1\\'), '\\$1\\\\');
  assert.ok(matches(quotePattern('a\\Eb'), 'a\\Eb'));
});

test(
  'what patterns refuse',
  inApex(() => {
    for (const wrong of [
      '(',
      ')',
      '*a',
      '[a',
      '{1}',
      'a{2,1}',
      '\\y',
      '(?<1>a)',
      '\\k<no>',
      '[z-a]',
      '\\p{Nope}',
      '(?q)',
    ]) {
      assert.match(
        thrown(() => void regexOf(wrong)),
        /^System\.StringException: Invalid regex: /,
        wrong,
      );
    }
    assert.throws(() => regexOf('\\Ga'), /does not support/);
    assert.equal(
      thrown(() => regexOf('a').replace('a', '$')),
      'System.StringException: Illegal group reference',
    );
    assert.equal(
      thrown(() => regexOf('a').replace('a', '$1')),
      'System.StringException: No group 1',
    );
  }),
);

test(
  'a matcher walks through its text',
  inApex(() => {
    const pattern = call('System.Pattern', 'compile(String)', '(a)(b)?');
    const on = (key: string, ...values: Value[]): Value => call('System.Matcher', key, matcher, ...values);
    const matcher = call('System.Pattern', 'matcher(String)', pattern, 'xab a');
    assert.equal(
      thrown(() => on('group()')),
      'System.StringException: No match found',
    );
    assert.ok(on('find()'));
    assert.deepEqual([on('start()'), on('end()'), on('group()'), on('group(Integer)', 2)], [1, 3, 'ab', 'b']);
    assert.ok(on('find()'));
    assert.deepEqual([on('start()'), on('group(Integer)', 2), on('start(Integer)', 2)], [4, null, -1]);
    assert.equal(
      thrown(() => on('group(Integer)', 3)),
      'System.StringException: No group 3',
    );
    assert.ok(!on('find()'));
    on('reset()');
    assert.equal(on('groupCount()'), 2);
    assert.ok(!on('matches()'));
    assert.ok(!on('lookingAt()'));
    on('region(Integer,Integer)', 1, 3);
    assert.ok(on('matches()'));
    assert.equal(on('start()'), 1);
    assert.equal(on('replaceAll(String)', '-'), 'x- -');
    assert.ok(on('find(Integer)', 2));
    assert.equal(on('start()'), 4);
    assert.deepEqual(items(call('System.Pattern', 'split(String)', pattern, '1ab2a3')), ['1', '2', '3']);
  }),
);
