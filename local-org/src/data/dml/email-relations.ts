import type { ObjectModel } from '../../schema/model.ts';
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

/** Writes the relations of an e-mail to the contacts, leads and users that it names: a list that is given is the whole list. */
export function writeEmailRelations(email: SaveRow, context: DmlContext): void {
  const relations = context.schema.object('EmailMessageRelation');
  if (!relations || email.id === null) return;
  for (const [list, type] of Object.entries(LISTS)) {
    if (!email.record.values.has(list)) continue;
    const ids: unknown = email.record.values.get(list);
    if (!email.isInsert) removeRelations(email.id, type, relations, context);
    for (const id of ids instanceof ApexList ? (ids.items as string[]) : [])
      addRelation(email.id, type, id, relations, context);
  }
}

function removeRelations(email: string, type: string, relations: ObjectModel, { store }: DmlContext): void {
  const named = '"EmailMessageId" = ? AND "RelationType" = ? AND "RelationId" IS NOT NULL';
  for (const row of store.rows(relations, named, email, type))
    store.remove(relations, row.get('id') as string);
}

function addRelation(
  email: string,
  type: string,
  id: string,
  relations: ObjectModel,
  { schema, store, environment }: DmlContext,
): void {
  const now = Math.floor(environment.now() / 1000) * 1000;
  const target = schema.objectOfKeyPrefix(id.slice(0, 3));
  store.insert(
    relations,
    new Map<string, Stored>([
      ['id', store.nextId(relations)],
      ['emailmessageid', email],
      ['relationid', id],
      ['relationtype', type],
      ['relationobjecttype', target?.name ?? null],
      ['relationaddress', (target && store.row(target, id)?.get('email')) ?? null],
      ['createddate', now],
      ['createdbyid', environment.userId()],
      ['systemmodstamp', now],
    ]),
  );
}
