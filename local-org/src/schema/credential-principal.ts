import { recordId, recordNumber } from '../data/ids.ts';

/** What ids of credential principals begin with. They have no object of their own. */
const PREFIX = '0pP';

/** The object that `SetupEntityAccess` names a principal as. */
export const PRINCIPAL_OBJECT = 'ExternalCredentialParameter';

export function isPrincipalId(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** The id of the org's principal number `count`. */
export function principalId(count: number): string {
  return recordId(PREFIX, count);
}

/** Inverse of `principalId`. */
export function principalNumber(id: string): number {
  return recordNumber(id);
}
