import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { classFile, TemporaryProject } from '../temporary-project.ts';
import { command, lastLine } from './command.ts';

const project = new TemporaryProject({
  Sum: `public class Sum {
  public static Integer of(Integer a, Integer b) {
    if (a == null) {
      return b;
    }
    return a + b;
  }
}`,
  SumTest: `@IsTest
private class SumTest {
  @IsTest
  static void adds() {
    Assert.areEqual(3, Sum.of(1, 2));
  }
  @IsTest
  static void addsMore() {
    Assert.areEqual(5, Sum.of(2, 3));
  }
}`,
  WrongTest: `@IsTest
private class WrongTest {
  @IsTest
  static void fails() {
    check(Sum.of(1, 1));
  }
  static void check(Integer n) {
    Assert.areEqual(3, n, 'a < b & "c"');
  }
}`,
});
after(() => project.remove());

const run = (...args: string[]): ReturnType<typeof command> => command(project.root, ['test', ...args]);
const names = (out: string): string[] =>
  [...out.matchAll(/^(?:pass|FAIL) (\S+)/gm)].map(([, name]) => name ?? '');

test('tests that pass', () => {
  const { code, out, err } = run('--class', 'SumTest');
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.match(out, /^pass SumTest\.adds /m);
  assert.equal(lastLine(out), '2 passed, 0 failed');
});

test('a test that fails shows message, source line and stack', () => {
  const { code, out } = run();
  assert.equal(code, 1);
  const failure = out.slice(out.indexOf('FAIL'));
  assert.match(failure, /^FAIL WrongTest\.fails /);
  assert.match(failure, /System\.AssertException: Assertion Failed: a < b & "c": Expected: 3, Actual: 2/);
  assert.ok(failure.includes(`${classFile('WrongTest')}:8: Assert.areEqual(3, n, 'a < b & "c"');`));
  assert.match(failure, /Class\.WrongTest\.check: line 8, column \d+\n +Class\.WrongTest\.fails: line 5/);
  assert.equal(lastLine(out), '2 passed, 1 failed');
});

test('classes and methods are chosen by patterns without case', () => {
  assert.deepEqual(names(run('--class', 'sum*').out), ['SumTest.adds', 'SumTest.addsMore']);
  assert.deepEqual(names(run('--method', '*MORE').out), ['SumTest.addsMore']);
  assert.deepEqual(names(run('--method', 'adds', '--method', 'fails').out), [
    'SumTest.adds',
    'WrongTest.fails',
  ]);
  assert.deepEqual(names(run('--class', 'Wrong*', '--method', 'f*').out), ['WrongTest.fails']);
});

test('nothing to run is a failure', () => {
  const { code, out, err } = run('--coverage', '--class', 'Nobody*');
  assert.equal(code, 1);
  assert.match(err, /There was no test to run/);
  assert.equal(out, '0 passed, 0 failed\n');
});

test('--json prints one document', () => {
  const { code, out } = run('--json', '--coverage');
  assert.equal(code, 1);
  const report = JSON.parse(out);
  assert.equal(report.passed, 2);
  assert.equal(report.failed, 1);
  const failed = report.results.find((result: { passed: boolean }) => !result.passed);
  assert.equal(failed.className, 'WrongTest');
  assert.equal(failed.method, 'fails');
  assert.deepEqual(failed.place, { file: classFile('WrongTest'), line: 8 });
  const [sum] = report.coverage;
  assert.deepEqual([sum.class, sum.file], ['Sum', classFile('Sum')]);
  assert.deepEqual(sum.uncovered, [4]);
});

test('--coverage counts the lines that ran', () => {
  const { out } = run('--class', 'SumTest', '--coverage');
  assert.match(out, /^ 67 % {2}Sum {2}lines 4$/m);
  assert.match(out, /^66\.7 % of all lines$/m);
  assert.doesNotMatch(out, /% {2}SumTest/);
});

test('--junit writes a report', () => {
  const file = join(project.root, 'junit.xml');
  assert.equal(run('--junit', file).code, 1);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', textNodeName: 'text' });
  const suites = parser.parse(readFileSync(file, 'utf8')).testsuites.testsuite;
  assert.deepEqual(
    suites.map((suite: Record<string, string>) => [suite.name, suite.tests, suite.failures]),
    [
      ['SumTest', '2', '0'],
      ['WrongTest', '1', '1'],
    ],
  );
  assert.match(suites[1].testcase.failure.message, /a &lt; b &amp; &quot;c&quot;|a < b & "c"/);
  assert.equal(suites[1].testcase.failure.type, 'System.AssertException');
  assert.match(suites[1].testcase.failure.text, /Class\.WrongTest\.check: line 8/);
});

test('a broken class is a failure though every test passes', () => {
  const broken = new TemporaryProject({
    Bad: "public class Bad {\n  Integer n = 'text';\n}",
    FineTest: '@IsTest private class FineTest { @IsTest static void fine() {} }',
  });
  try {
    const { code, out, err } = command(broken.root, ['test']);
    assert.equal(code, 1);
    assert.match(err, /classes\/Bad\.cls:2:\d+: error: /);
    assert.equal(lastLine(out), '1 passed, 0 failed');
  } finally {
    broken.remove();
  }
});

test('many classes are spread over threads and counted once', () => {
  const many = new TemporaryProject({
    Shared: 'public class Shared {\n  public static Integer one() {\n    return 1;\n  }\n}',
  });
  for (let index = 0; index < 20; index++) {
    const body = `Assert.areEqual(${index === 7 ? 2 : 1}, Shared.one());`;
    many.addClass(
      `T${index}Test`,
      `@IsTest private class T${index}Test { @IsTest static void t() { ${body} } }`,
    );
  }
  try {
    const { code, out } = command(many.root, ['test', '--coverage']);
    assert.equal(code, 1);
    assert.equal(names(out).length, 20);
    assert.match(out, /^FAIL T7Test\.t /m);
    assert.match(out, /^100\.0 % of all lines$/m);
    assert.equal(lastLine(out), '19 passed, 1 failed');
  } finally {
    many.remove();
  }
});
