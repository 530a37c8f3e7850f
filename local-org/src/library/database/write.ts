import type { DmlOptions, SaveOperation, SaveOutcome } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import type { Value } from '../library.ts';
import { listOf } from '../schema/collections.ts';
import type { FieldToken } from '../schema/tokens.ts';
import { AccessLevel } from './access-level.ts';
import { isDmlOptions, recordOptions, statedOptions } from './dml-options.ts';
import { resultOf } from './results.ts';

type Statics = Record<string, (...args: Value[]) => Value>;

/**
 * All or none, unless an argument or the records themselves say otherwise; system mode likewise. The arguments after
 * the records, in any order.
 */
function optionsOf(args: readonly Value[], records: readonly Value[] = []): DmlOptions {
  let options: DmlOptions = { access: 'system', allOrNone: true, ...recordOptions(records) };
  for (const argument of args) {
    if (typeof argument === 'boolean') options = { ...options, allOrNone: argument };
    if (argument instanceof AccessLevel) options = { ...options, access: argument.access };
    if (isDmlOptions(argument)) options = { ...options, ...statedOptions(argument) };
  }
  return options;
}

/** One record gives one result, a list a list. */
function answer(input: Value, typeName: string, act: (items: Value[]) => readonly SaveOutcome[]): Value {
  if (input === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const isList = input instanceof ApexList;
  const results = act(isList ? input.items : [input]).map((outcome) => resultOf(typeName, outcome));
  return isList ? listOf(typeName, results) : results[0];
}

function idsOf(items: readonly Value[]): string[] {
  return items.map((item) => {
    const id = item instanceof SObject ? item.id : item;
    return id ?? throwApex('System.DmlException', 'MISSING_ARGUMENT, Id not specified');
  });
}

const RECORDS = ['SObject', 'List<SObject>'];
const IDS = ['Id', 'SObject', 'List<Object>'];
const ACCESS = ['', ',AccessLevel', ',Boolean', ',Boolean,AccessLevel'];
const WITH_OPTIONS = [...ACCESS, ',Database.DMLOptions', ',Database.DMLOptions,AccessLevel'];

/** A function for each way to write the call. */
function overloads(
  name: string,
  inputs: readonly string[],
  endings: readonly string[],
  call: (...args: Value[]) => Value,
): Statics {
  const keys = inputs.flatMap((input) => endings.map((ending) => `${name}(${input}${ending})`));
  return Object.fromEntries(keys.map((key) => [key, call]));
}

const save =
  (operation: SaveOperation, type: string) =>
  (input: Value, ...rest: Value[]) =>
    answer(input, type, (items) => currentTransaction().data.save(operation, items, optionsOf(rest, items)));

function upsert(input: Value, ...rest: Value[]): Value {
  const token = rest.find((argument): argument is FieldToken => argument?.field !== undefined);
  return save({ kind: 'upsert', field: token?.field.name ?? null }, 'Database.UpsertResult')(input, ...rest);
}

const remove = (input: Value, ...rest: Value[]) =>
  answer(input, 'Database.DeleteResult', (items) =>
    currentTransaction().data.delete(idsOf(items), optionsOf(rest)),
  );

const undelete = (input: Value, ...rest: Value[]) =>
  answer(input, 'Database.UndeleteResult', (items) =>
    currentTransaction().data.undelete(idsOf(items), optionsOf(rest)),
  );

const emptyRecycleBin = (input: Value) =>
  answer(input, 'Database.EmptyRecycleBinResult', (items) =>
    currentTransaction().data.emptyRecycleBin(idsOf(items)),
  );

/** One duplicate gives one result, a list a list. */
function merge(master: SObject | null, duplicates: Value, ...rest: Value[]): Value {
  if (master === null || duplicates === null)
    throwApex('System.NullPointerException', 'Argument cannot be null.');
  const ids = idsOf(duplicates instanceof ApexList ? duplicates.items : [duplicates]);
  const { data } = currentTransaction();
  const results = data.merge(master, ids, optionsOf(rest)).map((outcome) =>
    resultOf('Database.MergeResult', outcome, {
      Id: master.id,
      MergedRecordIds: listOf('Id', outcome.success ? [outcome.id] : []),
    }),
  );
  return duplicates instanceof ApexList ? listOf('Database.MergeResult', results) : results[0];
}

/** The writing methods of `Database`. */
export const writes: Statics = {
  ...overloads('insert', RECORDS, WITH_OPTIONS, save({ kind: 'insert' }, 'Database.SaveResult')),
  ...overloads('update', RECORDS, WITH_OPTIONS, save({ kind: 'update' }, 'Database.SaveResult')),
  ...overloads(
    'upsert',
    RECORDS,
    [...ACCESS, ...ACCESS.map((ending) => `,Schema.SObjectField${ending}`)],
    upsert,
  ),
  ...overloads('delete', IDS, ACCESS, remove),
  ...overloads('undelete', IDS, ACCESS, undelete),
  ...overloads(
    'merge',
    ['SObject'],
    ['Id', 'SObject', 'List<Object>'].flatMap((second) => ACCESS.map((ending) => `,${second}${ending}`)),
    merge,
  ),
  ...overloads('emptyRecycleBin', ['SObject', 'List<Object>'], [''], emptyRecycleBin),
};
