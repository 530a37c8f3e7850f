import type { ExternalCredentialModel } from '../schema/model.ts';
import type { UserRights } from './user-rights.ts';

/** Whoever calls with an external credential must be able to read it. */
const CREDENTIAL_OBJECT = 'UserExternalCredential';

/**
 * May a user call with the credential? A permission set must open one of its principals, to an administrator, too, and
 * the object UserExternalCredential. A credential without principals is open: the project says nothing of them.
 */
export function mayUseCredential(rights: UserRights, { principals }: ExternalCredentialModel): boolean {
  if (principals.length === 0) return true;
  return rights.mayReadNamed(CREDENTIAL_OBJECT) && principals.some(({ id }) => rights.opensEntity(id));
}
