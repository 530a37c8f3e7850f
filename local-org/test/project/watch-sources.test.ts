import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test, type TestContext } from 'node:test';
import { ProjectError } from '../../src/project/project-error.ts';
import { watchSources } from '../../src/project/watch-sources.ts';

const CLASS = 'force-app/main/default/classes/Sum.cls';
const config = (...folders: string[]): string =>
  JSON.stringify({ packageDirectories: folders.map((path) => ({ path })) });

interface Watched {
  write(path: string, text: string): void;
  /** As editors save: a new file takes the place of the old one. */
  replace(path: string, text: string): void;
  /** Resolves when the file has been told. */
  told(path: string): Promise<void>;
  /** What has been told since the last question. */
  heard(): string[];
}

async function watched(t: TestContext): Promise<Watched> {
  const root = mkdtempSync(join(tmpdir(), 'local-org-watch-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('sfdx-project.json', config('force-app'));
  write(CLASS, 'public class Sum {}');
  let heard: string[] = [];
  let wake = (): void => undefined;
  const watch = await watchSources(
    root,
    {},
    {
      onChange: (files) => {
        heard.push(...files.map((file) => relative(root, file)));
        wake();
      },
      onProblem: (text) => assert.fail(text),
    },
  );
  t.after(async () => {
    await watch.close();
    rmSync(root, { recursive: true });
  });
  return {
    write,
    replace(path, text) {
      write(`${path}.draft`, text);
      renameSync(join(root, `${path}.draft`), join(root, path));
    },
    async told(path) {
      while (!heard.includes(path)) await new Promise<void>((resolve) => (wake = resolve));
      heard = [];
    },
    heard: () => heard.splice(0),
  };
}

const PATIENCE = { timeout: 20_000 };

test('a file is seen each time that another one takes its place', PATIENCE, async (t) => {
  const project = await watched(t);
  for (const text of ['1', '2', '3']) {
    project.replace(CLASS, `public class Sum { ${text} }`);
    await project.told(CLASS);
  }
  project.write(CLASS, 'public class Sum { /* in place */ }');
  await project.told(CLASS);
});

test('files in new folders are seen, hidden files and packages of npm are not', PATIENCE, async (t) => {
  const project = await watched(t);
  project.write('force-app/.hidden/Some.cls', '');
  project.write('force-app/node_modules/some/index.js', '');
  project.write('force-app/other/classes/Other.cls', '');
  await project.told('force-app/other/classes/Other.cls');
  project.write('force-app/other/classes/Other.cls', 'public class Other {}');
  await project.told('force-app/other/classes/Other.cls');
  assert.deepEqual(
    project.heard().filter((file) => /hidden|node_modules/.test(file)),
    [],
  );
});

test(
  'a new package directory is followed, also when the file that names it was broken before',
  PATIENCE,
  async (t) => {
    const project = await watched(t);
    project.write('more/classes/More.cls', '');
    project.write('sfdx-project.json', '{ "packageDirectories": [');
    await project.told('sfdx-project.json');
    project.write('sfdx-project.json', config('force-app', 'more'));
    await project.told('sfdx-project.json');
    // The new folder is looked through first, and what changes meanwhile is taken for what was there.
    const writing = setInterval(() => project.write('more/classes/More.cls', 'public class More {}'), 500);
    t.after(() => clearInterval(writing));
    await project.told('more/classes/More.cls');
  },
);

test('a folder that is no project is refused', async () => {
  const problem = watchSources(
    join(tmpdir(), 'no-such-folder'),
    {},
    { onChange: () => assert.fail(), onProblem: (text) => assert.fail(text) },
  );
  await assert.rejects(problem, ProjectError);
});
