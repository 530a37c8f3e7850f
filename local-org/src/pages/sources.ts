import { basename, dirname, relative, sep } from 'node:path';
import { Diagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project/project.ts';
import { readXml, type XmlNode } from '../schema/source/xml.ts';

/** Metadata that pages are made of, by the ending of its files, with the root element. */
const ROOTS = {
  app: 'CustomApplication',
  compactLayout: 'CompactLayout',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  layout: 'Layout',
  listView: 'ListView',
  object: 'CustomObject',
  quickAction: 'QuickAction',
  tab: 'CustomTab',
  webLink: 'WebLink',
} as const;

export type SourceType = keyof typeof ROOTS;

/** One metadata file. */
export interface Source {
  /** `Account.Sync`, `Open`. */
  readonly name: string;
  /** Of a part of an object: the object's folder. */
  readonly object: string;
  readonly node: XmlNode;
}

const NAME = /^(?<name>.+)\.(?<type>[A-Za-z]+)-meta\.xml$/;

/** The files that pages are made of; each is read when it is first asked for. */
export class PageSources {
  readonly #files = new Map<SourceType, string[]>();
  readonly #read = new Map<SourceType, readonly Source[]>();
  readonly #root: string;
  readonly #sink = new Diagnostics();

  constructor(project: Project) {
    this.#root = project.root;
    for (const file of project.files) {
      const type = NAME.exec(basename(file))?.groups?.type;
      if (type !== undefined && type in ROOTS) this.#add(type as SourceType, file);
    }
  }

  /** What was wrong with the files read so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#sink.all;
  }

  all(type: SourceType): readonly Source[] {
    let sources = this.#read.get(type);
    if (!sources) {
      sources = (this.#files.get(type) ?? []).flatMap((file) => this.#source(type, file));
      this.#read.set(type, sources);
    }
    return sources;
  }

  /** By name, whatever its case; null when there is none. */
  find(type: SourceType, name: string): Source | null {
    return this.all(type).find((source) => source.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  #add(type: SourceType, file: string): void {
    this.#files.set(type, [...(this.#files.get(type) ?? []), file]);
  }

  #source(type: SourceType, file: string): Source[] {
    const relativeFile = relative(this.#root, file).split(sep).join('/');
    const node = readXml(file, relativeFile, ROOTS[type], this.#sink);
    const name = decodeURIComponent(NAME.exec(basename(file))?.groups?.name ?? '');
    return node ? [{ name, object: basename(dirname(dirname(file))), node }] : [];
  }
}
