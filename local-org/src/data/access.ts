import type { FieldModel, ObjectModel } from '../schema/model.ts';

/** What a user may do with an object's records as such. */
export type ObjectOperation = 'read' | 'create' | 'edit' | 'delete';

/**
 * What the running user may do with objects and fields. Queries and DML in user mode, `Security.stripInaccessible` and
 * the describes ask it. Which records the user sees is another question (`access/sharing`).
 */
export interface AccessRights {
  mayReadObject(object: ObjectModel): boolean;
  mayWriteObject(object: ObjectModel, operation: 'create' | 'edit' | 'delete'): boolean;
  /** Field-level security alone: the object's own permissions are asked for apart. */
  mayReadField(object: ObjectModel, field: FieldModel): boolean;
  mayWriteField(object: ObjectModel, field: FieldModel): boolean;
  hasCustomPermission(name: string): boolean;
}

/** The rights of a system administrator without any restriction. */
export const FULL_ACCESS: AccessRights = {
  mayReadObject: () => true,
  mayWriteObject: () => true,
  mayReadField: () => true,
  mayWriteField: () => true,
  hasCustomPermission: () => false,
};

/** How far a user may go with one record. */
export type RecordLevel = 'none' | 'read' | 'edit' | 'all';

/** A condition of SQL. Each `?` in it is bound to `RecordRights.principals`. */
export interface RowCondition {
  readonly text: string;
  /** Tables that it reads besides the object's own. */
  readonly tables: readonly ObjectModel[];
}

/** Which records a user sees and may change (sharing). */
export interface RecordRights {
  /** On whose behalf the user sees records: ids as a JSON array. */
  readonly principals: string;
  /** The user may change every record of every object. */
  readonly isUnrestricted: boolean;
  /** Are there records of the object that the user may not see? */
  restricts(object: ObjectModel): boolean;
  /** Are there records of the object that the user may not delete or change? */
  restrictsWrites(object: ObjectModel): boolean;
  /** The condition that a visible row meets; null when every row is. `alias` is an SQL name in quotes. */
  condition(object: ObjectModel, alias: string): RowCondition | null;
  /** The level of each record; ids that name no record are missing. */
  levels(object: ObjectModel, ids: readonly string[]): Map<string, RecordLevel>;
}

/** The rights of a user who sees and may change every record. */
export const EVERY_RECORD: RecordRights = {
  principals: '[]',
  isUnrestricted: true,
  restricts: () => false,
  restrictsWrites: () => false,
  condition: () => null,
  levels: (_, ids) => new Map(ids.map((id) => [id, 'all'])),
};
