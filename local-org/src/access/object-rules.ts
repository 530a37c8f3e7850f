import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';

/** Who decides over an object. */
export type ObjectRule =
  /** Profiles and permission sets name the object itself. */
  | { readonly kind: 'own' }
  /** The permissions of another object decide, e.g. the order's over its products. */
  | { readonly kind: 'follows'; readonly object: ObjectModel }
  /** Everybody may read it, administrators write it. */
  | { readonly kind: 'setup' }
  /** Custom metadata and custom settings: a permission set opens them to be read. */
  | { readonly kind: 'configuration' }
  | { readonly kind: 'everybody' };

interface RuleData {
  readonly own: readonly string[];
  readonly follows: Readonly<Record<string, string>>;
  readonly setup: readonly string[];
}

const DATA = JSON.parse(readFileSync(join(import.meta.dirname, 'data', 'objects.json'), 'utf8')) as RuleData;
const OWN = new Set(DATA.own);
const SETUP = new Set(DATA.setup);

const EVERYBODY: ObjectRule = { kind: 'everybody' };

/** Names of the objects in `data/objects.json`; a test looks that each exists. */
export function ruledObjects(): string[] {
  return [...DATA.own, ...Object.entries(DATA.follows).flat(), ...DATA.setup];
}

/** Users, profiles, classes: what every test sees. */
export function isSetupObject(name: string): boolean {
  return SETUP.has(name);
}

/** The rule of an object. What neither list names is open: tasks, files, feeds, and the tables of the platform itself. */
export function ruleOf(object: ObjectModel, schema: OrgSchema): ObjectRule {
  const owner =
    object.changesOf === undefined ? sharedObject(object, schema) : schema.object(object.changesOf);
  if (owner) return { kind: 'follows', object: owner };
  switch (object.kind) {
    case 'custom':
    case 'platformEvent':
      return { kind: 'own' };
    case 'customMetadata':
    case 'customSetting':
      return { kind: 'configuration' };
    case 'aggregate':
      return EVERYBODY;
    case 'standard':
      return standardRule(object, schema);
  }
}

function standardRule({ name }: ObjectModel, schema: OrgSchema): ObjectRule {
  if (OWN.has(name)) return { kind: 'own' };
  if (SETUP.has(name)) return { kind: 'setup' };
  const followed = schema.object(DATA.follows[name] ?? '');
  return followed ? { kind: 'follows', object: followed } : EVERYBODY;
}

/** The custom object whose shares the object keeps: `Invoice__c` of `Invoice__Share`. */
function sharedObject({ name }: ObjectModel, schema: OrgSchema): ObjectModel | null {
  return /__Share$/i.test(name) ? schema.object(name.replace(/__Share$/i, '__c')) : null;
}
