import { mayUseCredential } from '../access/credential-access.ts';
import type { ExternalCredentialModel, NamedCredentialModel } from '../schema/model.ts';
import { headersWith } from './credential-headers.ts';
import type { ApexTransaction } from './apex-transaction.ts';
import { throwApex } from './faults.ts';
import type { CalloutRequest, CalloutResponse } from './transaction.ts';

/** A callout with its named credential resolved. */
export interface ResolvedCallout extends CalloutRequest {
  readonly url: string;
  /** The credential's name; null for a plain address. */
  readonly credential: string | null;
}

/**
 * Answers the callouts of an org. Throw `CalloutFailure` for what the platform reports as a CalloutException, e.g. a
 * time-out.
 */
export type CalloutHandler = (request: ResolvedCallout) => CalloutResponse;

/** The network failed: becomes `System.CalloutException` with this message. */
export class CalloutFailure extends Error {}

const NAMED = /^callout:(?<name>[\w-]+)(?<path>.*)$/is;

/** Mock, or the org's handler; counts the time. */
export function callOut(request: CalloutRequest, transaction: ApexTransaction): CalloutResponse {
  if (transaction.test) return answerOfMock(request, transaction);
  const resolved = resolve(request, transaction);
  const start = performance.now();
  try {
    const send = (): CalloutResponse => transaction.org.callouts(resolved);
    return transaction.recording ? transaction.recording.callout(resolved, send) : send();
  } catch (error) {
    if (error instanceof CalloutFailure) throwApex('System.CalloutException', error.message);
    throw error;
  } finally {
    transaction.limits.use('calloutTime', Math.round(performance.now() - start));
  }
}

function answerOfMock(request: CalloutRequest, transaction: ApexTransaction): CalloutResponse {
  const mock = transaction.test?.calloutMock ?? null;
  if (mock === null) {
    const real = transaction.org.testCallouts;
    if (real) return real(resolve(request, transaction));
    throwApex('System.CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
  }
  const response = mock['respond/1'](request.source);
  if (response === null) throwApex('System.CalloutException', 'The mock returned no response.');
  return {
    status: response.statusCode,
    statusText: '',
    headers: new Map(),
    body: new Uint8Array(),
    source: response,
  };
}

function resolve(request: CalloutRequest, transaction: ApexTransaction): ResolvedCallout {
  const parts = NAMED.exec(request.endpoint)?.groups;
  if (!parts) return { ...request, url: request.endpoint, credential: null };
  const credential = findCredential(parts.name ?? '', transaction);
  if (!credential) {
    throwApex(
      'System.CalloutException',
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${parts.name}" might not exist.`,
    );
  }
  const external = externalOf(credential, transaction);
  const principal = external ? principalOf(external, transaction) : null;
  const { credentials } = transaction.org.storage;
  const headers = headersWith(request.headers, credential, external, { credentials, principal });
  const url = `${credential.url.replace(/\/$/, '')}${parts.path ?? ''}`;
  return { ...request, url, headers, credential: credential.name };
}

/** By name, with or without the project's namespace. */
function findCredential(name: string, { org }: ApexTransaction): NamedCredentialModel | null {
  return org.credentials.get(name.toLowerCase()) ?? org.storage.credentials.named(name);
}

function externalOf(
  { externalCredential }: NamedCredentialModel,
  { org }: ApexTransaction,
): ExternalCredentialModel | null {
  return externalCredential === null ? null : org.externalCredential(externalCredential);
}

/** The name of the principal that the user calls as; null where the credential has none. Throws without access. */
function principalOf(external: ExternalCredentialModel, { rights }: ApexTransaction): string | null {
  if (!mayUseCredential(rights, external)) {
    throwApex(
      'System.CalloutException',
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${external.name}" might not exist.`,
    );
  }
  const opened = external.principals.find(({ id }) => rights.opensEntity(id));
  return opened?.name ?? null;
}
