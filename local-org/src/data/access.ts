import type { FieldModel, ObjectModel } from '../schema/model.ts';

/**
 * What the running user may do in user mode. DML asks it for every object and field that a statement in user mode
 * touches.
 */
export interface AccessRights {
  mayWriteObject(object: ObjectModel, operation: 'create' | 'edit' | 'delete'): boolean;
  mayWriteField(object: ObjectModel, field: FieldModel): boolean;
}

/** The rights of a system administrator without any restriction. */
export const FULL_ACCESS: AccessRights = { mayWriteObject: () => true, mayWriteField: () => true };
