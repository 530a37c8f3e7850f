import type { RecordLevel, RecordRights, RowCondition } from '../../data/access.ts';
import { quoted, tableName } from '../../data/columns.ts';
import type { Store } from '../../data/store.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import type { UserRights } from '../user-rights.ts';
import { type ParentLink, type ShareTable, type Sharing, sharingOf } from './model.ts';

const LEVELS: readonly RecordLevel[] = ['none', 'read', 'edit', 'all'];

/** Which records of each object one user sees and may change. */
export class RecordAccess implements RecordRights {
  readonly principals: string;
  readonly #rights: UserRights;
  readonly #store: Store;
  readonly #schema: OrgSchema;
  readonly #restricted = new Map<ObjectModel, boolean>();

  /** `principals`: see `principalsOf`. */
  constructor(rights: UserRights, principals: readonly string[], store: Store, schema: OrgSchema) {
    this.#rights = rights;
    this.principals = JSON.stringify(principals);
    this.#store = store;
    this.#schema = schema;
  }

  get isUnrestricted(): boolean {
    return this.#rights.hasUserPermission('ModifyAllData');
  }

  restricts(object: ObjectModel): boolean {
    let restricted = this.#restricted.get(object);
    if (restricted === undefined) this.#restricted.set(object, (restricted = this.#findRestriction(object)));
    return restricted;
  }

  #findRestriction(object: ObjectModel): boolean {
    if (this.#rights.viewsAll(object)) return false;
    const sharing = sharingOf(object, this.#schema);
    if (sharing.kind === 'byParent')
      return sharing.parents.some(({ object: parent }) => this.restricts(parent));
    return sharing.kind === 'owned' && sharing.everybody === 'none';
  }

  restrictsWrites(object: ObjectModel): boolean {
    return this.#baseLevel(object, sharingOf(object, this.#schema)) !== 'all';
  }

  condition(object: ObjectModel, alias: string): RowCondition | null {
    if (!this.restricts(object)) return null;
    const sharing = sharingOf(object, this.#schema);
    if (sharing.kind === 'owned') return ownedCondition(alias, sharing);
    return sharing.kind === 'byParent' ? this.#parentCondition(object, alias, sharing.parents, 1) : null;
  }

  #parentCondition(
    object: ObjectModel,
    alias: string,
    parents: readonly ParentLink[],
    depth: number,
  ): RowCondition {
    const tables: ObjectModel[] = [];
    const texts = parents.flatMap(({ field, object: parent }) => {
      const inner = `p${depth}`;
      const condition = this.#innerCondition(parent, quoted(inner), depth);
      if (!condition) return [];
      tables.push(parent, ...condition.tables);
      const reference = `${alias}.${quoted(field.name)}`;
      const named = `${reference} IN (SELECT ${quoted(inner)}."Id" FROM ${tableName(parent)} AS ${quoted(inner)} WHERE ${condition.text})`;
      return [`(${named} OR ${orphaned(object, alias, reference)})`];
    });
    return { text: texts.join(' AND '), tables };
  }

  #innerCondition(parent: ObjectModel, alias: string, depth: number): RowCondition | null {
    const sharing = sharingOf(parent, this.#schema);
    if (!this.restricts(parent) || sharing.kind === 'open') return null;
    if (sharing.kind === 'owned') return ownedCondition(alias, sharing);
    return this.#parentCondition(parent, alias, sharing.parents, depth + 1);
  }

  levels(object: ObjectModel, ids: readonly string[]): Map<string, RecordLevel> {
    const sharing = sharingOf(object, this.#schema);
    const base = this.#baseLevel(object, sharing);
    const found = this.#ownLevels(object, sharing, ids);
    if (sharing.kind === 'byParent') this.#takeParentLevels(object, sharing.parents, found);
    return new Map([...found].map(([id, level]) => [id, higher(level, base)]));
  }

  /** What the user may do with any record of the object. */
  #baseLevel(object: ObjectModel, sharing: Sharing): RecordLevel {
    if (sharing.kind === 'open' || this.#rights.modifiesAll(object)) return 'all';
    const everybody = sharing.kind === 'owned' ? sharing.everybody : 'none';
    return this.#rights.viewsAll(object) ? higher('read', everybody) : everybody;
  }

  #ownLevels(object: ObjectModel, sharing: Sharing, ids: readonly string[]): Map<string, RecordLevel> {
    const owner = object.fields.has('ownerid') ? `r."OwnerId" IN (${PRINCIPALS})` : '0';
    const shares = sharing.kind === 'owned' ? sharing.shares : null;
    if (shares) this.#store.table(shares.object);
    const seen = sharing.kind === 'owned' ? seenThroughChild('r', sharing) : null;
    for (const table of seen?.tables ?? []) this.#store.table(table);
    const rows = this.#store.all(
      `SELECT r."Id" AS id, CASE WHEN ${owner} THEN 3 ELSE MAX(${shares ? shareLevel(shares) : 0}, ${seen ? `(${seen.text})` : 0}) END AS level
       FROM ${this.#store.table(object)} AS r WHERE r."Id" IN (SELECT value FROM json_each(?2))`,
      this.principals,
      JSON.stringify(ids),
    );
    return new Map(rows.map(({ id, level }) => [String(id), LEVELS[Number(level)] ?? 'none']));
  }

  /** A detail can be changed by whoever may change its parent; a record that has several needs all of them. */
  #takeParentLevels(
    object: ObjectModel,
    parents: readonly ParentLink[],
    found: Map<string, RecordLevel>,
  ): void {
    const ids = [...found.keys()];
    const lowest = new Map<string, RecordLevel>();
    for (const { field, object: parent } of parents) {
      const rows = this.#store.all(
        `SELECT "Id" AS id, ${quoted(field.name)} AS parent FROM ${this.#store.table(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      );
      const named = rows.filter((row) => row.parent !== null);
      const levels = this.levels(parent, [...new Set(named.map((row) => String(row.parent)))]);
      for (const row of named) {
        const level = ofChild(
          levels.get(String(row.parent)) ?? 'none',
          field.reference?.isMasterDetail ?? false,
        );
        const id = String(row.id);
        lowest.set(id, lower(level, lowest.get(id) ?? 'all'));
      }
    }
    for (const [id, level] of lowest) found.set(id, higher(level, found.get(id) ?? 'none'));
  }
}

const PRINCIPALS = 'SELECT value FROM json_each(?1)';
const EACH_PRINCIPAL = 'SELECT value FROM json_each(?)';

function ownedCondition(alias: string, sharing: Extract<Sharing, { kind: 'owned' }>): RowCondition {
  const texts = [`${alias}."OwnerId" IN (${EACH_PRINCIPAL})`];
  const tables: ObjectModel[] = [];
  if (sharing.shares) {
    const { object, record } = sharing.shares;
    tables.push(object);
    texts.push(
      `${alias}."Id" IN (SELECT s.${quoted(record.name)} FROM ${tableName(object)} AS s WHERE s."UserOrGroupId" IN (${EACH_PRINCIPAL}) AND s."IsDeleted" = 0)`,
    );
  }
  for (const { object, field } of sharing.children) {
    tables.push(object);
    texts.push(
      `${alias}."Id" IN (SELECT c.${quoted(field.name)} FROM ${tableName(object)} AS c WHERE c."OwnerId" IN (${EACH_PRINCIPAL}) AND c."IsDeleted" = 0)`,
    );
  }
  return { text: `(${texts.join(' OR ')})`, tables };
}

/** A record whose parent is missing belongs to its owner; one without an owner to everybody. */
function orphaned(object: ObjectModel, alias: string, reference: string): string {
  const isMine = object.fields.has('ownerid') ? ` AND ${alias}."OwnerId" IN (${EACH_PRINCIPAL})` : '';
  return `${reference} IS NULL${isMine}`;
}

function seenThroughChild(
  alias: string,
  { children }: Extract<Sharing, { kind: 'owned' }>,
): RowCondition | null {
  if (children.length === 0) return null;
  const texts = children.map(
    ({ object, field }) =>
      `EXISTS (SELECT 1 FROM ${tableName(object)} AS c WHERE c.${quoted(field.name)} = ${alias}."Id" AND c."OwnerId" IN (${PRINCIPALS}) AND c."IsDeleted" = 0)`,
  );
  return { text: texts.join(' OR '), tables: children.map(({ object }) => object) };
}

function shareLevel({ object, record, level }: ShareTable): string {
  const number = `CASE s.${quoted(level.name)} WHEN 'All' THEN 3 WHEN 'Edit' THEN 2 ELSE 1 END`;
  return `IFNULL((SELECT MAX(${number}) FROM ${tableName(object)} AS s WHERE s.${quoted(record.name)} = r."Id" AND s."UserOrGroupId" IN (${PRINCIPALS}) AND s."IsDeleted" = 0), 0)`;
}

function ofChild(parent: RecordLevel, isDetail: boolean): RecordLevel {
  return isDetail && parent === 'edit' ? 'all' : parent;
}

function higher(a: RecordLevel, b: RecordLevel): RecordLevel {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

function lower(a: RecordLevel, b: RecordLevel): RecordLevel {
  return higher(a, b) === a ? b : a;
}
