import { storedForm } from '../data/columns.ts';
import { compoundValue } from '../data/compound.ts';
import { partsOf } from '../schema/compound.ts';
import type { FieldModel } from '../schema/model.ts';
import type { SelectItem, SoqlQuery, TypeOf } from '../syntax/soql.ts';
import { Columns } from './columns.ts';
import { fieldReader, resolved, type Reader, type StatementContext } from './expressions.ts';
import { selectOf } from './fields-function.ts';
import { raw } from './fragment.ts';
import type { ChildPlan, ParentPlan, RecordPlan, RowReader } from './plan.ts';
import { RecordDraft } from './record-draft.ts';
import { isProblem, resolveField, type Hop, type ResolvedField } from './scope.ts';
import { selectedValue } from './select-functions.ts';
import { caseHop, caseScope, otherwiseHop, resolveTypeOf } from './type-of.ts';

export type CompileChild = (query: SoqlQuery) => ChildPlan;
type FunctionItem = Extract<SelectItem, { kind: 'function' }>;

/** The columns of a query of records and how they become records with parents. The Id is always among them. */
export function compileRecords(
  query: SoqlQuery,
  context: StatementContext,
  compileChild: CompileChild,
): { columns: Columns; record: RecordPlan; children: ChildPlan[] } {
  const selection = new Selection(context);
  const children: ChildPlan[] = [];
  for (const item of selectOf(query, context.scope.object)) {
    if (item.kind === 'subquery') children.push(compileChild(item.query));
    else selection.take(item);
  }
  return { columns: selection.columns, record: selection.root, children };
}

/** The SELECT list while it is read. A `base` is the way from the query's object to the record next to it. */
class Selection {
  readonly columns = new Columns();
  readonly root: RecordDraft;
  readonly #context: StatementContext;
  #unnamed = 0;

  constructor(context: StatementContext) {
    this.#context = context;
    this.root = new RecordDraft(context.scope.object);
    this.#takeId(this.root, []);
  }

  take(item: Exclude<SelectItem, { kind: 'subquery' }>): void {
    if (item.kind === 'typeof') return this.#takeTypeOf(item.typeOf);
    if (item.kind === 'function') return this.#takeFunction(item);
    this.#takeField(resolved(item.field, this.#context.scope), this.root, []);
  }

  #takeField({ hops, field }: ResolvedField, record: RecordDraft, base: readonly Hop[]): void {
    const holder = this.#parentAt(hops, record, base);
    holder.take(field.name, this.#reader([...base, ...hops], field));
  }

  /** With an alias the value stands beside the fields of the record, without one in place of its field or, without a field, as `expr0`. */
  #takeFunction({ call, alias }: FunctionItem): void {
    const { sql, read, found } = selectedValue(call, this.#context);
    const reader = reading(this.columns.use(sql), read);
    if (alias) this.root.aliases.push({ name: alias.text, read: reader });
    else if (found) this.#parentAt(found.hops, this.root, []).take(found.field.name, reader);
    else this.root.aliases.push({ name: `expr${this.#unnamed++}`, read: reader });
  }

  #takeTypeOf(typeOf: TypeOf): void {
    const { schema, scope } = this.#context;
    const { hops, field } = known(resolveTypeOf(scope, typeOf));
    const holder = this.#parentAt(hops, this.root, []);
    const select = (hop: Hop, paths: readonly TypeOf['field'][]): ParentPlan => {
      const base = [...hops, hop];
      const parent = this.#parent(hop, base);
      const inner = caseScope(schema, hop.target);
      for (const path of paths) this.#takeField(known(resolveField(inner, path)), parent.record, base);
      return parent;
    };
    const cases = typeOf.cases.map(({ object, fields }) => {
      const hop = caseHop(field, schema.object(object.text)!);
      return { keyPrefix: hop.target.keyPrefix, parent: select(hop, fields) };
    });
    this.#takeReference(holder, hops, field);
    holder.typeOfs.push({
      relationship: relationshipOf(field),
      referenceColumn: this.#column(hops, field),
      cases,
      otherwise: typeOf.otherwise && select(otherwiseHop(field, schema), typeOf.otherwise),
    });
  }

  /** The record at the end of the way, made with everything on the way; the references are selected along. */
  #parentAt(hops: readonly Hop[], start: RecordDraft, base: readonly Hop[]): RecordDraft {
    let record = start;
    for (const [at, hop] of hops.entries()) {
      const relationship = relationshipOf(hop.field);
      let parent = record.parents.find((each) => each.relationship === relationship);
      if (!parent) {
        this.#takeReference(record, [...base, ...hops.slice(0, at)], hop.field);
        parent = this.#parent(hop, [...base, ...hops.slice(0, at + 1)]);
        record.parents.push(parent);
      }
      record = parent.record;
    }
    return record;
  }

  #parent(hop: Hop, way: readonly Hop[]): ParentPlan & { record: RecordDraft } {
    const record = new RecordDraft(hop.target);
    this.#takeId(record, way);
    const idColumn = this.columns.use(raw(this.#context.sources.idOf(way)));
    return { relationship: relationshipOf(hop.field), idColumn, record };
  }

  #takeReference(record: RecordDraft, way: readonly Hop[], field: FieldModel): void {
    record.take(field.name, this.#reader(way, field));
  }

  #takeId(record: RecordDraft, way: readonly Hop[]): void {
    const id = record.object.fields.get('id');
    if (!id) return;
    const column =
      way.length > 0 ? this.columns.use(raw(this.#context.sources.idOf(way))) : this.#column(way, id);
    record.take(id.name, reading(column, fieldReader(id)));
  }

  #reader(way: readonly Hop[], field: FieldModel): RowReader {
    if (storedForm(field) === 'none') return this.#compoundReader(way, field);
    return reading(this.#column(way, field), fieldReader(field));
  }

  #compoundReader(way: readonly Hop[], field: FieldModel): RowReader {
    const object = way.at(-1)?.target ?? this.#context.scope.object;
    const parts = [...partsOf(object, field)].map(([name, part]) => [name, this.#reader(way, part)] as const);
    return (row) => compoundValue(field, new Map(parts.map(([name, read]) => [name, read(row)])));
  }

  #column(way: readonly Hop[], field: FieldModel): number {
    const object = way.at(-1)?.target ?? this.#context.scope.object;
    return this.columns.use(raw(this.#context.sources.expression({ hops: way, object, field })));
  }
}

function reading(column: number, read: Reader): RowReader {
  return (row) => read(row[column]!);
}

function relationshipOf(field: FieldModel): string {
  return field.reference!.relationshipName!.toLowerCase();
}

/** What the check of the query has found already. */
function known<T extends object>(result: T): Exclude<T, { code: string }> {
  if (isProblem(result)) throw new Error(result.message);
  return result as Exclude<T, { code: string }>;
}
