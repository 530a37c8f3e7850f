import type { UserContext } from '../runtime/transaction.ts';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import type { Store } from './store.ts';

/** What a transaction knows of the user that it runs as. Throws when there is no such user. */
export function userContext(store: Store, schema: OrgSchema, id: string): UserContext {
  const users = objectNamed(schema, 'User');
  const row = store.row(users, id);
  if (!row) throw new Error(`There is no user ${id}.`);
  const text = (name: string): string => String(row.get(name) ?? '');
  return {
    id,
    name: text('name'),
    userName: text('username'),
    email: text('email'),
    profileId: text('profileid'),
    roleId: (row.get('userroleid') as string | null) ?? null,
    locale: text('localesidkey') || 'en_US',
    language: text('languagelocalekey') || 'en_US',
    timeZone: text('timezonesidkey') || 'America/Los_Angeles',
    userType: text('usertype') || 'Standard',
  };
}

function objectNamed(schema: OrgSchema, name: string): ObjectModel {
  const object = schema.object(name);
  if (!object) throw new Error(`The schema has no object ${name}.`);
  return object;
}
