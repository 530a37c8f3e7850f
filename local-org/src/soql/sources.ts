import { fieldExpression, literal, quoted, tableName } from '../data/columns.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { RecordRights } from '../data/access.ts';
import { joined, parameter, raw, sql, type Fragment } from './fragment.ts';
import type { Hop, ResolvedField } from './scope.ts';

/** Where the fields of one object of a statement are read. */
interface Source {
  /** The SQL expression of a field. */
  expression(field: FieldModel): string;
}

/** The FROM clause of one statement: the object's table and a join for each parent that is used, once. */
export class Sources {
  readonly #schema: OrgSchema;
  readonly #object: ObjectModel;
  readonly #includesDeleted: boolean;
  readonly #prefix: string;
  readonly #tables: Set<ObjectModel>;
  readonly #records: RecordRights | null;
  readonly #joins: Fragment[] = [];
  readonly #sources = new Map<string, Source>();

  /**
   * `prefix` keeps the aliases of nested statements apart; `tables` collects every object that is read; `records` says
   * which rows the user sees, null: every one.
   */
  constructor(
    schema: OrgSchema,
    object: ObjectModel,
    prefix: string,
    includesDeleted: boolean,
    tables: Set<ObjectModel>,
    records: RecordRights | null,
  ) {
    this.#records = records;
    this.#schema = schema;
    this.#object = object;
    this.#prefix = prefix;
    this.#includesDeleted = includesDeleted;
    this.#tables = tables;
    tables.add(object);
    this.#sources.set('', new TableSource(prefix, object));
  }

  /** The SQL expression of a field, its parents joined. */
  expression({ hops, field }: ResolvedField): string {
    return this.#source(hops).expression(field);
  }

  /** The id of the parent at the end of the way. */
  idOf(hops: readonly Hop[]): string {
    const last = hops.at(-1)!;
    if (last.isPolymorphic) return this.#source(hops.slice(0, -1)).expression(last.field);
    const source = this.#source(hops);
    return source.expression(last.target.fields.get('id')!);
  }

  /** `"Contact" AS q LEFT JOIN ...` */
  get from(): Fragment {
    return joined([raw(`${tableName(this.#object)} AS ${quoted(this.#prefix)}`), ...this.#joins], ' ');
  }

  /** Leaves out what is in the recycle bin, and what the user may not see. */
  get conditions(): Fragment[] {
    const live = this.#includesDeleted ? [] : [raw(`${quoted(this.#prefix)}."IsDeleted" = 0`)];
    return [...live, ...this.#visible(this.#object, this.#prefix)];
  }

  #visible(object: ObjectModel, alias: string): Fragment[] {
    const condition = this.#records?.condition(object, quoted(alias));
    if (!condition) return [];
    for (const table of condition.tables) this.#tables.add(table);
    const parts = condition.text.split('?').map(raw);
    return [
      joined(
        parts,
        parameter(({ principals }) => principals),
      ),
    ];
  }

  #source(hops: readonly Hop[]): Source {
    const key = hops.map(({ field, target }) => `${field.name}:${target.name}`).join('.');
    const known = this.#sources.get(key);
    if (known) return known;
    const hop = hops.at(-1)!;
    const reference = this.#source(hops.slice(0, -1)).expression(hop.field);
    const made = hop.isPolymorphic ? this.#polymorphic(hop, reference) : this.#join(hop, reference);
    this.#sources.set(key, made);
    return made;
  }

  #join(hop: Hop, reference: string): Source {
    const alias = `${this.#prefix}_${this.#joins.length + 1}`;
    const live = this.#includesDeleted ? '' : ` AND ${quoted(alias)}."IsDeleted" = 0`;
    this.#tables.add(hop.target);
    const target = `${tableName(hop.target)} AS ${quoted(alias)}`;
    const conditions = [
      raw(`${quoted(alias)}."Id" = ${reference}${live}`),
      ...this.#visible(hop.target, alias),
    ];
    this.#joins.push(sql`LEFT JOIN ${target} ON ${joined(conditions, ' AND ')}`);
    return new TableSource(alias, hop.target);
  }

  #polymorphic(hop: Hop, reference: string): Source {
    const names = hop.field.reference?.to ?? [];
    const targets = names.flatMap((name) => this.#schema.object(name) ?? []);
    return new PolymorphicSource(reference, targets, this.#tables);
  }
}

class TableSource implements Source {
  readonly #alias: string;
  readonly #object: ObjectModel;

  constructor(alias: string, object: ObjectModel) {
    this.#alias = alias;
    this.#object = object;
  }

  expression(field: FieldModel): string {
    return fieldExpression(this.#alias, this.#object, field);
  }
}

/**
 * A reference to several objects, seen through the pseudo-object `Name`. Its fields are looked up in the table that
 * the id's first characters tell: no join for each of the many objects that a task can belong to.
 */
class PolymorphicSource implements Source {
  readonly #reference: string;
  readonly #targets: readonly ObjectModel[];
  readonly #tables: Set<ObjectModel>;

  constructor(reference: string, targets: readonly ObjectModel[], tables: Set<ObjectModel>) {
    this.#reference = reference;
    this.#targets = targets;
    this.#tables = tables;
  }

  expression(field: FieldModel): string {
    const name = field.name.toLowerCase();
    if (name === 'id') return this.#reference;
    const cases = this.#targets.flatMap((target) => {
      // A queue is a Group whose type is Queue.
      const isOwnName = name === 'type' && target.name !== 'Group';
      const value = isOwnName ? literal(target.name) : this.#lookup(target, name);
      return value ? [`WHEN ${literal(target.keyPrefix)} THEN ${value}`] : [];
    });
    if (cases.length === 0) return 'NULL';
    return `(CASE substr(${this.#reference}, 1, 3) ${cases.join(' ')} END COLLATE NOCASE)`;
  }

  #lookup(target: ObjectModel, name: string): string | null {
    const field = name === 'name' ? nameFieldOf(target) : target.fields.get(name);
    if (!field) return null;
    this.#tables.add(target);
    const value = fieldExpression('n', target, field);
    return `(SELECT ${value} FROM ${tableName(target)} AS n WHERE n."Id" = ${this.#reference})`;
  }
}

/** The field that names a record: `Name`, `CaseNumber`, `Subject`. */
export function nameFieldOf(object: ObjectModel): FieldModel | null {
  const plain = object.fields.get('name');
  if (plain) return plain;
  return [...object.fields.values()].find((field) => field.isNameField) ?? null;
}
