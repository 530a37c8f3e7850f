import { readFileSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import type { Finding, Project } from '../model.ts';
import { packageFiles, readText, shown } from './files.ts';
import { packageFile } from '../../../local-org/src/platform/jar/modules.ts';
import type { XmlElement } from './xml.ts';
import { readXml, XmlFault } from './xml.ts';

const META = '-meta.xml';

/** One metadata file and what it is by its name and folder. */
export interface Component {
  /** Relative to the project root. */
  readonly file: string;
  /** The metadata type by the file's suffix, e.g. CustomField; undefined if no type has that suffix. */
  readonly type: string | undefined;
  /** The full name, e.g. `Subscription__c.Status__c`. */
  readonly name: string;
  /** Undefined if the file is not well-formed. */
  readonly root: XmlElement | undefined;
}

interface RegistryType {
  readonly name: string;
  readonly suffix?: string;
  readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

/** Suffixes that Salesforce's registry does not hold or holds for a part of the bundle. */
const SUFFIXES: Readonly<Record<string, string>> = {
  js: 'LightningComponentBundle',
  css: 'LightningComponentBundle',
};

/** Types whose files are folders inside an object, so that the object is part of their name. */
const PARENT_FOLDER = 'objects';

function readSuffixes(): Map<string, string> {
  const file = packageFile(
    '@salesforce/source-deploy-retrieve',
    'lib',
    'src',
    'registry',
    'metadataRegistry.json',
  );
  const { types } = JSON.parse(readFileSync(file, 'utf8')) as { types: Record<string, RegistryType> };
  const suffixes = new Map(Object.entries(SUFFIXES));
  const add = (type: RegistryType): void => {
    if (type.suffix && !suffixes.has(type.suffix)) suffixes.set(type.suffix, type.name);
    Object.values(type.children?.types ?? {}).forEach(add);
  };
  Object.values(types).forEach(add);
  return suffixes;
}

/** `Subscription__c.Status__c` for objects/Subscription__c/fields/Status__c.field-meta.xml. */
function fullName(file: string, stem: string): string {
  const folders = dirname(file).split(/[\\/]/);
  const object = folders.lastIndexOf(PARENT_FOLDER);
  const depth = folders.length - object;
  return object >= 0 && depth === 3 ? `${folders[object + 1]}.${stem}` : stem;
}

function parse(path: string, file: string, faults: Finding[]): XmlElement | undefined {
  try {
    return readXml(readText(path));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const { message, line, column } = error;
    faults.push({ file, line, column, rule: 'xml', severity: 'error', message });
    return undefined;
  }
}

/** All metadata files of a project, parsed once. */
export class Components {
  readonly all: readonly Component[];
  /** What is not well-formed XML. */
  readonly faults: readonly Finding[];
  readonly #byType = new Map<string, Component[]>();

  constructor(project: Project) {
    const suffixes = readSuffixes();
    const faults: Finding[] = [];
    this.all = packageFiles(project)
      .filter((path) => path.endsWith(META))
      .map((path) => {
        const file = shown(project, path);
        const own = basename(path).slice(0, -META.length);
        const dot = own.lastIndexOf('.');
        const stem = decodeURIComponent(own.slice(0, dot));
        const name = fullName(path.split(sep).join('/'), stem);
        return { file, type: suffixes.get(own.slice(dot + 1)), name, root: parse(path, file, faults) };
      });
    this.faults = faults;
    for (const component of this.all) {
      if (!component.type) continue;
      const list = this.#byType.get(component.type) ?? [];
      this.#byType.set(component.type, [...list, component]);
    }
  }

  /** All components of a type. */
  of(type: string): readonly Component[] {
    return this.#byType.get(type) ?? [];
  }

  /** Whether the project itself has it; names are compared as the platform does, without regard to case. */
  has(type: string, name: string): boolean {
    return this.of(type).some((component) => component.name.toLowerCase() === name.toLowerCase());
  }
}

const known = new WeakMap<Project, Components>();

/** The components of a project, read once for all checks of a run. */
export function componentsOf(project: Project): Components {
  const components = known.get(project) ?? new Components(project);
  known.set(project, components);
  return components;
}
