import type { ObjectModel } from '../../schema/model.ts';
import type { Stored } from '../columns.ts';
import type { DmlContext } from './context.ts';
import { valueOf } from './row.ts';
import type { SaveRow } from './row.ts';

/** The groups that come with a role: records are shared with them, not with the role. */
const TYPES = ['Role', 'RoleAndSubordinates'];

/** Writes the groups of a role that was just inserted. */
export function addRoleGroups(role: SaveRow, { schema, store, environment }: DmlContext): void {
  const groups = schema.object('Group');
  if (!role.isInsert || !groups || role.id === null) return;
  const now = Math.floor(environment.now() / 1000) * 1000;
  const user = environment.userId();
  for (const type of TYPES) {
    const values: Record<string, Stored> = {
      id: store.nextId(groups),
      type,
      relatedid: role.id,
      developername: valueOf(role, 'developername') ?? null,
      name: valueOf(role, 'name') ?? null,
      createddate: now,
      lastmodifieddate: now,
      systemmodstamp: now,
      createdbyid: user,
      lastmodifiedbyid: user,
    };
    store.insert(groups, new Map(Object.entries(values).filter(([name]) => has(groups, name))));
  }
}

function has(object: ObjectModel, field: string): boolean {
  return object.fields.has(field);
}
