import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { SaveError, SaveOutcome } from '../../data/data.ts';
import { enumValue } from '../../values/enum.ts';
import type { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import { listOf } from '../schema/collections.ts';

/** One record's result of a `Database` method. The type says which method it was. */
export class DmlResult extends PlatformObject {
  readonly outcome: SaveOutcome;
  readonly #typeName: string;

  constructor(typeName: string, outcome: SaveOutcome) {
    super();
    this.#typeName = typeName;
    this.outcome = outcome;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }
}

class DmlError extends PlatformObject {
  readonly error: SaveError;

  constructor(error: SaveError) {
    super();
    this.error = error;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.Error');
  }
}

/** A `List<Database.Error>`. */
export function errorList(errors: readonly SaveError[]): ApexList {
  return listOf(
    'Database.Error',
    errors.map((error) => new DmlError(error)),
  );
}

const readers = {
  Id: (result: DmlResult) => result.outcome.id,
  Success: (result: DmlResult) => result.outcome.success,
  Created: (result: DmlResult) => result.outcome.created,
  Errors: (result: DmlResult) => errorList(result.outcome.errors),
};

function resultClass(name: string, more: Pick<LibraryClass, 'methods' | 'properties'> = {}): LibraryClass {
  return libraryClass({
    name: `Database.${name}`,
    methods: {
      'getId()': readers.Id,
      'isSuccess()': readers.Success,
      'getErrors()': readers.Errors,
      ...more.methods,
    },
    properties: {
      Id: { get: readers.Id },
      Success: { get: readers.Success },
      Errors: { get: readers.Errors },
      ...more.properties,
    },
  });
}

export const resultClasses: readonly LibraryClass[] = [
  resultClass('SaveResult'),
  resultClass('UpsertResult', {
    methods: { 'isCreated()': readers.Created },
    properties: { Created: { get: readers.Created } },
  }),
  resultClass('DeleteResult'),
  resultClass('UndeleteResult'),
  resultClass('EmptyRecycleBinResult'),
  libraryClass({
    name: 'Database.Error',
    methods: {
      'getMessage()': ({ error }: DmlError) => error.message,
      'getFields()': ({ error }: DmlError) => listOf('String', [...error.fields]),
      'getStatusCode()': ({ error }: DmlError) =>
        enumValue(currentTransaction().program.type('System.StatusCode'), error.statusCode),
    },
  }),
];
