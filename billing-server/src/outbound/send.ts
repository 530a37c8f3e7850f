/** One attempt to deliver one event. */
import type { OutboundOperation } from './records.ts';
import { fill, fillText, type Json, type Values } from './template.ts';

/** What came of an attempt. */
export interface Outcome {
  readonly status?: number;
  readonly error?: string;
}

const PATIENCE = 10_000;

function bodyOf({ content_type: type, payload }: OutboundOperation, values: Values): string {
  const filled = fill(payload, values);
  if (type === 'application/json') return JSON.stringify(filled);
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(filled as Readonly<Record<string, Json>>))
    fields.set(name, String(value ?? ''));
  return fields.toString();
}

function headersOf(
  { content_type: type, headers }: OutboundOperation,
  values: Values,
): Record<string, string> {
  const own = Object.entries(headers).map(([name, value]) => [name, fillText(value, values) ?? ''] as const);
  return { 'content-type': type, 'user-agent': 'billing-server', ...Object.fromEntries(own) };
}

function reasonOf(error: unknown, stop: AbortSignal): string {
  if (stop.aborted) return 'The server stopped.';
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `No answer within ${PATIENCE / 1000} seconds.`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? `${error.message}: ${String(cause.code)}`
    : error.message;
}

/** Any 2xx is a delivery. Redirects are not followed: they could lead where the target's check does not look. */
export async function send(
  operation: OutboundOperation,
  values: Values,
  stop: AbortSignal,
): Promise<Outcome> {
  try {
    const answer = await fetch(operation.url, {
      method: operation.method,
      headers: headersOf(operation, values),
      body: bodyOf(operation, values),
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)]),
    });
    await answer.body?.cancel();
    if (answer.status >= 200 && answer.status < 300) return { status: answer.status };
    return { status: answer.status, error: `The receiver answered ${answer.status}.` };
  } catch (error) {
    return { error: reasonOf(error, stop) };
  }
}
