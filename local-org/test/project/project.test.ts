import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { packageFiles, readProject } from '../../src/project/project.ts';

const CONFIG = '{"packageDirectories":[{"path":"force-app"}],"namespace":"acme","sourceApiVersion":"64.0"}';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'project-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content = ''): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function meta(element: string, apiVersion = '65.0', status = 'Active'): string {
  const inside = `<apiVersion>${apiVersion}</apiVersion><status>${status}</status>`;
  return `<?xml version="1.0"?>\n<${element} xmlns="http://soap.sforce.com/2006/04/metadata">${inside}</${element}>`;
}

function writeClass(file: string, xml = meta('ApexClass')): void {
  write(file, '\ufeffpublic class A { }');
  write(`${file}-meta.xml`, xml);
}

const found = () =>
  readProject(root).diagnostics.map(({ code, file, span, message }) => [
    code,
    file,
    `${span.line}:${span.column}`,
    message,
  ]);

test('reads the project file and lists Apex with its meta files', () => {
  write('sfdx-project.json', CONFIG);
  writeClass('force-app/main/classes/B.cls', meta('ApexClass', '60.0', 'Inactive'));
  writeClass('force-app/main/classes/deep/A.cls');
  write('force-app/main/triggers/T.trigger', 'trigger T on A (before insert) { }');
  write('force-app/main/triggers/T.trigger-meta.xml', meta('ApexTrigger'));
  const project = readProject(root);
  assert.deepEqual([project.root, project.namespace, project.apiVersion], [root, 'acme', '64.0']);
  assert.deepEqual(project.packageDirectories, [join(root, 'force-app')]);
  assert.deepEqual(
    project.classes.map(({ name, file, apiVersion, status }) => [name, file, apiVersion, status]),
    [
      ['B', 'force-app/main/classes/B.cls', '60.0', 'Inactive'],
      ['A', 'force-app/main/classes/deep/A.cls', '65.0', 'Active'],
    ],
  );
  assert.equal(project.classes[0]?.text, 'public class A { }');
  assert.deepEqual(
    project.triggers.map(({ name }) => name),
    ['T'],
  );
  assert.deepEqual(project.diagnostics, []);
});

test('texts are read when asked for', () => {
  write('sfdx-project.json', CONFIG);
  writeClass('force-app/A.cls');
  const project = readProject(root);
  write('force-app/A.cls', 'later');
  assert.equal(project.classes[0]?.text, 'later');
  write('force-app/A.cls', 'too late');
  assert.equal(project.classes[0]?.text, 'later');
});

test('lists the files of all package directories once, sorted, without what is ignored', () => {
  write('sfdx-project.json', '{"packageDirectories":[{"path":"b"},{"path":"a"},{"path":"a/in"}]}');
  write('.forceignore', '# tests\n**/__tests__/**\n*.skip\n!keep.skip\n/a/only/\npackage.xml\n');
  const files = ['b/x.xml', 'a/y.xml', 'a/in/z.xml', 'a/keep.skip', 'b/a/only/kept.xml'];
  const ignored = [
    'a/__tests__/t.js',
    'a/b.skip',
    'a/only/no.xml',
    'b/PACKAGE.xml',
    'a/.hidden/x',
    'a/.eslintrc',
  ];
  for (const file of [...files, ...ignored, 'elsewhere/x.xml']) write(file);
  const project = readProject(root);
  assert.deepEqual(packageFiles(project), files.map((file) => join(root, file)).sort());
  assert.equal(project.namespace, null);
});

test('takes package directories in place of a project file', () => {
  writeClass('src/A.cls');
  const project = readProject(root, { packageDirectories: ['src'] });
  assert.deepEqual([project.namespace, project.apiVersion, project.classes.length], [null, '65.0', 1]);
  write('sfdx-project.json', CONFIG);
  const both = readProject(root, { packageDirectories: [join(root, 'src')] });
  assert.deepEqual([both.namespace, both.classes.length], ['acme', 1]);
});

test('takes a folder without project file as it is, and names the projects that lie in it', () => {
  writeClass('src/classes/A.cls');
  assert.deepEqual(
    readProject(root).classes.map(({ file }) => file),
    ['src/classes/A.cls'],
  );
  write('apps/one/sfdx-project.json', CONFIG);
  assert.throws(() => readProject(root), {
    name: 'ProjectError',
    message: /name one of these\.\n {2}.*one$/,
  });
});

test('leaves out a package directory that is missing, and says so', () => {
  write('sfdx-project.json', '{"packageDirectories":[{"path":"in\\\\main"},{"path":"none"}]}');
  writeClass('in/main/A.cls');
  const { classes, diagnostics } = readProject(root);
  assert.deepEqual(
    classes.map(({ file }) => file),
    ['in/main/A.cls'],
  );
  assert.deepEqual(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [['project/package-directory', 'warning']],
  );
});

test('follows links to folders but not in circles, and leaves out broken ones', () => {
  write('sfdx-project.json', CONFIG);
  writeClass('shared/A.cls');
  writeClass('force-app/B.cls');
  symlinkSync(join(root, 'shared'), join(root, 'force-app/shared'));
  symlinkSync(root, join(root, 'force-app/round'));
  symlinkSync(join(root, 'gone.cls'), join(root, 'force-app/gone.cls'));
  assert.deepEqual(
    readProject(root).classes.map(({ name }) => name),
    ['B', 'A'],
  );
});

test('reports missing, broken and left-over meta files, and names that are there twice', () => {
  write('sfdx-project.json', CONFIG);
  write('force-app/A.cls');
  writeClass('force-app/B.cls', '<ApexClass>\n<apiVersion>65.0</apiVersion>\n</ApexTrigger>');
  writeClass('force-app/C.cls', meta('ApexClass', 'new'));
  writeClass('force-app/D.cls', meta('ApexClass', '65.0', 'On'));
  writeClass('force-app/E.cls', meta('ApexTrigger'));
  write('force-app/F.cls-meta.xml', meta('ApexClass'));
  writeClass('force-app/G.cls');
  writeClass('force-app/other/g.cls');
  const diagnostics = found();
  assert.deepEqual(
    diagnostics.map(([code, file]) => [code, file]),
    [
      ['metadata/orphan', 'force-app/F.cls-meta.xml'],
      ['metadata/missing', 'force-app/A.cls'],
      ['metadata/invalid', 'force-app/B.cls-meta.xml'],
      ['metadata/invalid', 'force-app/C.cls-meta.xml'],
      ['metadata/invalid', 'force-app/D.cls-meta.xml'],
      ['metadata/invalid', 'force-app/E.cls-meta.xml'],
      ['metadata/duplicate', 'force-app/other/g.cls'],
    ],
  );
  assert.equal(diagnostics[2]?.[2], '3:1');
  assert.equal(diagnostics[4]?.[3], 'The status On is none of Active, Inactive and Deleted.');
  assert.equal(diagnostics[6]?.[3], 'There is another class G in force-app/G.cls.');
});

test('says what is wrong with a project that cannot be read', () => {
  const wrong = (content: string | null, message: RegExp) => {
    if (content !== null) write('sfdx-project.json', content);
    assert.throws(() => readProject(root), { name: 'ProjectError', message });
  };
  wrong(null, /has no sfdx-project\.json and no Apex\. Name the project's root folder/);
  wrong('{', /sfdx-project\.json is not valid JSON: .* Correct the file\.$/);
  wrong('[]', /must hold a JSON object/);
  wrong('{}', /has no packageDirectories\. Add/);
  wrong('{"packageDirectories":[{}]}', /no "path" in entry 1/);
  wrong('{"packageDirectories":[{"path":"a"}],"namespace":5}', /a "namespace" that is not text/);
  wrong(CONFIG, /The package directory .*force-app does not exist\. Create it/);
  assert.throws(() => readProject(join(root, 'none')), {
    name: 'ProjectError',
    message: /none does not exist/,
  });
});
