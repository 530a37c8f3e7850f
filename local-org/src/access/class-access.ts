import type { UserRights } from './user-rights.ts';

/**
 * May a user call the class from outside: `@AuraEnabled`, Apex REST? A profile or a permission set opens it; who may
 * write Apex may call any. `classId` is the id of its ApexClass record.
 */
export function mayUseClass(rights: UserRights, classId: string): boolean {
  return rights.hasUserPermission('AuthorApex') || rights.opensEntity(classId);
}
