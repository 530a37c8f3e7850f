import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { isOfTooling } from '../../schema/standard/tooling-objects.ts';
import type { ApexList } from '../../values/list.ts';
import { libraryClass } from '../library.ts';
import { listOf, nameMapOf } from './collections.ts';
import { describeObject, namedToken } from './tokens.ts';

function describeAll(names: ApexList): ApexList {
  const { schema } = currentTransaction();
  const describes = names.items.map((name: string) => {
    const object = schema.object(name);
    return object && !isOfTooling(name)
      ? describeObject(object)
      : throwApex(
          'System.InvalidParameterValueException',
          `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${name} sobject`,
        );
  });
  return listOf('Schema.DescribeSObjectResult', describes);
}

export const schemaClass = libraryClass({
  name: 'System.Schema',
  statics: {
    // Keys in lower case, as on the platform.
    'getGlobalDescribe()': () =>
      nameMapOf(
        'Schema.SObjectType',
        [...currentTransaction().schema.objects.keys()]
          .filter((name) => !isOfTooling(name))
          .map((name) => [name, namedToken(name)] as const),
      ),
    'describeSObjects(List<String>)': describeAll,
    'describeSObjects(List<String>,Object)': describeAll,
  },
});
