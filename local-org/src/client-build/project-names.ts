import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Project } from '../project/project.ts';
import type { Known } from './link.ts';

/** The names of a project that components refer to. */
export function projectNames(project: Project): Omit<Known, 'modules'> {
  return {
    classes: new Map(
      project.classes.map(({ file }) => basename(file, '.cls')).map((name) => [name.toLowerCase(), name]),
    ),
    labels: new Set(project.files.filter((file) => file.endsWith('.labels-meta.xml')).flatMap(labelsOf)),
    resources: new Set([...staticResources(project).keys()]),
  };
}

function labelsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<fullName>\s*(\w+)\s*<\/fullName>/g)].flatMap(([, name]) => name ?? []);
}

/** The content of each static resource by name: a file, or the folder of an unpacked archive. */
export function staticResources(project: Project): ReadonlyMap<string, string> {
  const suffix = '.resource-meta.xml';
  const resources = new Map<string, string>();
  for (const meta of project.files.filter((file) => file.endsWith(suffix))) {
    const path = meta.slice(0, -suffix.length);
    const content = project.files.find(
      (file) => file !== meta && (file.startsWith(`${path}.`) || file.startsWith(`${path}/`)),
    );
    if (content) resources.set(basename(path), content.startsWith(`${path}/`) ? path : content);
  }
  return resources;
}
