import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Check, Finding, Project } from '../model.ts';
import type { Component } from '../project/components.ts';
import { componentsOf } from '../project/components.ts';
import { packageFiles, shown } from '../project/files.ts';
import { child } from '../project/xml.ts';

const VERSIONED = new Set([
  'ApexClass',
  'ApexTrigger',
  'ApexPage',
  'ApexComponent',
  'LightningComponentBundle',
]);
const WITH_SOURCE = /\.(cls|trigger|page|component|js)-meta\.xml$/;
/** Types whose files of one name are merged, so that several folders may have one. */
const MERGED = new Set(['CustomLabels', 'Translations']);
const BUNDLE_NAME = /^[a-z](_?[A-Za-z0-9])*$/;

function error(file: string, rule: string, message: string): Finding {
  return { file, rule, severity: 'error', message };
}

/** Sources that must have a metadata file: Apex, and the module of a web component that has its folder's name. */
function needsMeta(path: string): boolean {
  if (/\.(cls|trigger|page|component)$/.test(path)) return true;
  return basename(dirname(dirname(path))) === 'lwc' && basename(path) === `${basename(dirname(path))}.js`;
}

function pairs(project: Project): Finding[] {
  const files = packageFiles(project);
  const all = new Set(files);
  return files.flatMap((path) => {
    const file = shown(project, path);
    if (needsMeta(path) && !all.has(`${path}-meta.xml`)) {
      return [
        error(
          file,
          'no-meta',
          `${basename(file)}-meta.xml is missing beside it, so it would not be deployed.`,
        ),
      ];
    }
    if (WITH_SOURCE.test(path) && !all.has(path.replace(/-meta\.xml$/, ''))) {
      return [error(file, 'no-source', `${basename(file, '-meta.xml')} is missing beside it.`)];
    }
    if (path.endsWith('.resource-meta.xml') && !hasResource(path, files)) {
      return [error(file, 'no-source', 'The static resource itself is missing beside it.')];
    }
    return [];
  });
}

function hasResource(path: string, files: readonly string[]): boolean {
  const stem = path.slice(0, -'.resource-meta.xml'.length);
  return existsSync(stem) || files.some((file) => file !== path && file.startsWith(`${stem}.`));
}

/** Every folder below lwc is a bundle and must hold a module of its own name. */
function bundles(project: Project): Finding[] {
  const folders = new Set(
    packageFiles(project)
      .map((path) => dirname(path))
      .filter((folder) => basename(dirname(folder)) === 'lwc'),
  );
  return [...folders].flatMap((folder) => {
    const name = basename(folder);
    const file = shown(project, folder);
    const problems: Finding[] = [];
    if (!BUNDLE_NAME.test(name)) {
      const message =
        'A bundle’s name begins with a small letter and has only letters, digits and single underscores.';
      problems.push(error(file, 'bundle-name', message));
    }
    if (!existsSync(join(folder, `${name}.js`))) {
      problems.push(
        error(file, 'no-source', `A web component must have a module of its folder’s name: ${name}.js.`),
      );
    }
    return problems;
  });
}

function apiVersion({ sourceApiVersion }: Project, component: Component): Finding[] {
  const { file, type = '', root } = component;
  if (!VERSIONED.has(type) || !root) return [];
  const element = child(root, 'apiVersion');
  const said = element?.text.trim();
  if (said === sourceApiVersion) return [];
  const { line, column } = element ?? root;
  const message = `apiVersion is ${said ?? 'missing'}; it must be ${sourceApiVersion}, as in sfdx-project.json.`;
  return [{ ...error(file, 'api-version', message), line, column }];
}

/** The same component in two folders: which one is deployed would be chance. */
function twice(components: readonly Component[]): Finding[] {
  const first = new Map<string, string>();
  return components.flatMap(({ type, name, file }) => {
    const key = `${type} ${name}`.toLowerCase();
    const earlier = first.get(key);
    first.set(key, earlier ?? file);
    if (!type || !earlier || MERGED.has(type)) return [];
    return [error(file, 'twice', `${type} ${name} is also in ${earlier}; keep one.`)];
  });
}

export const metaFiles: Check = {
  name: 'meta-files',
  title: 'every source has its metadata file, once, with the project’s API version',
  run(project) {
    const { all } = componentsOf(project);
    return Promise.resolve({
      looked: all.length,
      what: 'metadata files',
      findings: [
        ...pairs(project),
        ...bundles(project),
        ...all.flatMap((component) => apiVersion(project, component)),
        ...twice(all),
      ],
      notes: [],
    });
  },
};
