import type { Value } from '../../library/library.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { Unsupported } from '../../runtime/faults.ts';
import type { FieldModel, FieldType, ObjectModel } from '../../schema/model.ts';
import { parseQuery } from '../../syntax/parse.ts';
import type { SoqlValue, SoslQuery } from '../../syntax/soql.ts';
import { to18 } from '../../values/id.ts';
import { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { amongIds, returningQuery, type Returning } from './returning.ts';
import { matcherOf, wordsOf, type Matcher } from './terms.ts';

type Access = 'user' | 'system' | 'securityEnforced';

/** The most records that one search gives. */
const MOST_RECORDS = 2000;
const TEXTS: ReadonlySet<FieldType> = new Set(['STRING', 'TEXTAREA', 'EMAIL', 'PHONE', 'URL', 'PICKLIST']);

/** Which fields each `IN` looks into; `SIDEBAR` is what the search box of the page looks into. */
const GROUPS: Readonly<Record<string, (field: FieldModel) => boolean>> = {
  ALL: ({ type }) => TEXTS.has(type),
  SIDEBAR: ({ type }) => TEXTS.has(type),
  NAME: (field) => field.isNameField || /^(?:First|Middle|Last)Name$|^Name$/.test(field.name),
  EMAIL: ({ type }) => type === 'EMAIL',
  PHONE: ({ type }) => type === 'PHONE',
};

/**
 * Runs a search: one list of records for each object of `RETURNING`. In a test it finds what
 * `Test.setFixedSearchResults` says, else it reads the texts of all records of the objects.
 */
export function search(plan: SoslQuery, binds: readonly Value[], access: Access): ApexList {
  const { limits, program, test } = currentTransaction();
  limits.use('soslQueries');
  if (!plan.returning.length) throw new Unsupported('FIND without RETURNING');
  const text = String(valueOf(plan.search, binds) ?? '');
  const matches = matcherOf(text);
  const fixed = test && fixedResults(test.settings.get('fixedSearchResults'));
  let left = plan.limit ? Number(valueOf(plan.limit, binds)) : MOST_RECORDS;
  const lists = plan.returning.map((part) => {
    const ids = fixed ?? found(part, plan.in ?? 'ALL', matches, access);
    const rows = rowsOf(part, ids, binds, access).slice(0, left);
    left -= rows.length;
    return new ApexList(program.listOf(program.recordType(objectOf(part).name)), rows);
  });
  return new ApexList(program.listOf(program.listOf(program.type('SObject'))), lists);
}

function objectOf({ object }: Returning): ObjectModel {
  return currentTransaction().schema.object(object.text)!;
}

function valueOf(value: SoqlValue, binds: readonly Value[]): Value {
  if (value.kind === 'bind') return binds[value.index];
  return 'value' in value ? value.value : null;
}

function fixedResults(ids: Value): string[] {
  return ids instanceof ApexList ? ids.items.map((id) => to18(String(id))) : [];
}

/** The ids of an object's records whose texts match. */
function found(part: Returning, group: string, matches: Matcher, access: Access): string[] {
  const object = objectOf(part);
  const isLookedInto = GROUPS[group] ?? GROUPS['ALL']!;
  const { rights } = currentTransaction();
  const isVisible = (field: FieldModel): boolean => access === 'system' || rights.mayReadField(object, field);
  const fields = [...object.fields.values()].filter((field) => isLookedInto(field) && isVisible(field));
  if (!fields.length) return [];
  const query = parseQuery(`SELECT ${fields.map(({ name }) => name).join(', ')} FROM ${object.name}`);
  const { records } = currentTransaction().data.query(query, [], { access, isCountedApart: true });
  const wordsIn = (record: SObject): string[] =>
    fields.flatMap(({ name }) => wordsOf(String(record.get(name.toLowerCase()) ?? '')));
  return records.filter((record) => matches(wordsIn(record))).map((record) => record.id!);
}

function rowsOf(part: Returning, ids: readonly string[], binds: readonly Value[], access: Access): SObject[] {
  const { keyPrefix } = objectOf(part);
  const own = ids.filter((id) => id.startsWith(keyPrefix));
  // What the user may not read is refused also where there is nothing to find.
  if (!own.length && access === 'system') return [];
  const query = returningQuery(part, amongIds(part.object, own));
  const { records } = currentTransaction().data.query(query, binds, { access, isCountedApart: true });
  if (part.orderBy.length) return records;
  return records.sort((one, other) => own.indexOf(one.id!) - own.indexOf(other.id!));
}
