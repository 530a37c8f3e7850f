import type { CredentialStore } from '../../data/credentials.ts';
import type { ApexTransaction } from '../../runtime/apex-transaction.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { EnumValue } from '../../values/enum.ts';
import { libraryClass } from '../library.ts';
import { type ConnectObject, connectList, connectObject } from './connect-object.ts';
import {
  createCredential,
  credentialOutput,
  deleteCredential,
  updateCredential,
} from './credential-values.ts';
import { externalInput, externalOutput } from './external-credential.ts';
import { namedInput, namedOutput } from './named-credential.ts';

/** `ConnectApi.NamedCredentials`: makes credentials while an org runs. */
export const namedCredentialsClass = libraryClass({
  name: 'ConnectApi.NamedCredentials',
  statics: {
    'createExternalCredential(ConnectApi.ExternalCredentialInput)': (input) =>
      asManager((credentials) => {
        const model = externalInput(input);
        if (credentials.external(model.name)) duplicate(model.name);
        return externalOutput(credentials.putExternal(model), credentials);
      }),
    'updateExternalCredential(String,ConnectApi.ExternalCredentialInput)': (name, input) =>
      asManager((credentials) => {
        needMade(credentials, 'external', name);
        return externalOutput(credentials.putExternal({ ...externalInput(input), name }), credentials);
      }),
    'getExternalCredential(String)': (name) =>
      asManager((credentials) => externalOutput(credentials.external(name) ?? missing(name), credentials)),
    'getExternalCredentials()': () =>
      asManager((credentials) => {
        const all = credentials.externals().map((model) => externalOutput(model, credentials));
        return connectObject('ExternalCredentialList', {
          externalCredentials: connectList('ExternalCredential', all),
        });
      }),
    'deleteExternalCredential(String)': (name) =>
      asManager((credentials) => {
        needMade(credentials, 'external', name);
        const user = credentials.allNamed().find((each) => isSame(each.externalCredential, name));
        if (user) fail(`The named credential ${user.name} uses the external credential ${name}.`);
        credentials.remove('external', name);
        return null;
      }),
    'createNamedCredential(ConnectApi.NamedCredentialInput)': (input) =>
      asManager((credentials) => {
        const model = namedInput(input, credentials);
        if (credentials.named(model.name)) duplicate(model.name);
        credentials.putNamed(model);
        return namedOutput(model, credentials);
      }),
    'updateNamedCredential(String,ConnectApi.NamedCredentialInput)': (name, input) =>
      asManager((credentials) => {
        needMade(credentials, 'named', name);
        const model = { ...namedInput(input, credentials), name };
        credentials.putNamed(model);
        return namedOutput(model, credentials);
      }),
    'getNamedCredential(String)': (name) =>
      asManager((credentials) => namedOutput(credentials.named(name) ?? missing(name), credentials)),
    'getNamedCredentials()': () =>
      asManager((credentials) => {
        const all = credentials.allNamed().map((model) => namedOutput(model, credentials));
        return connectObject('NamedCredentialList', {
          namedCredentials: connectList('NamedCredential', all),
        });
      }),
    'deleteNamedCredential(String)': (name) =>
      asManager((credentials) => {
        needMade(credentials, 'named', name);
        credentials.remove('named', name);
        return null;
      }),
    'createCredential(ConnectApi.CredentialInput)': (input: ConnectObject) =>
      asManager((credentials) => createCredential(input, credentials)),
    'updateCredential(ConnectApi.CredentialInput)': (input: ConnectObject) =>
      asManager((credentials) => updateCredential(input, credentials, 'replace')),
    'patchCredential(ConnectApi.CredentialInput)': (input: ConnectObject) =>
      asManager((credentials) => updateCredential(input, credentials, 'add')),
    'getCredential(String,String,ConnectApi.CredentialPrincipalType)': (
      external,
      principal,
      type: EnumValue,
    ) => asManager((credentials) => credentialOutput(credentials, external, principal, type)),
    'deleteCredential(String,String,ConnectApi.CredentialPrincipalType)': (external, principal) =>
      asManager((credentials) => deleteCredential(credentials, external, principal)),
  },
});

/**
 * Runs a call of Connect. Refused in tests that do not see the org's data, and for users who may not manage
 * credentials; it writes, so that no callout may follow in the transaction.
 */
function asManager<T>(body: (credentials: CredentialStore) => T): T {
  const transaction = currentTransaction() as ApexTransaction;
  if (transaction.test?.seeAllData === false) {
    throwApex(
      'System.UnsupportedOperationException',
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
    );
  }
  const { rights } = transaction;
  if (!['ManageNamedCredentials', 'CustomizeApplication'].some((name) => rights.hasUserPermission(name))) {
    fail('You don’t have permission to manage named credentials.');
  }
  transaction.uncommitted.addWork();
  return body(transaction.org.storage.credentials);
}

function needMade(credentials: CredentialStore, kind: 'external' | 'named', name: string): void {
  if (!(kind === 'external' ? credentials.external(name) : credentials.named(name))) missing(name);
  if (!credentials.isMade(kind, name)) fail(`${name} comes from metadata and is not changed by code.`);
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function duplicate(name: string): never {
  return fail(`A credential with the name ${name} already exists.`);
}

function missing(name: string): never {
  return throwApex('ConnectApi.NotFoundException', `There is no credential with the name ${name}.`);
}

function fail(message: string): never {
  return throwApex('ConnectApi.ConnectApiException', message);
}
