import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { restoreIdCase, sameId, toId } from '../../values/id.ts';
import { objectTypeOf } from '../collections/object-type.ts';
import { libraryClass } from '../library.ts';
import { noNulls } from './arguments.ts';

/** The Apex name of the object whose key prefix the Id has. Throws `System.SObjectException` when there is none. */
function objectOf(id: string): string {
  const object = currentTransaction().schema.objectOfKeyPrefix(id.slice(0, 3));
  return object?.name ?? throwApex('System.SObjectException', `Cannot locate Apex Type for ID: ${id}`);
}

export const idClass = libraryClass({
  name: 'System.Id',
  statics: {
    'valueOf(String)': noNulls(toId),
    'valueOf(String,Boolean)': noNulls((text: string, restoreCase: boolean) =>
      restoreCase ? restoreIdCase(text) : toId(text),
    ),
  },
  methods: {
    'equals(String)': (id: string, other: string | null) => other !== null && sameId(id, other),
    'getSObjectType()': (id: string) => objectTypeOf(currentTransaction().program.recordType(objectOf(id))),
    'to15()': (id: string) => id.slice(0, 15),
  },
});
