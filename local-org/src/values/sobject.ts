import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { FieldModel, ObjectModel } from '../schema/model.ts';
import type { SaveError } from '../data/data.ts';
import type { Value } from '../library/library.ts';
import { ApexList } from './list.ts';
import { ApexValue } from './value.ts';

/** What `SObject.clone` keeps; the order and defaults of the platform's parameters. */
export interface CloneOptions {
  readonly preserveId: boolean;
  readonly isDeep: boolean;
  readonly preserveTimestamps: boolean;
  readonly preserveAutonumber: boolean;
}

const TIMESTAMPS: ReadonlySet<string> = new Set([
  'createdbyid',
  'createddate',
  'lastmodifiedbyid',
  'lastmodifieddate',
  'systemmodstamp',
]);

/**
 * A record in memory. Fields and relationships go by their name in lower case. A field is populated when it was set or
 * was queried; what was queried and is empty is in `queried` only.
 */
export class SObject extends ApexValue {
  readonly object: ObjectModel;
  /** Populated fields, in order; null for a field that was set to null. */
  readonly values = new Map<string, Value>();
  // Most records have neither, so their maps are made when they are first asked for.
  #parents: Map<string, SObject | null> | null = null;
  #childLists: Map<string, ApexList> | null = null;
  /** Fields and relationships that the query of this row selected; null for a row that no query gave. */
  queried: Set<string> | null = null;
  /** From `addError`; DML refuses the record. */
  errors: SaveError[] = [];
  /** `Trigger.old`, and `Trigger.new` after the save: a write throws `System.FinalException: Record is read-only`. */
  isReadOnly = false;
  /** The id of the record that this one was cloned from. */
  cloneSourceId: string | null = null;
  isClone = false;
  /** Of `setOptions`. */
  options: Value = null;
  /** The own spelling of the aliases of the query. */
  #spelling: Map<string, string> | null = null;

  constructor(object: ObjectModel) {
    super();
    this.object = object;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.recordType(this.object.name);
  }

  get id(): string | null {
    return this.values.get('id') ?? null;
  }

  set id(value: string | null) {
    this.put('id', value);
  }

  /** Populated parents by relationship. */
  get parents(): Map<string, SObject | null> {
    return (this.#parents ??= new Map());
  }

  /** Queried child lists by relationship. */
  get childLists(): Map<string, ApexList> {
    return (this.#childLists ??= new Map());
  }

  /**
   * A field as `record.Field` reads it: an empty checkbox is false. Throws `System.SObjectException` when the row's
   * query did not select the field.
   */
  get(name: string): Value {
    const value = this.values.get(name);
    if (value !== undefined && value !== null) return value;
    if (value === undefined) this.#checkQueried(name);
    return this.object.fields.get(name)?.apexType === 'Boolean' ? false : null;
  }

  /** A field as `record.get('Field')` reads it: null when it is empty, whatever its type. Throws like `get`. */
  read(name: string): Value {
    const value = this.values.get(name);
    if (value !== undefined) return value;
    this.#checkQueried(name);
    return null;
  }

  /** Sets a field and gives the value. Throws `System.FinalException` for a read-only record. */
  put(name: string, value: Value): Value {
    this.#checkWritable();
    this.values.set(name, value);
    return value;
  }

  /** Takes a field of a queried row over; an empty one counts as selected only. */
  load(name: string, value: Value): void {
    (this.queried ??= new Set()).add(name);
    if (value !== null) this.values.set(name, value);
  }

  /** Takes a parent of a queried row over; null when the lookup is empty. */
  loadParent(relationship: string, parent: SObject | null): void {
    (this.queried ??= new Set()).add(relationship);
    if (parent) this.parents.set(relationship, parent);
  }

  /** Takes the rows of a subquery over. */
  loadChildren(relationship: string, children: ApexList): void {
    (this.queried ??= new Set()).add(relationship);
    this.childLists.set(relationship, children);
  }

  /** Takes an expression of an aggregate row over, under its alias in its own spelling. */
  loadAlias(alias: string, value: Value): void {
    (this.#spelling ??= new Map()).set(alias.toLowerCase(), alias);
    this.values.set(alias.toLowerCase(), value);
    this.queried?.add(alias.toLowerCase());
  }

  /** `record.Account`. Throws `System.SObjectException` when the row's query did not select the relationship. */
  parent(relationship: string): SObject | null {
    const parent = this.#parents?.get(relationship);
    if (parent === undefined) this.#checkQueried(relationship);
    return parent ?? null;
  }

  setParent(relationship: string, parent: SObject | null): SObject | null {
    this.#checkWritable();
    this.parents.set(relationship, parent);
    return parent;
  }

  /** `record.Contacts`: empty for a new record. Throws `System.SObjectException` without a subquery. */
  children(relationship: string): ApexList {
    const rows = this.#childLists?.get(relationship);
    if (rows) return rows;
    this.#checkQueried(relationship);
    const { program } = currentTransaction();
    const child = this.object.childRelationships.get(relationship);
    const empty = new ApexList(program.listOf(program.type(child?.object ?? 'SObject')));
    this.childLists.set(relationship, empty);
    return empty;
  }

  /** Is the field populated: set, or selected by the query? */
  isSet(name: string): boolean {
    return this.values.has(name) || (this.queried?.has(name) ?? false);
  }

  /** A field's or relationship's name in the schema's spelling. */
  spell(name: string): string {
    const { fields, parentRelationships, childRelationships } = this.object;
    return (
      fields.get(name)?.name ??
      parentRelationships.get(name)?.reference?.relationshipName ??
      childRelationships.get(name)?.name ??
      this.#spelling?.get(name) ??
      name
    );
  }

  /** Throws `System.SObjectException: Invalid field x for Account` when there is no such field; `name` in any case. */
  field(name: string): FieldModel {
    const field = this.object.fields.get(name.toLowerCase()) ?? this.#withNamespace(name);
    return field ?? throwApex('System.SObjectException', `Invalid field ${name} for ${this.object.name}`);
  }

  /** The key of a field or an alias under which `read` and `isSet` find it; throws like `field`. */
  keyOf(name: string): string {
    const key = name.toLowerCase();
    return this.#spelling?.has(key) ? key : this.field(name).name.toLowerCase();
  }

  clear(): void {
    this.#checkWritable();
    this.values.clear();
    this.#parents = null;
    this.#childLists = null;
    this.queried = null;
  }

  /** A copy in memory, see `CloneOptions`. Errors and child lists are not copied. */
  clone(options: CloneOptions): SObject {
    const copy = new SObject(this.object);
    copy.isClone = true;
    copy.cloneSourceId = this.id;
    copy.#spelling = this.#spelling;
    for (const [name, value] of this.values) if (this.#survives(name, options)) copy.values.set(name, value);
    for (const [name, parent] of this.#parents ?? []) {
      copy.parents.set(
        name,
        options.isDeep && parent ? parent.clone({ ...options, preserveId: true }) : parent,
      );
    }
    if (this.queried)
      copy.queried = new Set([...this.queried].filter((name) => this.#survives(name, options)));
    return copy;
  }

  #survives(name: string, options: CloneOptions): boolean {
    if (name === 'id') return options.preserveId;
    if (TIMESTAMPS.has(name)) return options.preserveTimestamps;
    return options.preserveAutonumber || !this.object.fields.get(name)?.autoNumber;
  }

  #withNamespace(name: string): FieldModel | undefined {
    const { namespace } = currentTransaction().schema;
    return namespace ? this.object.fields.get(`${namespace}__${name}`.toLowerCase()) : undefined;
  }

  #checkQueried(name: string): void {
    if (this.queried === null || this.queried.has(name) || name === 'id') return;
    const text = 'SObject row was retrieved via SOQL without querying the requested field: ';
    throwApex('System.SObjectException', `${text}${this.object.name}.${this.spell(name)}`);
  }

  #checkWritable(): void {
    if (this.isReadOnly) throwApex('System.FinalException', 'Record is read-only');
  }
}

/** The defaults of `clone()`: everything but the id and what the platform itself fills. */
export const PLAIN_CLONE: CloneOptions = {
  preserveId: false,
  isDeep: false,
  preserveTimestamps: false,
  preserveAutonumber: false,
};
