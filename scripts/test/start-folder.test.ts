import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { DataFolder, FolderError } from '../src/start/folder.ts';

const around = mkdtempSync(join(tmpdir(), 'billwright-folder-'));
after(() => rmSync(around, { recursive: true }));
let count = 0;

/** A folder with these files; those of databases are empty ones. */
function folderWith(...names: string[]): DataFolder {
  const path = join(around, String(++count));
  mkdirSync(path);
  for (const name of names) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), name.endsWith('.txt') ? 'mine' : '');
  }
  return new DataFolder(path);
}

const ALL = ['billing.sqlite', 'billing.sqlite-wal', 'org.sqlite', 'demo/10-users.apex'];
const refusal = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof FolderError, String(error));
  assert.match(error.message, message);
  return true;
};

describe('--reset', () => {
  test('takes away what npm start has made', () => {
    const folder = folderWith(...ALL);
    assert.equal(folder.open(true), 'new');
    folder.finish();
    assert.deepEqual(readdirSync(folder.path), []);
  });

  test('deletes nothing of a folder that holds anything else, and says what', () => {
    const folder = folderWith(...ALL, 'a.txt', 'b.txt', 'letters/c.txt', 'z.txt');
    assert.throws(
      () => folder.open(true),
      refusal(/holds a\.txt, b\.txt, letters and 1 more\. Nothing was deleted\..*--folder/),
    );
    assert.equal(readFileSync(join(folder.path, 'letters/c.txt'), 'utf8'), 'mine');
    for (const name of ALL) assert.ok(existsSync(join(folder.path, name)), name);
  });

  test('takes no folder of scripts for its own that holds other ones', () => {
    const folder = folderWith(...ALL, 'demo/a.txt');
    assert.throws(() => folder.open(true), refusal(/holds demo\. /));
  });

  test('follows no link', () => {
    const other = folderWith('10-users.apex');
    const folder = folderWith('org.sqlite', 'billing.sqlite');
    symlinkSync(other.path, join(folder.path, 'demo'));
    assert.throws(() => folder.open(true), refusal(/holds demo\. /));
    assert.deepEqual(readdirSync(other.path), ['10-users.apex']);
  });

  test('leaves the data of a start that still runs', () => {
    const folder = folderWith(...ALL);
    const running = new DatabaseSync(folder.billing);
    running.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    assert.throws(() => folder.open(true), refusal(/in use by another npm start.*--folder/));
    running.close();
    assert.ok(existsSync(folder.org));
  });
});

describe('a start', () => {
  test('goes on with the data that are there', () => {
    const folder = folderWith(...ALL);
    assert.equal(folder.open(false), 'kept');
    assert.ok(existsSync(folder.org));
  });

  test('makes its folder, and takes it away again when it fails', () => {
    const folder = new DataFolder(join(around, 'new', 'data'));
    assert.equal(folder.open(false), 'new');
    writeFileSync(folder.billing, '');
    folder.abandon();
    assert.equal(existsSync(folder.path), false);
  });

  test('begins anew where the one before has not come to its end', () => {
    const folder = folderWith();
    folder.open(false);
    for (const file of [folder.billing, folder.org]) writeFileSync(file, '');
    assert.equal(folder.open(false), 'wasUnfinished');
    assert.equal(existsSync(folder.org), false);
    folder.finish();
    assert.equal(folder.open(false), 'new');
  });

  test('puts nothing beside other things', () => {
    const folder = folderWith('a.txt');
    assert.throws(
      () => folder.open(false),
      refusal(/need a folder of their own, but .* holds a\.txt\..*--folder/),
    );
    assert.deepEqual(readdirSync(folder.path), ['a.txt']);
  });

  test('does not mind what file managers leave', () => {
    const folder = folderWith('.DS_Store');
    assert.equal(folder.open(true), 'new');
    assert.ok(existsSync(join(folder.path, '.DS_Store')));
  });

  test('does not go on with half of the data', () => {
    const folder = folderWith('org.sqlite');
    assert.throws(() => folder.open(false), refusal(/billing\.sqlite is missing.*--reset/));
    assert.ok(existsSync(folder.org));
  });

  for (const [path, reason] of [
    ['/dev/null/x', /can't be kept in \/dev\/null\/x: it is no folder.*--folder/],
    [join(around, 'file'), /it is no folder/],
    [join(around, 'x'.repeat(300)), /its name is too long/],
  ] as const) {
    test(`says why it can't have ${path.slice(0, 40)}`, () => {
      writeFileSync(join(around, 'file'), '');
      for (const isReset of [true, false]) {
        assert.throws(() => new DataFolder(path).open(isReset), refusal(reason));
      }
    });
  }
});
