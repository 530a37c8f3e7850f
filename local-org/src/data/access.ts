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
}

/** The rights of a system administrator without any restriction. */
export const FULL_ACCESS: AccessRights = {
  mayReadObject: () => true,
  mayWriteObject: () => true,
  mayReadField: () => true,
  mayWriteField: () => true,
};
