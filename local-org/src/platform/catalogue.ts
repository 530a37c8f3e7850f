import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassSymbol } from '../types/symbols.ts';
import { CORRECTIONS, NO_CORRECTION } from './corrections.ts';
import { readClass } from './jar/class-file.ts';
import { packageFile } from './jar/modules.ts';
import { Zip } from './jar/zip.ts';
import { fullName, platformName } from './names.ts';
import type { PlatformName } from './names.ts';
import { PlatformClass } from './platform-class.ts';

export interface CatalogueOptions {
  /** Which classes and interfaces the project may extend or implement; by full name. Exceptions always may. */
  readonly isVirtual?: (fullName: string) => boolean;
  /** Another jar than the installed one. */
  readonly jar?: string;
}

interface Entry {
  readonly name: PlatformName;
  /** Path inside of the jar; null for a class that only the corrections have. */
  readonly path: string | null;
}

/** Every class of the platform, by name in any case. A class is read when it is first asked for. */
export class Catalogue {
  readonly #zip: Zip;
  readonly #isVirtual: (fullName: string) => boolean;
  readonly #entries = new Map<string, Entry>();
  /** By namespace in lower case: its spelling and its top-level classes. */
  readonly #namespaces = new Map<string, { readonly name: string; readonly classes: string[] }>();
  readonly #inner = new Map<string, string[]>();
  readonly #symbols = new Map<string, ClassSymbol>();

  /** Throws when the installed code analyzer has no such jar. */
  constructor(options: CatalogueOptions = {}) {
    this.#zip = new Zip(options.jar ?? standardTypesJar());
    this.#isVirtual = options.isVirtual ?? (() => false);
    for (const path of this.#zip.names()) {
      if (!path.endsWith('.class')) continue;
      const name = platformName(path.slice(0, -'.class'.length));
      if (name) this.#add({ name, path });
    }
    for (const name of Object.keys(CORRECTIONS)) {
      const [namespace = '', ...parts] = name.split('.');
      if (!this.#entries.has(name.toLowerCase())) this.#add({ name: { namespace, parts }, path: null });
    }
  }

  /** `System.HttpRequest`, `Database.DMLOptions.EmailHeader`; null when there is none. */
  find(name: string): ClassSymbol | null {
    const key = name.toLowerCase();
    const known = this.#symbols.get(key);
    if (known) return known;
    const entry = this.#entries.get(key);
    if (!entry) return null;
    const symbol = this.#make(entry);
    this.#symbols.set(key, symbol);
    return symbol;
  }

  /** The spelling of a namespace; null when there is none. */
  namespace(name: string): string | null {
    return this.#namespaces.get(name.toLowerCase())?.name ?? null;
  }

  namespaces(): readonly string[] {
    return [...this.#namespaces.values()].map((each) => each.name);
  }

  /** The top-level classes of a namespace, without it. */
  names(namespace: string): readonly string[] {
    return this.#namespaces.get(namespace.toLowerCase())?.classes ?? [];
  }

  #add(entry: Entry): void {
    const { namespace, parts } = entry.name;
    this.#entries.set(fullName(entry.name).toLowerCase(), entry);
    if (parts.length > 1) {
      const outer = [namespace, ...parts.slice(0, -1)].join('.').toLowerCase();
      this.#inner.set(outer, [...(this.#inner.get(outer) ?? []), fullName(entry.name)]);
      return;
    }
    const same = this.#namespaces.get(namespace.toLowerCase());
    if (same) same.classes.push(parts[0] ?? '');
    else this.#namespaces.set(namespace.toLowerCase(), { name: namespace, classes: [parts[0] ?? ''] });
  }

  #make({ name, path }: Entry): ClassSymbol {
    const full = fullName(name);
    const bytes = path === null ? undefined : this.#zip.read(path);
    const outer =
      name.parts.length > 1 ? this.find([name.namespace, ...name.parts.slice(0, -1)].join('.')) : null;
    return new PlatformClass({
      fullName: full,
      name: name.parts.at(-1) ?? '',
      namespace: name.namespace,
      java: bytes ? readClass(bytes) : null,
      correction: CORRECTIONS[full] ?? NO_CORRECTION,
      outer,
      isVirtual: this.#isVirtual(full),
      classes: this,
      innerClasses: () =>
        (this.#inner.get(full.toLowerCase()) ?? []).flatMap((each) => this.find(each) ?? []),
    });
  }
}

/** The path of the jar. Its version is its own, so it is found by pattern. */
export function standardTypesJar(): string {
  const folder = packageFile('@salesforce/code-analyzer-pmd-engine', 'dist', 'java-lib');
  const file = readdirSync(folder).find((name) => /^standard-types-[\d.]+\.jar$/.test(name));
  if (!file)
    throw new Error(
      `${folder} holds no standard-types jar; the code analyzer was updated, find its new home.`,
    );
  return join(folder, file);
}
