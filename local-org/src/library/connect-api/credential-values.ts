import type { CredentialStore } from '../../data/credentials.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { CredentialPrincipal, ExternalCredentialModel } from '../../schema/model.ts';
import type { EnumValue } from '../../values/enum.ts';
import { ApexMap } from '../../values/map.ts';
import { type ConnectObject, connectObject } from './connect-object.ts';
import { constant, needText, statusOf } from './external-credential.ts';

/** The first values of a principal. */
export function createCredential(input: ConnectObject, credentials: CredentialStore): ConnectObject {
  const { external, principal } = principalOf(input, credentials);
  if (credentials.values(external.name, principal.name).size > 0) {
    throwApex(
      'ConnectApi.ConnectApiException',
      `The principal ${principal.name} of ${external.name} has credentials already.`,
    );
  }
  return write(input, credentials, external, principal);
}

/** Other values for a principal that has some: all of them, or those that are named. */
export function updateCredential(
  input: ConnectObject,
  credentials: CredentialStore,
  mode: 'replace' | 'add',
): ConnectObject {
  const { external, principal } = principalOf(input, credentials);
  if (credentials.values(external.name, principal.name).size === 0) {
    throwApex(
      'ConnectApi.NotFoundException',
      `The principal ${principal.name} of ${external.name} has no credentials yet.`,
    );
  }
  if (mode === 'replace') credentials.forget(external.name, principal.name);
  return write(input, credentials, external, principal);
}

export function deleteCredential(
  credentials: CredentialStore,
  externalName: string,
  principalName: string,
): null {
  const { external, principal } = find(credentials, externalName, principalName);
  credentials.forget(external.name, principal.name);
  return null;
}

/** What is set, without what is secret. */
export function credentialOutput(
  credentials: CredentialStore,
  externalName: string,
  principalName: string,
  principalType: EnumValue | null,
): ConnectObject {
  const { external, principal } = find(credentials, externalName, principalName);
  const values = credentials.values(external.name, principal.name);
  const { program } = currentTransaction();
  const type = program.mapOf(program.type('String'), program.type('ConnectApi.CredentialValue'));
  const outputs = [...values].map(([name, { value, isEncrypted }]) => {
    const output = { encrypted: isEncrypted, value: isEncrypted ? null : value };
    return [name, connectObject('CredentialValue', output)] as const;
  });
  return connectObject('Credential', {
    authenticationProtocol: constant('CredentialAuthenticationProtocol', external.protocol ?? 'Custom'),
    authenticationStatus: statusOf(values.size > 0),
    credentials: new ApexMap(type, outputs),
    externalCredential: external.name,
    principalName: principal.name,
    principalType: principalType ?? constant('CredentialPrincipalType', principal.type),
  });
}

interface Found {
  readonly external: ExternalCredentialModel;
  readonly principal: CredentialPrincipal;
}

function principalOf(input: ConnectObject, credentials: CredentialStore): Found {
  return find(credentials, needText(input, 'externalCredential'), needText(input, 'principalName'));
}

function find(credentials: CredentialStore, externalName: string, principalName: string): Found {
  const external = credentials.external(externalName);
  const principal = external?.principals.find(
    ({ name }) => name.toLowerCase() === principalName.toLowerCase(),
  );
  if (external && principal) return { external, principal };
  const what = external
    ? `principal ${principalName} of ${externalName}`
    : `external credential ${externalName}`;
  return throwApex('ConnectApi.NotFoundException', `There is no ${what}.`);
}

function write(
  input: ConnectObject,
  credentials: CredentialStore,
  external: ExternalCredentialModel,
  principal: CredentialPrincipal,
): ConnectObject {
  const given: unknown = input.get('credentials');
  const entries = given instanceof ApexMap ? [...given.entries()] : [];
  if (!entries.length) throwApex('ConnectApi.ConnectApiException', 'The property credentials is required.');
  for (const [name, value] of entries as [string, ConnectObject][]) {
    credentials.setValue(external.name, principal.name, name, {
      value: needText(value, 'value'),
      // A custom value is secret unless it says otherwise.
      isEncrypted: value.get('encrypted') !== false,
    });
  }
  return credentialOutput(credentials, external.name, principal.name, null);
}
