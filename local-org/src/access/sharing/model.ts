import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldModel, ObjectModel, OrgSchema } from '../../schema/model.ts';
import { ruleOf } from '../object-rules.ts';

interface SharingData {
  /** The reference that controls the records of a standard object whose organisation-wide default says so. */
  readonly parents: Readonly<Record<string, string>>;
  /** Whoever owns such a child may read the record. */
  readonly seenThrough: Readonly<
    Record<string, readonly { readonly object: string; readonly field: string }[]>
  >;
}

const DATA = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'sharing.json'), 'utf8'),
) as SharingData;

/** What decides who sees the records of an object. */
export type Sharing =
  /** Everybody who may use the object: it has no owner, or its records are not shared one by one. */
  | { readonly kind: 'open' }
  /** Owners, those above them and those it was shared with; `everybody` is the organisation-wide default. */
  | {
      readonly kind: 'owned';
      readonly everybody: 'none' | 'read' | 'edit' | 'all';
      readonly shares: ShareTable | null;
      readonly children: readonly { readonly object: ObjectModel; readonly field: FieldModel }[];
    }
  /** The records that these references name. */
  | { readonly kind: 'byParent'; readonly parents: readonly ParentLink[] };

export interface ParentLink {
  readonly field: FieldModel;
  readonly object: ObjectModel;
}

/** Where shares of an object's records are kept. */
export interface ShareTable {
  readonly object: ObjectModel;
  /** Names the record. */
  readonly record: FieldModel;
  /** `Read`, `Edit` or `All`. */
  readonly level: FieldModel;
}

const OPEN: Sharing = { kind: 'open' };
const DEFAULTS: Readonly<Record<ObjectModel['sharingModel'], 'none' | 'read' | 'edit' | 'all'>> = {
  Private: 'none',
  Read: 'read',
  ReadWrite: 'edit',
  FullAccess: 'all',
  ControlledByParent: 'none',
};
const known = new WeakMap<ObjectModel, Sharing>();

/** Worked out once per object. */
export function sharingOf(object: ObjectModel, schema: OrgSchema): Sharing {
  let sharing = known.get(object);
  if (!sharing) known.set(object, (sharing = findSharing(object, schema)));
  return sharing;
}

function findSharing(object: ObjectModel, schema: OrgSchema): Sharing {
  if (!isShared(object, schema)) return OPEN;
  const parents = parentsOf(object, schema);
  if (parents.length > 0) return { kind: 'byParent', parents };
  if (!object.fields.has('ownerid')) return OPEN;
  return {
    kind: 'owned',
    everybody: DEFAULTS[object.sharingModel],
    shares: shareTable(object, schema),
    children: (DATA.seenThrough[object.name] ?? []).flatMap(({ object: name, field }) => {
      const child = schema.object(name);
      const reference = child?.fields.get(field.toLowerCase());
      return child && reference ? [{ object: child, field: reference }] : [];
    }),
  };
}

function isShared(object: ObjectModel, schema: OrgSchema): boolean {
  if (object.kind !== 'standard') return object.kind === 'custom' && !/__Share$/i.test(object.name);
  return ruleOf(object, schema).kind === 'own' || object.name in DATA.parents;
}

function parentsOf(object: ObjectModel, schema: OrgSchema): ParentLink[] {
  const masters = [...object.fields.values()].filter((field) => field.reference?.isMasterDetail);
  const named =
    object.sharingModel === 'ControlledByParent'
      ? object.fields.get(DATA.parents[object.name]?.toLowerCase() ?? '')
      : undefined;
  return [...masters, ...(named ? [named] : [])].flatMap((field) => {
    const parent = schema.object(field.reference?.to[0] ?? '');
    return parent ? [{ field, object: parent }] : [];
  });
}

function shareTable({ name }: ObjectModel, schema: OrgSchema): ShareTable | null {
  const object = schema.object(/__c$/i.test(name) ? name.replace(/__c$/i, '__Share') : `${name}Share`);
  const record = object?.fields.get(`${name}id`.toLowerCase()) ?? object?.fields.get('parentid');
  const level = object?.fields.get(`${name}accesslevel`.toLowerCase()) ?? object?.fields.get('accesslevel');
  return object && record && level ? { object, record, level } : null;
}
