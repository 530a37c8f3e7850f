import type { CredentialStore } from '../data/credentials.ts';
import type { CredentialHeader, ExternalCredentialModel, NamedCredentialModel } from '../schema/model.ts';
import { mergeFormula } from './merge-formula.ts';

/**
 * The headers of a callout with a credential: Apex's own, those of the external credential, those of the named one.
 * Formulas in braces are filled in when the credential allows formulas in headers; a value that nobody has given is
 * empty.
 */
export function headersWith(
  own: ReadonlyMap<string, string>,
  named: NamedCredentialModel,
  external: ExternalCredentialModel | null,
  { credentials, principal }: { credentials: CredentialStore; principal: string | null },
): Map<string, string> {
  const added = [...inOrder(external?.headers ?? []), ...inOrder(named.headers ?? [])];
  const headers = new Map(own);
  for (const { name, value } of added) headers.set(name, value);
  if (!named.allowMergeFieldsInHeader) return headers;
  const lookUp = (credential: string, parameter: string): string => {
    const known = principal === null ? undefined : credentials.values(credential, principal);
    const found = [...(known ?? [])].find(([name]) => name.toLowerCase() === parameter.toLowerCase());
    return found?.[1].value ?? '';
  };
  for (const [name, value] of headers) headers.set(name, mergeFormula(value, lookUp));
  return headers;
}

function inOrder(headers: readonly CredentialHeader[]): CredentialHeader[] {
  return [...headers].sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0));
}
