import type { ObjectModel, OrgSchema, RecordTypeModel } from '../../schema/model.ts';
import { recordId } from '../ids.ts';

/** The id of the record type of records without one. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** All record types of the project, in the order of their rows. */
export function* recordTypesOf(schema: OrgSchema): Generator<[ObjectModel, RecordTypeModel]> {
  for (const name of schema.projectObjects) {
    const object = schema.object(name);
    for (const type of object?.recordTypes ?? []) yield [object as ObjectModel, type];
  }
}

/** The id that a record type has in every org of this schema. Throws when there is no such record type. */
export function recordTypeId(schema: OrgSchema, object: ObjectModel, name: string): string {
  let index = 0;
  for (const [owner, type] of recordTypesOf(schema)) {
    index++;
    if (owner === object && type.name === name)
      return recordId(schema.object('RecordType')?.keyPrefix ?? '012', index);
  }
  throw new Error(`${object.name} has no record type ${name}.`);
}
