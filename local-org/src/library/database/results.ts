import type { SaveError, SaveOutcome } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { enumValue } from '../../values/enum.ts';
import type { ApexList } from '../../values/list.ts';
import type { LibraryClass, Value } from '../library.ts';
import { dataClass, DataObject, type DataShape } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

/** One record's result of a `Database` method, e.g. of `typeName` `Database.SaveResult`; `more` by property. */
export function resultOf(
  typeName: string,
  outcome: SaveOutcome,
  more: Readonly<Record<string, Value>> = {},
): DataObject {
  const { id, success, created, errors } = outcome;
  return new DataObject(typeName, {
    Id: id,
    Success: success,
    Errors: errorList(errors),
    ...(typeName === 'Database.UpsertResult' ? { Created: created } : {}),
    ...more,
  });
}

/** A `List<Database.Error>`. */
export function errorList(errors: readonly SaveError[]): ApexList {
  const { program } = currentTransaction();
  return listOf(
    'Database.Error',
    errors.map(
      ({ message, fields, statusCode }) =>
        new DataObject('Database.Error', {
          Message: message,
          Fields: listOf('String', [...fields]),
          StatusCode: enumValue(program.type('System.StatusCode'), statusCode),
        }),
    ),
  );
}

const ERRORS = { type: 'List<Database.Error>', initial: () => errorList([]) };
const SUCCESS = { type: 'Boolean', initial: () => false };
/** As JSON has it: whatever text a test makes up. */
const ID = { type: 'String' };
const IDS = { type: 'List<Id>', initial: () => listOf('Id', []) };

/** Classes of results. JSON makes them, which is how tests do. */
const RESULTS: Readonly<Record<string, DataShape>> = {
  'Database.SaveResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Database.UpsertResult': { Id: ID, Success: SUCCESS, Created: SUCCESS, Errors: ERRORS },
  'Database.DeleteResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Database.UndeleteResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Database.EmptyRecycleBinResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Database.MergeResult': {
    Id: ID,
    Success: SUCCESS,
    Errors: ERRORS,
    MergedRecordIds: IDS,
    UpdatedRelatedIds: IDS,
  },
  'Database.LeadConvertResult': {
    AccountId: ID,
    ContactId: ID,
    LeadId: ID,
    OpportunityId: ID,
    RelatedPersonAccountId: ID,
    Success: SUCCESS,
    Errors: ERRORS,
  },
  'Database.Error': {
    Message: { type: 'String' },
    StatusCode: { type: 'System.StatusCode' },
    Fields: { type: 'List<String>', initial: () => listOf('String', []) },
  },
  'Approval.LockResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Approval.UnlockResult': { Id: ID, Success: SUCCESS, Errors: ERRORS },
  'Approval.ProcessResult': {
    ActorIds: IDS,
    EntityId: { type: 'String' },
    InstanceId: { type: 'String' },
    InstanceStatus: { type: 'String' },
    NewWorkitemIds: IDS,
    Success: SUCCESS,
    Errors: ERRORS,
  },
};

export const resultClasses: readonly LibraryClass[] = Object.entries(RESULTS).map(([name, shape]) =>
  dataClass(name, shape, { hasGetters: true }),
);
