/** What a failed request is told. */

/** 1.x fault reasons, which one fidelity setting puts into `code`. */
export type FaultReason = 'ALREADY_EXISTS' | 'VALIDATION_FAILURE' | 'GENERAL';

/** A failure with its HTTP status and a message for the caller. Everything else that is thrown is a defect. */
export class Problem extends Error {
  readonly status: number;
  readonly reason: FaultReason;

  constructor(status: number, message: string, reason: FaultReason = 'GENERAL') {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.reason = reason;
  }
}

/** 422: the request is understood and breaks a rule. The message names the field. */
export function invalid(message: string): Problem {
  return new Problem(422, message, 'VALIDATION_FAILURE');
}

/** 422: what has to be unique exists already. */
export function duplicate(message: string): Problem {
  return new Problem(422, message, 'ALREADY_EXISTS');
}

/** 404 in the API's own words; entity names in snake case. @documented S10, S17 */
export function notFound(entity: string, parent?: string): Problem {
  return new Problem(
    404,
    parent ? `${entity} for the specified ${parent} was not found.` : `${entity} was not found.`,
  );
}

/** 400: the request can't be read. */
export function malformed(message: string): Problem {
  return new Problem(400, message);
}

/** 501: known to the API, not to this server. */
export function unsupported(what: string): Problem {
  return new Problem(501, `${what} is not supported by this billing server.`);
}
