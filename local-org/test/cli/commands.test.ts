import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { main } from '../../src/cli/main.ts';
import { TemporaryProject } from '../temporary-project.ts';
import { command } from './command.ts';

const project = new TemporaryProject({
  Greeting: "public class Greeting { public static String say(String name) { return 'Hello ' + name; } }",
});
after(() => project.remove());

const run = (...args: string[]): ReturnType<typeof command> => command(project.root, args);

test('run prints the debug log', () => {
  const { code, out, err } = run('run', "System.debug(Greeting.say('you'));");
  assert.deepEqual({ code, out, err }, { code: 0, out: 'Hello you\n', err: '' });
});

test('run reads standard input, and takes the folder', () => {
  const { code, out } = command('/', ['run', '-', project.root], {
    input: "System.debug(Greeting.say('in'));",
  });
  assert.deepEqual([code, out], [0, 'Hello in\n']);
});

test('run fails with the exception and its stack, or with the compile errors', () => {
  const failed = run('run', "System.debug('first');\nInteger n = 1 / 0;");
  assert.equal(failed.code, 1);
  assert.equal(failed.out, 'first\n');
  assert.match(failed.err, /^System\.MathException: Divide by 0\nAnonymousBlock: line 2, column \d+/);
  const refused = run('run', 'missing();');
  assert.equal(refused.code, 1);
  assert.match(refused.err, /anonymous-1\.apex:1:1: error: .*missing/);
});

test('run tells where the line of a broken limit or of something unsupported is, after what was debugged before', () => {
  const query = 'for (Integer i = 0; i < 200; i++) {\n  List<Account> none = [SELECT Id FROM Account];\n}';
  const limited = run('run', `System.debug('first');\n${query}`);
  assert.equal(limited.out, 'first\n');
  assert.match(
    limited.err,
    /^System\.LimitException: Too many SOQL queries: 101\nAnonymousBlock: line 3, column 1\n/,
  );
  const refused = run(
    'run',
    "System.debug('first');\nDatabase.query('SELECT convertCurrency(X) FROM Account');",
  );
  assert.equal(refused.code, 1);
  assert.equal(refused.out, 'first\n');
  assert.match(
    refused.err,
    /does not support convertCurrency\(\) in SOQL yet\.\nAnonymousBlock: line 2, column 1\n/,
  );
});

test('query prints rows', () => {
  const { code, out } = run('query', "SELECT Name FROM Profile WHERE Name = 'System Administrator'");
  assert.equal(code, 0);
  assert.deepEqual(
    JSON.parse(out).map(({ Name }: { Name: string }) => Name),
    ['System Administrator'],
  );
  const wrong = run('query', 'SELECT Oops FROM Account');
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.err,
    /^System\.QueryException: \nSELECT Oops FROM Account\n {7}\^\nERROR at Row:1:Column:8\nNo such column/,
  );
  assert.match(
    run('query', 'SELECT Id FROM Nope').err,
    /^System\.QueryException: .*ERROR at Row:1:Column:16\n/s,
  );
  assert.match(run('query', 'SELECT Id\nWHERE').err, /^2:6: /);
  assert.match(
    run('query', 'SELECT Id FROM Account WHERE Name = :name').err,
    /Variable does not exist: name/,
  );
});

test('a database file carries data from run to query', () => {
  const file = join(project.root, 'org.sqlite');
  assert.equal(run('run', "insert new Account(Name = 'Kept');", '--database', file).code, 0);
  const { out } = run('query', 'SELECT Name FROM Account', '--database', file);
  assert.equal(JSON.parse(out)[0].Name, 'Kept');
});

test('check counts, and lists what is wrong', () => {
  assert.deepEqual(run('check'), { code: 0, out: '1 classes compiled, 0 errors\n', err: '' });
  const broken = new TemporaryProject({
    Good: 'public class Good {}',
    Bad: "public class Bad {\n  Integer n = 'text';\n  void m() {\n    oops();\n  }\n}",
  });
  try {
    const { code, out, err } = command(broken.root, ['check']);
    assert.equal(code, 1);
    assert.equal(out, '1 classes compiled, 2 errors\n');
    const places = [...err.matchAll(/Bad\.cls:(\d+):\d+: error: .+ \[[\w/-]+\]$/gm)].map(([, line]) => line);
    assert.deepEqual(places, ['2', '4']);
  } finally {
    broken.remove();
  }
});

test('the exit code reaches the shell', () => {
  const { code, err } = run('test', '--oops');
  assert.equal(code, 2);
  assert.match(err, /--oops[^]+local-org test \[folder\]/);
});

/** As `run`, in this process. */
async function called(context: TestContext, ...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const collect = (line: string): number => lines.push(line);
  const mocks = [
    context.mock.method(console, 'log', collect),
    context.mock.method(console, 'error', collect),
  ];
  const code = await main(args);
  for (const { mock } of mocks) mock.restore();
  return { code, text: lines.join('\n') };
}

test('a wrong call is 2 with the help', async (context) => {
  for (const args of [['tset'], ['run'], ['query'], ['check', '.', 'more'], ['test', '--class']]) {
    const { code, text } = await called(context, ...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(text, /local-org test \[folder\]/);
  }
});

test('a missing project is 2', async (context) => {
  for (const name of ['test', 'check']) {
    const { code, text } = await called(context, name, join(project.root, 'nowhere'));
    assert.equal(code, 2);
    assert.match(text, /nowhere does not exist/);
  }
  const empty = join(project.root, 'empty');
  mkdirSync(empty);
  const { code, text } = await called(context, 'check', empty);
  assert.equal(code, 2);
  assert.match(text, /has no sfdx-project\.json and no Apex/);
});

test('help is 0', async (context) => {
  for (const args of [[], ['help'], ['--help'], ['test', '--help']]) {
    const { code, text } = await called(context, ...args);
    assert.equal(code, 0);
    assert.match(text, /local-org query/);
  }
});
