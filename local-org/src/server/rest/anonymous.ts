import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { Execution } from '../../local-org.ts';
import type { OrgHost } from '../back/org-host.ts';
import { HttpError, Reply, type ApiRequest } from '../back/reply.ts';
import { badRequest } from './errors.ts';
import { debugLog } from './debug-log.ts';

/** What Salesforce answers to anonymous Apex. */
interface ExecuteResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

/** `GET .../tooling/executeAnonymous?anonymousBody=` */
export function executeAnonymous(host: OrgHost, request: ApiRequest): ExecuteResult {
  const { anonymousBody } = request.query;
  if (anonymousBody === undefined) throw badRequest('JSON_PARSER_ERROR', 'Give anonymousBody.');
  return resultOf(execute(host, request, anonymousBody));
}

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const APEX = 'http://soap.sforce.com/2006/08/apex';
const parser = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false });
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
});

/** `POST /services/Soap/...`: of the SOAP APIs only `executeAnonymous`, which the Salesforce CLI runs Apex with. */
export function soap(host: OrgHost, request: ApiRequest): Reply {
  const envelope = parser.parse(new TextDecoder().decode(request.bytes ?? new Uint8Array())) as SoapEnvelope;
  const apex = envelope.Envelope?.Body?.executeAnonymous?.apexcode;
  if (apex === undefined)
    return envelopeReply(500, {
      'soapenv:Fault': {
        faultcode: 'UNKNOWN_EXCEPTION',
        faultstring:
          'The local org’s SOAP API knows executeAnonymous only: there is no Metadata API, the project’s files are the org.',
      },
    });
  const execution = execute(host, request, apex);
  const body = { executeAnonymousResponse: { result: withNils(resultOf(execution)) } };
  return envelopeReply(200, body, { DebuggingInfo: { debugLog: debugLog(execution) } });
}

interface SoapEnvelope {
  readonly Envelope?: { readonly Body?: { readonly executeAnonymous?: { readonly apexcode?: string } } };
}

function envelopeReply(status: number, body: object, header?: object): Reply {
  const envelope = {
    '@xmlns:soapenv': SOAP,
    '@xmlns': APEX,
    '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    ...(header ? { 'soapenv:Header': header } : {}),
    'soapenv:Body': body,
  };
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ 'soapenv:Envelope': envelope })}`;
  return new Reply({
    status,
    bytes: new TextEncoder().encode(xml),
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  });
}

function withNils(result: ExecuteResult): object {
  return Object.fromEntries(
    Object.entries(result).map(([name, value]) => [name, value === null ? { '@xsi:nil': 'true' } : value]),
  );
}

function execute(host: OrgHost, request: ApiRequest, apex: string): Execution {
  const user = host.user(request);
  if (!host.org.kernel.storage.rightsOf(user).hasUserPermission('AuthorApex'))
    throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'Anonymous Apex needs the permission “Author Apex”.');
  return host.named('apex', 'Anonymous Apex', () => host.org.executeAs(user.id, apex));
}

function resultOf({ success, diagnostics, exception, stack }: Execution): ExecuteResult {
  const [problem] = diagnostics;
  const [, line = '-1', column = '-1'] = /line (\d+), column (\d+)/.exec(stack) ?? [];
  return {
    line: problem?.span.line ?? Number(line),
    column: problem?.span.column ?? Number(column),
    compiled: problem === undefined,
    success,
    compileProblem: problem?.message ?? null,
    exceptionMessage: exception,
    exceptionStackTrace: exception === null ? null : stack,
  };
}
