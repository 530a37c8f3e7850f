import type { LibraryClass } from '../library.ts';
import { dataClass } from '../objects/data-object.ts';
import { listOf, mapOf } from '../schema/collections.ts';

const VALUES = { type: 'Map<String,Object>', initial: () => mapOf('String', 'Object', []) };

/** What an invocable action gives back. Actions do not run here: tests make these from JSON. */
export const invocableClasses: readonly LibraryClass[] = [
  dataClass(
    'Invocable.Action.Error',
    { Code: { type: 'String' }, Message: { type: 'String' } },
    { hasGetters: true, hasNoProperties: true },
  ),
  dataClass(
    'Invocable.Action.Result',
    {
      Errors: {
        type: 'List<Invocable.Action.Error>',
        initial: () => listOf('Invocable.Action.Error', []),
      },
      InvocationParameters: VALUES,
      OutputParameters: VALUES,
      Success: { type: 'Boolean', initial: () => false },
    },
    { hasGetters: true, hasNoProperties: true },
  ),
];
