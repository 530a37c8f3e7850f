import { ApexList } from '../../values/list.ts';
import type { Stored } from '../columns.ts';
import type { DmlContext } from './context.ts';
import type { SaveRow } from './row.ts';

/** The lists of an e-mail's recipients, which are kept as relations, and what the relations are called. */
const LISTS: Readonly<Record<string, string>> = {
  toids: 'ToAddress',
  ccids: 'CcAddress',
  bccids: 'BccAddress',
};

/** Writes the relations of an e-mail that was just inserted to the contacts, leads and users that it names. */
export function addEmailRelations(email: SaveRow, { schema, store, environment }: DmlContext): void {
  const relations = schema.object('EmailMessageRelation');
  if (!email.isInsert || !relations || email.id === null) return;
  const now = Math.floor(environment.now() / 1000) * 1000;
  for (const [list, type] of Object.entries(LISTS)) {
    const ids: unknown = email.record.values.get(list);
    for (const id of ids instanceof ApexList ? (ids.items as string[]) : []) {
      store.insert(
        relations,
        new Map<string, Stored>([
          ['id', store.nextId(relations)],
          ['emailmessageid', email.id],
          ['relationid', id],
          ['relationtype', type],
          ['relationobjecttype', schema.objectOfKeyPrefix(id.slice(0, 3))?.name ?? null],
          ['createddate', now],
          ['createdbyid', environment.userId()],
          ['systemmodstamp', now],
        ]),
      );
    }
  }
}
