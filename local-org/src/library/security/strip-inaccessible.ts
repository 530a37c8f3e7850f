import type { AccessRights } from '../../data/access.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex, throwNull } from '../../runtime/faults.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import type { EnumValue } from '../../values/enum.ts';
import { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import { AccessDecision } from './access-decision.ts';

type Operation = 'read' | 'create' | 'edit';

/** What a record must allow for each constant of AccessType. */
const OPERATIONS: Readonly<Record<string, readonly Operation[]>> = {
  READABLE: ['read'],
  CREATABLE: ['create'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
};

/**
 * `Security.stripInaccessible`: copies of the records without what the running user may not read or write, related
 * records included. Throws `System.NoAccessException` when the user may not use the object at all.
 */
export function stripInaccessible(
  type: EnumValue | null,
  records: ApexList | null,
  enforcesObjects = true,
): AccessDecision {
  if (type === null || records === null) return throwNull();
  const { rights } = currentTransaction();
  const strip = new Strip(rights, OPERATIONS[type.name] ?? []);
  const stripped = records.items.map((record: SObject, index) => strip.root(record, index, enforcesObjects));
  return new AccessDecision(new ApexList(records.type, stripped), strip.removed, strip.modified);
}

/** One call's way through records and their relatives. */
class Strip {
  readonly removed = new Map<string, Set<string>>();
  readonly modified = new Set<number>();
  readonly #rights: AccessRights;
  readonly #operations: readonly Operation[];

  constructor(rights: AccessRights, operations: readonly Operation[]) {
    this.#rights = rights;
    this.#operations = operations;
  }

  root(record: SObject | null, index: number, enforcesObjects: boolean): SObject | null {
    if (record === null) return null;
    if (enforcesObjects && !this.#mayUse(record.object)) {
      throwApex('System.NoAccessException', `No access to entity: ${record.object.name}`);
    }
    return this.#strip(record, index);
  }

  #strip(record: SObject, index: number): SObject {
    const copy = new SObject(record.object);
    copy.queried = record.queried && new Set(record.queried);
    for (const [name, value] of record.values)
      if (this.#keeps(record, name, index)) copy.values.set(name, value);
    for (const name of record.queried ?? [])
      if (!this.#keeps(record, name, index)) copy.queried?.delete(name);
    for (const [name, parent] of record.parents) {
      if (parent && this.#keepsRelative(record, name, parent.object, index))
        copy.parents.set(name, this.#strip(parent, index));
      else if (parent) copy.queried?.delete(name);
    }
    for (const [name, children] of record.childLists) this.#stripChildren(copy, name, children, index);
    return copy;
  }

  #stripChildren(copy: SObject, name: string, children: ApexList, index: number): void {
    const child = currentTransaction().schema.object(copy.object.childRelationships.get(name)?.object ?? '');
    if (child && !this.#mayUse(child)) {
      copy.queried?.delete(name);
      return this.#note(copy, name, index);
    }
    const kept = children.items.map((each: SObject) => this.#strip(each, index));
    copy.childLists.set(name, new ApexList(children.type, kept));
  }

  #keepsRelative(record: SObject, relationship: string, target: ObjectModel, index: number): boolean {
    const field = record.object.parentRelationships.get(relationship);
    if (this.#mayUse(target) && (!field || this.#mayUseField(record.object, field))) return true;
    this.#note(record, relationship, index);
    return false;
  }

  #keeps(record: SObject, name: string, index: number): boolean {
    const field = record.object.fields.get(name);
    if (!field || name === 'id' || this.#mayUseField(record.object, field)) return true;
    this.#note(record, name, index);
    return false;
  }

  #note(record: SObject, name: string, index: number): void {
    const known = this.removed.get(record.object.name) ?? new Set();
    this.removed.set(record.object.name, known.add(record.spell(name)));
    this.modified.add(index);
  }

  #mayUse(object: ObjectModel): boolean {
    return this.#operations.every((operation) =>
      operation === 'read'
        ? this.#rights.mayReadObject(object)
        : this.#rights.mayWriteObject(object, operation),
    );
  }

  #mayUseField(object: ObjectModel, field: FieldModel): boolean {
    return this.#operations.every((operation) => this.#mayDo(operation, object, field));
  }

  #mayDo(operation: Operation, object: ObjectModel, field: FieldModel): boolean {
    if (operation === 'read') return this.#rights.mayReadField(object, field);
    const isOpen = operation === 'create' ? field.isCreateable : field.isUpdateable;
    return isOpen && this.#rights.mayWriteField(object, field);
  }
}
