import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { Check, Finding, Project } from '../model.ts';
import { readText } from '../project/files.ts';
import type { XmlElement } from '../project/xml.ts';
import { child, children, readXml, value } from '../project/xml.ts';

const MANIFEST = 'manifest/package.xml';

interface Manifest {
  /** `Type:Name` of everything listed, with its place. */
  readonly members: ReadonlyMap<string, XmlElement>;
  readonly version: XmlElement | undefined;
}

function readManifest(project: Project): Manifest {
  const root = readXml(readText(join(project.root, MANIFEST)));
  const listed = children(root, 'types').flatMap((types) =>
    children(types, 'members').map(
      (member) => [`${value(types, 'name')}:${member.text.trim()}`, member] as const,
    ),
  );
  return { members: new Map(listed), version: child(root, 'version') };
}

/** What the source holds, in the words of a manifest; Salesforce's library decides what is listed. */
async function sourceMembers(components: ComponentSet): Promise<Set<string>> {
  const { Package } = await components.getObject();
  const members = Package.types.flatMap(({ name, members }) => members.map((member) => `${name}:${member}`));
  return new Set(members);
}

function finding(rule: string, message: string, at?: XmlElement): Finding {
  const place = at ? { line: at.line, column: at.column } : {};
  return { file: MANIFEST, ...place, rule, severity: 'error', message };
}

function compare(project: Project, { members, version }: Manifest, found: ReadonlySet<string>): Finding[] {
  const said = version?.text.trim();
  const missing = [...found].filter((member) => !members.has(member));
  const extra = [...members].filter(([member]) => !found.has(member));
  const other = `The manifest is of ${said}, the project of ${project.sourceApiVersion}.`;
  return [
    ...(said === project.sourceApiVersion ? [] : [finding('api-version', other, version)]),
    ...missing.map((member) => finding('not-listed', `${member} is in the source but not in the manifest.`)),
    ...extra.map(([member, at]) =>
      finding('not-there', `${member} is in the manifest but not in the source.`, at),
    ),
  ];
}

async function convertToZip(components: ComponentSet): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'billwright-convert-'));
  try {
    const output = { type: 'zip', outputDirectory: folder, packageName: 'package' } as const;
    await new MetadataConverter().convert(components, 'metadata', output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function problem(error: unknown): Finding[] {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return [{ file: 'sfdx-project.json', rule: 'convert', severity: 'error', message }];
}

export const convert: Check = {
  name: 'convert',
  title:
    'Salesforce’s own library turns the source into a deployable package that holds what the manifest lists',
  async run(project) {
    try {
      const components = ComponentSet.fromSource([...project.packageDirs]);
      await convertToZip(components);
      const members = await sourceMembers(ComponentSet.fromSource([...project.packagedDirs]));
      const hasManifest = existsSync(join(project.root, MANIFEST));
      return {
        looked: members.size,
        what: 'components',
        findings: hasManifest ? compare(project, readManifest(project), members) : [],
        notes: hasManifest ? [] : [`no ${MANIFEST} to compare with`],
      };
    } catch (error) {
      return { looked: 1, what: 'projects', findings: problem(error), notes: [] };
    }
  },
};
