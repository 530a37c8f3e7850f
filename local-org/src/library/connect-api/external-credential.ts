import type { CredentialStore, NewExternalCredential } from '../../data/credentials.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { CredentialHeader, CredentialPrincipal, ExternalCredentialModel } from '../../schema/model.ts';
import { enumValue, type EnumValue } from '../../values/enum.ts';
import { type ConnectObject, connectList, connectObject, itemsOf } from './connect-object.ts';

/** Protocols whose credentials need nothing but headers. */
const CUSTOM = 'Custom';

export function externalInput(input: ConnectObject | null): NewExternalCredential {
  const name = needText(input, 'developerName');
  const label = needText(input, 'masterLabel');
  const protocol = nameOf(input?.get('authenticationProtocol')) ?? CUSTOM;
  if (protocol !== CUSTOM) {
    throwApex(
      'ConnectApi.ConnectApiException',
      `The local org makes external credentials of the protocol Custom only, not ${protocol}.`,
    );
  }
  const principals = input ? itemsOf(input, 'principals') : [];
  return {
    name,
    label,
    protocol,
    principals: principals.map((principal) => ({
      name: needText(principal, 'principalName'),
      type: nameOf(principal.get('principalType')) ?? 'NamedPrincipal',
    })),
    headers: input ? headersOf(input) : [],
  };
}

export function headersOf(input: ConnectObject): CredentialHeader[] {
  return itemsOf(input, 'customHeaders').map((header, index) => ({
    name: needText(header, 'headerName'),
    value: needText(header, 'headerValue'),
    sequence: header.get('sequenceNumber') ?? index + 1,
  }));
}

export function externalOutput(model: ExternalCredentialModel, credentials: CredentialStore): ConnectObject {
  return connectObject('ExternalCredential', {
    authenticationProtocol: constant('CredentialAuthenticationProtocol', model.protocol ?? CUSTOM),
    authenticationStatus: statusOf(
      model.principals.some(({ name }) => credentials.values(model.name, name).size > 0),
    ),
    createdByNamespace: currentTransaction().schema.namespace,
    customHeaders: headerOutputs(model.headers ?? []),
    developerName: model.name,
    masterLabel: model.label,
    parameters: connectList('ExternalCredentialParameter', []),
    principals: connectList(
      'ExternalCredentialPrincipal',
      model.principals.map((principal, index) => principalOutput(model, principal, index, credentials)),
    ),
  });
}

function principalOutput(
  { name }: ExternalCredentialModel,
  principal: CredentialPrincipal,
  index: number,
  credentials: CredentialStore,
): ConnectObject {
  return connectObject('ExternalCredentialPrincipal', {
    authenticationStatus: statusOf(credentials.values(name, principal.name).size > 0),
    id: principal.id,
    parameters: connectList('ExternalCredentialParameter', []),
    principalName: principal.name,
    principalType: constant('CredentialPrincipalType', principal.type),
    sequenceNumber: index + 1,
  });
}

export function headerOutputs(headers: readonly CredentialHeader[]): ReturnType<typeof connectList> {
  const outputs = headers.map(({ name, value, sequence }) =>
    connectObject('CredentialCustomHeader', {
      headerName: name,
      headerValue: value,
      sequenceNumber: sequence ?? null,
    }),
  );
  return connectList('CredentialCustomHeader', outputs);
}

export function statusOf(isConfigured: boolean): EnumValue {
  return constant('CredentialAuthenticationStatus', isConfigured ? 'Configured' : 'NotConfigured');
}

export function constant(type: string, name: string): EnumValue {
  return enumValue(currentTransaction().program.type(`ConnectApi.${type}`), name);
}

export function nameOf(value: EnumValue | null | undefined): string | null {
  return value?.name ?? null;
}

/** Throws what the platform says to an input without a value that it needs. */
export function needText(input: ConnectObject | null, property: string): string {
  const value: unknown = input?.get(property) ?? null;
  if (typeof value === 'string' && value !== '') return value;
  return throwApex('ConnectApi.ConnectApiException', `The property ${property} is required.`);
}
