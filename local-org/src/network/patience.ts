import type { CalloutHandler } from '../runtime/callout.ts';

/** A handler that gives up after `patience` milliseconds where Apex would wait longer. */
export function patient(handler: CalloutHandler, patience: (() => number) | undefined): CalloutHandler {
  if (!patience) return handler;
  return (request) => handler({ ...request, timeout: Math.min(request.timeout, patience()) });
}
