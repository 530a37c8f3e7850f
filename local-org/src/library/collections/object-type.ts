import type { RuntimeType } from '../../runtime/types.ts';
import type { Value } from '../library.ts';
import { objectToken } from '../schema/tokens.ts';

/** The Schema.SObjectType of a record type; null for `SObject` itself. */
export function objectTypeOf(type: RuntimeType | undefined): Value {
  if (!type?.objectName || type.objectName === 'SObject') return null;
  return objectToken(type.objectName);
}
