import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import { parseQuery } from '../../syntax/parse.ts';
import { required } from '../collections/arguments.ts';
import { libraryClass, type LibraryClass } from '../library.ts';

/** The order of the App Launcher for everybody: the apps that the list leaves out come after those that it names. */
function setOrgSortOrder(ids: ApexList | null): void {
  const order = required(ids).items as readonly string[];
  const { data } = currentTransaction();
  const query = parseQuery('SELECT ApplicationId FROM AppMenuItem ORDER BY SortOrder');
  const items = data.query(query, [], { access: 'system' }).records;
  const unknown = order.find((id) => !items.some((item) => item.get('applicationid') === id));
  if (unknown !== undefined) throwApex('System.InvalidParameterValueException', `Invalid app ID: ${unknown}`);
  const place = (item: SObject): number => {
    const at = order.indexOf(String(item.get('applicationid')));
    return at < 0 ? order.length : at;
  };
  const sorted = items.toSorted((one, other) => place(one) - place(other));
  const changes = sorted.map((item, at) => {
    const change = new SObject(item.object);
    change.id = item.id;
    change.put('sortorder', at + 1);
    return change;
  });
  data.save({ kind: 'update' }, changes, { access: 'system', allOrNone: true });
}

export const classes: readonly LibraryClass[] = [
  libraryClass({
    name: 'AppLauncher.AppMenu',
    statics: { 'setOrgSortOrder(List<Id>)': setOrgSortOrder },
  }),
];
