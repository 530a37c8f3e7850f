import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { parseQuery } from '../../syntax/parse.ts';
import type { SoqlQuery } from '../../syntax/soql.ts';
import { sameId } from '../../values/id.ts';
import { ApexMap } from '../../values/map.ts';
import { SObject } from '../../values/sobject.ts';
import { Unsupported } from '../../runtime/faults.ts';
import type { Value } from '../library.ts';
import { applyDefaults } from '../schema/defaults.ts';
import type { ObjectToken } from '../schema/tokens.ts';

/*
 * Custom settings and custom metadata are read without a query of the project's own: no limit counts it.
 */
type Arguments = readonly Value[];

const queries = new WeakMap<ObjectModel, SoqlQuery>();

function rowsOf(object: ObjectModel): SObject[] {
  let query = queries.get(object);
  if (!query) {
    const fields = [...object.fields.values()].filter(
      (field) => field.type !== 'ADDRESS' && field.type !== 'LOCATION',
    );
    query = parseQuery(`SELECT ${fields.map((field) => field.name).join(', ')} FROM ${object.name}`);
    queries.set(object, query);
  }
  return currentTransaction().data.query(query, [], { access: 'system', isFree: true }).records;
}

const keyField = (object: ObjectModel): string =>
  object.kind === 'customMetadata' ? 'developername' : 'name';

/** By name; a metadata record also by its qualified name or its id. */
function named(object: ObjectModel, name: string): SObject | null {
  const wanted = name.toLowerCase();
  const keys = [keyField(object), 'qualifiedapiname', 'id'].filter((key) => object.fields.has(key));
  const isWanted = (row: SObject): boolean =>
    keys.some((key) => String(row.get(key)).toLowerCase() === wanted);
  return rowsOf(object).find(isWanted) ?? null;
}

function ownedBy(object: ObjectModel, owner: string): SObject | null {
  return rowsOf(object).find((row) => sameId(row.get('setupownerid'), owner)) ?? null;
}

/** What the organization has; an empty record with the fields' defaults when it has nothing. */
function orgDefaults({ object }: ObjectToken): SObject {
  return ownedBy(object, currentTransaction().organization.id) ?? applyDefaults(new SObject(object));
}

/** The user's own values over those of the profile over those of the organization. */
function effective(token: ObjectToken, userId: string, profileId: string): SObject {
  const levels = [ownedBy(token.object, userId), ownedBy(token.object, profileId)].filter(
    (row) => row !== null,
  );
  const [first, ...rest] = [...levels, orgDefaults(token)];
  const result = first as SObject;
  for (const row of rest) {
    for (const [name, value] of row.values)
      if (result.isSet(name) && result.get(name) === null) result.load(name, value);
  }
  return result;
}

function getInstance(token: ObjectToken, ...[owner]: Arguments): SObject | null {
  const { object } = token;
  if (object.settingType !== 'hierarchy') {
    if (owner === undefined) throw new Unsupported(`getInstance() of ${object.name}, which has no hierarchy`);
    return owner === null ? null : named(object, owner);
  }
  const { user } = currentTransaction();
  if (owner === undefined || owner === null || sameId(owner, user.id))
    return effective(token, user.id, user.profileId);
  return effective(token, owner, owner);
}

function getValues({ object }: ObjectToken, key: Value): SObject | null {
  if (key === null) return null;
  return object.settingType === 'hierarchy' ? ownedBy(object, key) : named(object, key);
}

function getAll({ object }: ObjectToken): ApexMap {
  const { program } = currentTransaction();
  const type = program.mapOf(program.type('String'), program.recordType(object.name));
  return new ApexMap(
    type,
    rowsOf(object).map((row) => [row.get(keyField(object)), row]),
  );
}

/** `Settings__c.getInstance()` and its like: each gets the object's token first. */
export const settingStatics: Readonly<Record<string, (...args: Value[]) => Value>> = {
  'getInstance()': (token) => getInstance(token),
  'getInstance(String)': getInstance,
  'getValues(String)': getValues,
  'getOrgDefaults()': orgDefaults,
  'getAll()': getAll,
};
