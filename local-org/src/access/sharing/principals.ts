import type { Store } from '../../data/store.ts';
import type { OrgSchema } from '../../schema/model.ts';

export const PRINCIPAL_TABLES = ['User', 'UserRole', 'Group', 'GroupMember'];

/**
 * On whose behalf a user sees records, as ids: the user, the users in roles below, and the groups and queues of the
 * user. What one of them owns, the user owns; what is shared with one of them is shared with the user.
 */
export function principalsOf(userId: string, store: Store, schema: OrgSchema): string[] {
  const table = (name: string): string => {
    const object = schema.object(name);
    if (!object) throw new Error(`The schema has no object ${name}.`);
    return store.table(object);
  };
  const ids = (sql: string): string[] => store.all(sql, userId).map(({ id }) => String(id));
  const below = ids(
    `WITH RECURSIVE roles(id) AS (
       SELECT r."Id" FROM ${table('UserRole')} r JOIN ${table('User')} u ON r."ParentRoleId" = u."UserRoleId"
       WHERE u."Id" = ?1
       UNION SELECT r."Id" FROM ${table('UserRole')} r JOIN roles ON r."ParentRoleId" = roles.id)
     SELECT "Id" AS id FROM ${table('User')} WHERE "UserRoleId" IN (SELECT id FROM roles)`,
  );
  const groups = ids(
    `WITH RECURSIVE
       above(id) AS (
         SELECT "UserRoleId" FROM ${table('User')} WHERE "Id" = ?1 AND "UserRoleId" IS NOT NULL
         UNION SELECT r."ParentRoleId" FROM ${table('UserRole')} r JOIN above ON r."Id" = above.id
         WHERE r."ParentRoleId" IS NOT NULL),
       groups(id) AS (
         SELECT "GroupId" FROM ${table('GroupMember')} WHERE "UserOrGroupId" = ?1
         UNION SELECT g."Id" FROM "Group" g JOIN ${table('User')} u ON u."Id" = ?1
         WHERE (g."Type" = 'Organization' AND u."UserType" = 'Standard')
            OR (g."Type" = 'Role' AND g."RelatedId" = u."UserRoleId")
            OR (g."Type" IN ('RoleAndSubordinates', 'RoleAndSubordinatesInternal')
                AND g."RelatedId" IN (SELECT id FROM above))
         UNION SELECT m."GroupId" FROM ${table('GroupMember')} m JOIN groups ON m."UserOrGroupId" = groups.id)
     SELECT groups.id AS id FROM groups JOIN ${table('Group')} g ON g."Id" = groups.id WHERE g."IsDeleted" = 0`,
  );
  return [userId, ...below, ...groups];
}
