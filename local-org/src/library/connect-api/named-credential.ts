import type { CredentialStore } from '../../data/credentials.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { NamedCredentialModel } from '../../schema/model.ts';
import { type ConnectObject, connectList, connectObject, itemsOf } from './connect-object.ts';
import {
  constant,
  externalOutput,
  headerOutputs,
  headersOf,
  nameOf,
  needText,
} from './external-credential.ts';

export function namedInput(input: ConnectObject | null, credentials: CredentialStore): NamedCredentialModel {
  const type = nameOf(input?.get('type')) ?? 'SecuredEndpoint';
  if (type !== 'SecuredEndpoint') {
    throwApex(
      'ConnectApi.ConnectApiException',
      `The local org has no named credentials of the type ${type}.`,
    );
  }
  const options = input?.get('calloutOptions') as ConnectObject | null;
  return {
    name: needText(input, 'developerName'),
    label: needText(input, 'masterLabel'),
    url: addressOf(input),
    externalCredential: externalNameOf(input, credentials),
    allowMergeFieldsInHeader: options?.get('allowMergeFieldsInHeader') === true,
    headers: input ? headersOf(input) : [],
  };
}

function addressOf(input: ConnectObject | null): string {
  const url = needText(input, 'calloutUrl');
  if (/^https:\/\/[^/\s]+/i.test(url)) return url;
  return throwApex('ConnectApi.ConnectApiException', `The callout URL must begin with https://: ${url}`);
}

function externalNameOf(input: ConnectObject | null, credentials: CredentialStore): string {
  const [external] = input ? itemsOf(input, 'externalCredentials') : [];
  const name = needText(external ?? null, 'developerName');
  const known = credentials.external(name);
  if (known) return known.name;
  return throwApex('ConnectApi.NotFoundException', `There is no external credential with the name ${name}.`);
}

export function namedOutput(model: NamedCredentialModel, credentials: CredentialStore): ConnectObject {
  const external = model.externalCredential === null ? null : credentials.external(model.externalCredential);
  return connectObject('NamedCredential', {
    calloutOptions: connectObject('NamedCredentialCalloutOptions', {
      allowMergeFieldsInBody: false,
      allowMergeFieldsInHeader: model.allowMergeFieldsInHeader,
      generateAuthorizationHeader: false,
    }),
    calloutUrl: model.url,
    createdByNamespace: currentTransaction().schema.namespace,
    customHeaders: headerOutputs(model.headers ?? []),
    developerName: model.name,
    externalCredentials: connectList(
      'ExternalCredential',
      external ? [externalOutput(external, credentials)] : [],
    ),
    masterLabel: model.label,
    parameters: connectList('NamedCredentialParameter', []),
    type: constant('NamedCredentialType', 'SecuredEndpoint'),
  });
}
