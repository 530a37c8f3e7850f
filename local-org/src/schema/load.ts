import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { changedObject, changeEventDraft, changeEventName } from './change-event.ts';
import { customDraft, RECORD_TYPE, shareDraft, sharingModel } from './custom-object.ts';
import { addFields, finish } from './draft.ts';
import type { ObjectDraft } from './draft.ts';
import { addCompanions, admitCustomObjects } from './every-object.ts';
import { Features } from './features.ts';
import type { ChildRelationship, FieldModel, ObjectModel, OrgSchema } from './model.ts';
import { NameMap } from './name-map.ts';
import { isCustomName, Namespace } from './names.ts';
import { Components } from './source/components.ts';
import { findMetadata } from './source/files.ts';
import { ObjectPartsReader } from './source/object-parts.ts';
import type { ObjectParts } from './source/object-parts.ts';
import { StandardObjects } from './standard/standard-objects.ts';
import { applyStandardValueSets } from './standard/value-sets.ts';

/** What a project is read from. */
export interface SchemaOptions {
  /** The project's folder; diagnostics name files relative to it. */
  readonly root: string;
  /** Absolute, or relative to `root`. */
  readonly packageDirectories: readonly string[];
  /** Of the project, or null. */
  readonly namespace: string | null;
  /** Permission sets hold only what survives a package's installation. */
  readonly asInstalled: boolean;
  /** `MultiCurrency`, `PersonAccounts`, `StateAndCountryPicklist`, ...: what the org has switched on. */
  readonly features?: readonly string[];
  /** Key prefixes that objects of the project have already, by name: records with such ids exist. */
  readonly keyPrefixes?: ReadonlyMap<string, string>;
}

/** Reads the schema of an org with this project in it. What is broken is in `diagnostics`; everything else is there. */
export function loadSchema(options: SchemaOptions): OrgSchema {
  return new SchemaLoader(options).load();
}

/** What these have of their own the project writes down at Activity. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Event', 'Task']);
const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';

class SchemaLoader {
  readonly #options: SchemaOptions;
  readonly #namespace: Namespace;
  readonly #features: Features;
  readonly #diagnostics = new Diagnostics();
  readonly #standard: StandardObjects;
  readonly #components: Components;
  readonly #reader: ObjectPartsReader;
  /** Children that custom fields give to objects, by the parent's name in lower case. */
  readonly #children = new Map<string, ChildRelationship[]>();

  constructor(options: SchemaOptions) {
    this.#options = options;
    this.#namespace = new Namespace(options.namespace);
    this.#features = new Features(options.features ?? []);
    this.#standard = new StandardObjects(this.#features);
    this.#components = new Components(this.#namespace, options.asInstalled, this.#diagnostics);
    const valueSet = (name: string) => this.#components.valueSets.get(name);
    this.#reader = new ObjectPartsReader(this.#namespace, valueSet, this.#diagnostics);
  }

  load(): OrgSchema {
    this.#readFiles();
    this.#gatherChildren();
    const objects = new NameMap<ObjectModel>(this.#namespace.prefix);
    const prefixes = new Map<string, string>();
    const define = (name: string, prefix: string, draft: () => ObjectDraft): void => {
      prefixes.set(prefix, name);
      objects.define(name, () => finish(this.#withChildren(draft()), this.#namespace.prefix));
    };
    this.#defineStandard(define, (name) => objects.get(name));
    this.#defineCustom(define);
    return new LoadedSchema(
      this.#options.namespace,
      objects,
      prefixes,
      this.#components,
      this.#diagnostics.all,
      [...this.#reader.parts.values()].map((parts) => parts.name),
      this.#standard.commonNames(),
    );
  }

  #readFiles(): void {
    const files = findMetadata(this.#options.root, this.#options.packageDirectories);
    for (const file of files) this.#components.read(file);
    for (const file of files) {
      if (file.type === 'object') this.#reader.readObject(file);
      else if (file.type === 'field') this.#reader.readField(file);
      else if (file.type === 'recordType') this.#reader.readRecordType(file);
      else if (file.type === 'validationRule') this.#reader.readValidationRule(file);
      else if (file.type === 'fieldSet') this.#reader.readFieldSet(file);
    }
  }

  #gatherChildren(): void {
    for (const parts of this.#reader.parts.values()) {
      for (const field of parts.fields) {
        const reference = field.reference;
        if (!reference?.childRelationshipName) continue;
        for (const parent of reference.to) {
          const child = {
            name: reference.childRelationshipName,
            // Of activities a list of the parent holds the tasks.
            object: parts.name === 'Activity' ? 'Task' : parts.name,
            field: field.name,
            onDelete: reference.onDelete,
          };
          const key = parent.toLowerCase();
          this.#children.set(key, [...(this.#children.get(key) ?? []), child]);
        }
      }
    }
  }

  #customParts(): readonly ObjectParts[] {
    return [...this.#reader.parts.values()].filter(({ name }) => /__c$/i.test(name));
  }

  #defineStandard(
    define: (name: string, prefix: string, draft: () => ObjectDraft) => void,
    finished: (name: string) => ObjectModel | undefined,
  ): void {
    const prefixes = this.#standard.keyPrefixes();
    const draftOf = (name: string): ObjectDraft => {
      const draft = this.#standard.draft(name, prefixes.get(name) ?? '');
      applyStandardValueSets(draft, this.#components.standardValueSets);
      if (ACTIVITIES.has(name)) this.#withParts(draft, this.#reader.parts.get('activity'));
      admitCustomObjects(draft, this.#customParts());
      return this.#withParts(draft, this.#reader.parts.get(name.toLowerCase()));
    };
    for (const [name, prefix] of prefixes) {
      const owner = changedObject(name);
      if (owner === null || !prefixes.has(owner)) define(name, prefix, () => draftOf(name));
      else define(name, prefix, () => changeEventDraft(finished(owner) ?? draftOf(owner), name, prefix));
    }
  }

  #defineCustom(define: (name: string, prefix: string, draft: () => ObjectDraft) => void): void {
    const kept = this.#options.keyPrefixes ?? new Map<string, string>();
    const taken = new Set(kept.values());
    const counts = new Map<string, number>();
    const nextPrefix = (kind: string, name: string): string => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      const prefix = `${kind}${BASE_36[Math.floor(count / 36)] ?? 'z'}${BASE_36[count % 36] ?? 'z'}`;
      return taken.has(prefix) ? nextPrefix(kind, name) : prefix;
    };
    const own = [...this.#reader.parts.values()].filter((parts) => isCustomName(parts.name));
    for (const parts of own.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const kind = /__mdt$/i.test(parts.name) ? 'm' : /__e$/i.test(parts.name) ? 'e' : 'a';
      const prefix = nextPrefix(kind, parts.name);
      const draft = (): ObjectDraft => {
        const made = customDraft(parts, prefix, this.#features);
        if (made.kind === 'custom') addCompanions(made, parts);
        return this.#withParts(made, parts);
      };
      define(parts.name, prefix, draft);
      if (hasChangeEvents(parts)) {
        const event = changeEventName(parts.name);
        const eventPrefix = nextPrefix('c', event);
        define(event, eventPrefix, () => changeEventDraft(draft(), event, eventPrefix));
      }
      if (!hasShares(parts)) continue;
      const share = parts.name.replace(/__c$/i, '__Share');
      const sharePrefix = nextPrefix('b', share);
      define(share, sharePrefix, () => shareDraft(draft(), sharePrefix));
    }
  }

  #withParts(draft: ObjectDraft, parts: ObjectParts | undefined): ObjectDraft {
    if (!parts || parts.recordTypes.length === 0) {
      if (draft.name !== 'RecordType') draft.fields.delete('recordtypeid');
    } else if (!draft.fields.has('recordtypeid')) addFields(draft, [RECORD_TYPE]);
    if (!parts) return draft;
    const sharing = parts.definition?.text('sharingModel');
    if (sharing) draft.sharingModel = sharingModel(sharing);
    addFields(
      draft,
      parts.fields.map((field) => this.#summarised(field)),
    );
    draft.recordTypes.push(...parts.recordTypes);
    draft.validationRules.push(...parts.validationRules);
    draft.fieldSets.push(...parts.fieldSets);
    return draft;
  }

  /** A roll-up has the type of what it rolls up. */
  #summarised(field: FieldModel): FieldModel {
    const summary = field.summary;
    if (!summary?.field) return field;
    const parts = this.#reader.parts.get(summary.childObject.toLowerCase());
    const source = parts?.fields.find((other) => other.name.toLowerCase() === summary.field?.toLowerCase());
    if (!source) return field;
    const { type, apexType, precision, scale } = source;
    return { ...field, type, apexType, precision, scale };
  }

  #withChildren(draft: ObjectDraft): ObjectDraft {
    for (const child of this.#children.get(draft.name.toLowerCase()) ?? [])
      draft.children.set(child.name, () => child);
    return draft;
  }
}

function hasChangeEvents({ name, definition }: ObjectParts): boolean {
  return /__c$/i.test(name) && !definition?.text('customSettingsType');
}

function hasShares(parts: ObjectParts): boolean {
  if (!/__c$/i.test(parts.name) || parts.fields.some((field) => field.reference?.isMasterDetail))
    return false;
  const model = parts.definition?.text('sharingModel');
  return model === 'Private' || model === 'Read';
}

class LoadedSchema implements OrgSchema {
  readonly namespace: string | null;
  readonly objects: NameMap<ObjectModel>;
  readonly labels: OrgSchema['labels'];
  readonly labelTranslations: OrgSchema['labelTranslations'];
  readonly pages: OrgSchema['pages'];
  readonly staticResources: OrgSchema['staticResources'];
  readonly eventSubscribers: OrgSchema['eventSubscribers'];
  readonly selectedChanges: OrgSchema['selectedChanges'];
  readonly apps: OrgSchema['apps'];
  readonly cachePartitions: OrgSchema['cachePartitions'];
  readonly customPermissions: OrgSchema['customPermissions'];
  readonly namedCredentials: OrgSchema['namedCredentials'];
  readonly externalCredentials: OrgSchema['externalCredentials'];
  readonly permissionSets: OrgSchema['permissionSets'];
  readonly permissionSetGroups: OrgSchema['permissionSetGroups'];
  readonly profiles: OrgSchema['profiles'];
  readonly customMetadata: OrgSchema['customMetadata'];
  readonly diagnostics: readonly Diagnostic[];
  readonly projectObjects: readonly string[];
  readonly commonObjects: readonly string[];
  readonly #prefixes: ReadonlyMap<string, string>;

  constructor(
    namespace: string | null,
    objects: NameMap<ObjectModel>,
    prefixes: ReadonlyMap<string, string>,
    components: Components,
    diagnostics: readonly Diagnostic[],
    projectObjects: readonly string[],
    commonObjects: readonly string[],
  ) {
    this.commonObjects = commonObjects;
    this.projectObjects = projectObjects;
    this.namespace = namespace;
    this.objects = objects;
    this.#prefixes = prefixes;
    this.diagnostics = diagnostics;
    this.labels = components.labels;
    this.labelTranslations = components.labelTranslations;
    this.pages = components.pages;
    this.staticResources = components.staticResources;
    this.customPermissions = components.customPermissions;
    this.namedCredentials = components.namedCredentials;
    this.externalCredentials = components.externalCredentials;
    this.permissionSets = components.permissionSets;
    this.permissionSetGroups = components.permissionSetGroups;
    this.profiles = components.profiles;
    this.eventSubscribers = components.eventSubscribers;
    this.selectedChanges = components.selectedChanges;
    this.apps = components.apps;
    this.cachePartitions = components.cachePartitions;
    this.customMetadata = components.customMetadata;
  }

  object(name: string): ObjectModel | null {
    return this.objects.get(name) ?? null;
  }

  objectOfKeyPrefix(prefix: string): ObjectModel | null {
    const name = this.#prefixes.get(prefix);
    return name === undefined ? null : this.object(name);
  }
}
