import type { Project } from '../../model.ts';
import { componentsOf } from '../../project/components.ts';
import { readText } from '../../project/files.ts';
import { Objects } from '../../project/objects.ts';
import { child, children, value } from '../../project/xml.ts';

const TOKEN = /\bSObjectType\.(?<name>\w+)/gi;

/** What the driver in scripts/java is told; its form is described in Plan.java. */
export function planText(project: Project, sources: readonly string[]): string {
  const components = componentsOf(project);
  const objects = new Objects(components, project.namespace);
  const kinds = new Map(
    components
      .of('CustomObject')
      .map(({ name, root }) => [name, kindOf(name, child(root, 'customSettingsType') !== undefined)]),
  );
  const lines = [
    ...(project.namespace ? [['N', project.namespace]] : []),
    ...sources.map((source) => ['S', source]),
    ...tokens(sources).map((name) => ['T', name]),
    ...components
      .of('CustomLabels')
      .flatMap(({ root }) => children(root, 'labels').map((label) => ['L', value(label, 'fullName') ?? ''])),
    ...[...objects.own()].flatMap(({ name, fields, parents, children: lists }) => [
      ['O', name, kinds.get(name) ?? 'object'],
      ...[...fields].map(([field, type]) => ['F', name, field, type]),
      ...[...parents].map(([relationship, parent]) => ['P', name, relationship, parent]),
      ...[...lists].map(([relationship, child]) => ['C', name, relationship, child]),
    ]),
  ];
  return lines.map((parts) => `${parts.join('\t')}\n`).join('');
}

function kindOf(name: string, isSetting: boolean): string {
  if (name.endsWith('__mdt')) return 'metadata';
  if (name.endsWith('__e')) return 'event';
  return isSetting ? 'setting' : 'object';
}

function tokens(sources: readonly string[]): string[] {
  const names = sources.flatMap((source) =>
    [...readText(source).matchAll(TOKEN)].map((match) => match.groups?.name ?? ''),
  );
  const distinct = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...distinct.values()];
}
