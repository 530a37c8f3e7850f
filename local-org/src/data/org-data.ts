import { isSetupObject } from '../access/object-rules.ts';
import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import { isSeeded } from './seed.ts';
import type { Store } from './store.ts';

/**
 * Takes the org's data out of sight of a test that is not `SeeAllData`, until the savepoint that is open now is rolled
 * back. Users, profiles, record types and the like stay, and so do custom metadata and the standard price book.
 */
export function hideOrgData(store: Store, schema: OrgSchema): void {
  for (const name of store.tableNames()) {
    const object = schema.object(name);
    if (object && isData(object)) store.hide(object, '1');
  }
  const pricebooks = schema.object('Pricebook2');
  if (pricebooks) store.hide(pricebooks, '"IsStandard" = 0');
}

function isData(object: ObjectModel): boolean {
  if (object.kind !== 'standard') return object.kind === 'custom' || object.kind === 'customSetting';
  return !isSetupObject(object.name) && !isSeeded(object.name);
}
