import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { parseQuery } from '../../syntax/parse.ts';
import { isId } from '../../values/id.ts';
import { ApexList } from '../../values/list.ts';
import { required } from './system.ts';

/**
 * `Test.calculatePermissionSetGroup`: the rights of a group always are those of its permission sets, so there is nothing
 * to be worked out. Throws for an id that is of no group.
 */
export function calculatePermissionSetGroup(ids: string | ApexList | null): void {
  const given = required(ids, 'permissionSetGroupIds');
  for (const id of given instanceof ApexList ? given.items : [given]) findGroup(id);
}

function findGroup(id: string | null): void {
  const query = parseQuery('SELECT Id FROM PermissionSetGroup WHERE Id = :id');
  const options = { access: 'system', isFree: true } as const;
  const isThere =
    id !== null && isId(id) && currentTransaction().data.query(query, [id], options).records.length > 0;
  if (!isThere)
    throwApex('System.InvalidParameterValueException', `Invalid permission set group id: ${id ?? 'null'}`);
}
