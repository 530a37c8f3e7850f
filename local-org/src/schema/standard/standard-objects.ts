import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFields, emptyDraft } from '../draft.ts';
import type { ObjectDraft } from '../draft.ts';
import type { Features } from '../features.ts';
import type { ChildRelationship, FieldModel, ObjectModel } from '../model.ts';
import { makeField } from '../field.ts';
import { labelOf } from '../names.ts';
import { fieldOfWords } from './field-words.ts';
import { fieldOfJar } from './jar-field.ts';
import { StandardJar } from './jar.ts';
import type { JarObject } from './jar.ts';
import { TOOLING_PREFIXES, toolingDraft } from './tooling-objects.ts';

const FOLDER = join(import.meta.dirname, 'data');
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** What a data file says of an object beyond the jar. Only what differs from the common case is there. */
export interface StandardObjectData {
  readonly label?: string;
  readonly pluralLabel?: string;
  readonly sharingModel?: ObjectModel['sharingModel'];
  /** Words of `isDeletable` and its like that are false. */
  readonly not?: readonly ('deletable' | 'undeletable' | 'createable' | 'updateable' | 'queryable')[];
  readonly isMergeable?: boolean;
  /** In the words of `field-words.ts`; the label follows from the name unless `labels` has another. */
  readonly fields: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Relationship to children, to the children's field where the jar leaves it open. */
  readonly children?: Readonly<Record<string, string>>;
  /** Fields of the jar that no common org has. */
  readonly absent?: readonly string[];
}

/** The standard objects of an org with certain features. Nothing is read before it is asked for. */
export class StandardObjects {
  readonly #jar = new StandardJar();
  readonly #features: Features;
  readonly #prefixes: Readonly<Record<string, string>>;
  readonly #data = new Map<string, StandardObjectData | null>();

  constructor(features: Features) {
    this.#features = features;
    this.#prefixes = { ...readJson<Record<string, string>>('../key-prefixes'), ...TOOLING_PREFIXES };
  }

  /** The objects that every org has and that there is more to know of than their fields. */
  commonNames(): string[] {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
    return files.filter((name) => name !== 'Name' && this.#features.hasObject(name));
  }

  names(): string[] {
    const names = [...this.#jar.names(), ...Object.keys(TOOLING_PREFIXES)];
    return names.filter((name) => this.#features.hasObject(name));
  }

  /** By object; what Salesforce has not published gets one that is not taken. */
  keyPrefixes(): Map<string, string> {
    const taken = new Set(Object.values(this.#prefixes));
    const free = freePrefixes(taken);
    return new Map(this.names().map((name) => [name, this.#prefixes[name] ?? (free.next().value as string)]));
  }

  /** The object's own spelling is in `name`. */
  draft(name: string, keyPrefix: string): ObjectDraft {
    const tooling = toolingDraft(name);
    if (tooling) return tooling;
    const jarObject = this.#jar.object(name);
    if (!jarObject) throw new Error(`There is no standard object ${name}.`);
    const data = this.#dataOf(name);
    const label = data?.label ?? labelOf(name);
    const draft = emptyDraft(name, {
      label,
      pluralLabel: data?.pluralLabel ?? `${label}s`,
      keyPrefix,
      kind: name === 'AggregateResult' ? 'aggregate' : 'standard',
      isMergeable: data?.isMergeable ?? false,
      sharingModel: data?.sharingModel ?? 'ReadWrite',
    });
    this.#setAbilities(draft, data);
    addFields(draft, this.#fields(jarObject, data));
    addFields(draft, junctionFields(name));
    if (draft.fields.has('replayid') && draft.fields.has('eventuuid')) draft.kind = 'platformEvent';
    for (const [relationship, child] of jarObject.children) {
      if (!this.#features.hasRelationship(name, relationship)) continue;
      draft.children.set(relationship, () => this.#child(name, relationship, child));
    }
    return draft;
  }

  #setAbilities(draft: ObjectDraft, data: StandardObjectData | null): void {
    for (const word of data?.not ?? []) {
      if (word === 'deletable') draft.isDeletable = draft.isUndeletable = false;
      else if (word === 'undeletable') draft.isUndeletable = false;
      else if (word === 'createable') draft.isCreateable = false;
      else if (word === 'updateable') draft.isUpdateable = false;
      else draft.isQueryable = false;
    }
  }

  #fields(object: JarObject, data: StandardObjectData | null): FieldModel[] {
    const absent = new Set(data?.absent ?? []);
    return object.fields
      .filter((field) => !absent.has(field.name) && this.#features.hasField(object.name, field.name))
      .map((jarField) => {
        const words = data?.fields[jarField.name];
        const field = words === undefined ? fieldOfJar(jarField) : fieldOfWords(jarField.name, words);
        const label = data?.labels?.[field.name];
        return label === undefined ? field : { ...field, label };
      });
  }

  #child(parent: string, relationship: string, child: string): ChildRelationship {
    const data = this.#dataOf(child);
    const field =
      this.#dataOf(parent)?.children?.[relationship] ?? this.#childField(parent, relationship, child, data);
    const onDelete = /onDelete=(\w+)/.exec(data?.fields[field] ?? '')?.[1] as
      ChildRelationship['onDelete'] | undefined;
    return { name: relationship, object: child, field, onDelete: onDelete ?? 'setNull' };
  }

  /** The jar does not say which of the child's lookups makes the relationship: the likeliest one is taken. */
  #childField(parent: string, relationship: string, child: string, data: StandardObjectData | null): string {
    const fields = this.#jar.object(child)?.fields ?? [];
    const named = fields.find((field) => {
      const [, targets = '', ...words] = data?.fields[field.name]?.split(' ') ?? [];
      return targets.split(',').includes(parent) && words.includes(`children=${relationship}`);
    });
    if (named) return named.name;
    const direct = fields.filter((field) => field.parent?.object === parent);
    const open = fields.filter((field) => field.parent?.object === 'Name' && field.name !== 'OwnerId');
    const candidates = [...direct, ...open];
    const likely =
      candidates.find(({ name }) => name === `${parent}Id`) ??
      candidates.find(({ name }) => name === 'ParentId');
    return (likely ?? candidates[0])?.name ?? 'ParentId';
  }

  #dataOf(name: string): StandardObjectData | null {
    let data = this.#data.get(name);
    if (data === undefined) {
      data = existsSync(join(FOLDER, `${name}.json`)) ? readJson<StandardObjectData>(name) : null;
      this.#data.set(name, data);
    }
    return data;
  }
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as T;
}

function* freePrefixes(taken: ReadonlySet<string>): Generator<string> {
  for (const first of 'zy') {
    for (const second of BASE_62) {
      for (const third of BASE_62) {
        const prefix = first + second + third;
        if (!taken.has(prefix)) yield prefix;
      }
    }
  }
}

/** Lists of ids that the jar does not have. */
function junctionFields(object: string): FieldModel[] {
  if (object !== 'EmailMessage') return [];
  return ['ToIds', 'CcIds', 'BccIds'].map((name) =>
    makeField(name, 'JUNCTIONIDLIST', { isFilterable: false }),
  );
}
