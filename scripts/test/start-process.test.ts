import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';

const SCRIPT = resolve(import.meta.dirname, '..', 'src', 'start.ts');
const around = mkdtempSync(join(tmpdir(), 'billwright-start-process-'));
after(() => rmSync(around, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** Runs `npm start` with options; `onLine` may end it. */
async function start(
  args: readonly string[],
  onLine: (line: string, end: () => void) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [SCRIPT, '--no-watch', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine(line, () => child.kill('SIGINT'));
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text: lines.join('\n') };
}

describe('npm start with a port that is taken', () => {
  const other = createServer();
  before(async () => void (await once(other.listen(0, '127.0.0.1'), 'listening')));
  after(() => other.close());
  const taken = (): string => String((other.address() as AddressInfo).port);

  for (const [option, others] of [
    ['--port', ['--billing-port', '0']],
    ['--billing-port', ['--port', '0']],
  ] as const) {
    test(`names ${option}, and has neither made nor deleted anything`, async () => {
      const folder = mkdtempSync(join(around, 'kept-'));
      for (const name of ['org.sqlite', 'billing.sqlite']) writeFileSync(join(folder, name), '');
      const { code, text } = await start([option, taken(), ...others, '--reset', '--folder', folder]);
      assert.equal(
        text,
        `Port ${taken()} is taken. Stop what uses it, or choose another one with ${option}.`,
      );
      assert.equal(code, 1);
      assert.deepEqual(readdirSync(folder), ['billing.sqlite', 'org.sqlite']);
    });
  }

  test('wants two of them', async () => {
    const { text } = await start([
      '--port',
      '4999',
      '--billing-port',
      '4999',
      '--folder',
      join(around, 'none'),
    ]);
    assert.match(text, /both shall have 4999\. Give --port and --billing-port different ones\.$/);
    assert.equal(existsSync(join(around, 'none')), false);
  });
});

test('Ctrl-C while the first data are made: the next start begins anew', async () => {
  const args = ['--port', '0', '--billing-port', '0', '--folder', join(around, 'first')];
  const ends = (word: RegExp) => (line: string, end: () => void) => void (word.test(line) && end());
  const first = await start(args, ends(/^Demo data: users/));
  assert.equal(first.code, 130);
  assert.match(first.text, /\nEnded before everything was there\.$/);
  assert.ok(existsSync(join(around, 'first', 'org.sqlite')));
  const second = await start(args, ends(/^Starting the billing server/));
  assert.match(second.text, /^The last start ended before all of its data were there: beginning anew\./);
});

test('wrong options end it before anything else, with the way to help', async () => {
  const { code, text } = await start(['--port', 'x']);
  assert.equal(code, 2);
  assert.equal(
    text,
    '--port takes a number from 0 (any free one) to 65535, not "x".\n"npm start -- --help" lists all options.',
  );
});
