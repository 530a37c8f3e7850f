import type { SObject } from '../../values/sobject.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { parseQuery } from '../../syntax/parse.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import type { LibraryClass } from '../library.ts';
import { dataClass, DataObject } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

const DATES = { type: 'Date' };

/** `Database.getUpdated`: ids of what was made or changed in a span of time and is still there. */
function getUpdated(object: string | null, start: ApexDatetime | null, end: ApexDatetime | null): DataObject {
  const rows = changedBetween(object, start, end, false);
  return new DataObject('Database.GetUpdatedResult', {
    Ids: listOf(
      'Id',
      rows.map((row) => row.id),
    ),
    LatestDateCovered: day(end),
  });
}

/** `Database.getDeleted`: what was deleted in a span of time. */
function getDeleted(object: string | null, start: ApexDatetime | null, end: ApexDatetime | null): DataObject {
  const rows = changedBetween(object, start, end, true);
  return new DataObject('Database.GetDeletedResult', {
    DeletedRecords: listOf(
      'Database.DeletedRecord',
      rows.map(
        (row) =>
          new DataObject('Database.DeletedRecord', {
            Id: row.id,
            DeletedDate: day(row.get('systemmodstamp')),
          }),
      ),
    ),
    EarliestDateAvailable: day(start),
    LatestDateCovered: day(end),
  });
}

function changedBetween(
  name: string | null,
  start: ApexDatetime | null,
  end: ApexDatetime | null,
  isDeleted: boolean,
): SObject[] {
  const { data, schema } = currentTransaction();
  if (name === null || start === null || end === null)
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  const object = schema.object(name);
  if (!object) throwApex('System.InvalidParameterValueException', `There is no sObject type ${name}.`);
  if (start.milliseconds >= end.milliseconds)
    throwApex('System.InvalidParameterValueException', 'The start has to be before the end.');
  const [from, to] = [start, end].map(({ milliseconds }) => new Date(milliseconds).toISOString());
  const text =
    `SELECT Id, SystemModstamp FROM ${object.name} WHERE IsDeleted = ${isDeleted} ` +
    `AND SystemModstamp >= ${from} AND SystemModstamp < ${to} ALL ROWS`;
  return data.query(parseQuery(text), [], { access: 'system', isFree: true }).records;
}

const day = (moment: ApexDatetime | null) => moment && moment.date(currentTransaction().user.timeZone);

export const replication: NonNullable<LibraryClass['statics']> = {
  'getDeleted(String,Datetime,Datetime)': getDeleted,
  'getUpdated(String,Datetime,Datetime)': getUpdated,
};

export const replicationClasses: readonly LibraryClass[] = [
  dataClass(
    'Database.GetUpdatedResult',
    { Ids: { type: 'List<Id>' }, LatestDateCovered: DATES },
    { hasGetters: true },
  ),
  dataClass(
    'Database.GetDeletedResult',
    {
      DeletedRecords: { type: 'List<Database.DeletedRecord>' },
      EarliestDateAvailable: DATES,
      LatestDateCovered: DATES,
    },
    { hasGetters: true },
  ),
  dataClass('Database.DeletedRecord', { DeletedDate: DATES, Id: { type: 'Id' } }, { hasGetters: true }),
];
