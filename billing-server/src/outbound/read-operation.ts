/** Reads what an administrator sets up, naming whatever is wrong. */
import { invalid } from '../http/problem.ts';
import { EVENT_GROUPS, groupOf } from './events.ts';
import { CONTENT_TYPES, DATE_FORMATS, METHODS, type OutboundOperation } from './records.ts';
import { checkTarget } from './target.ts';
import { DEFAULT_TEMPLATE, PLACEHOLDERS, unknownPlaceholders, type Json } from './template.ts';

type Body = Readonly<Record<string, unknown>>;
type Settings = Omit<OutboundOperation, 'id'>;

const DEFAULT_RETRIES = 3;
const MOST_RETRIES = 10;
const DEFAULT_DELAY = 1000;
const LONGEST_DELAY = 3_600_000;

function oneOf<Value extends string>(
  body: Body,
  name: string,
  allowed: readonly Value[],
  otherwise: Value,
): Value {
  const value = body[name] ?? otherwise;
  const known = allowed.find((one) => one === value);
  if (known === undefined) throw invalid(`${name} must be one of ${allowed.join(', ')}.`);
  return known;
}

function whole(body: Body, name: string, most: number, otherwise: number): number {
  const value = body[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
    throw invalid(`${name} must be a whole number from 0 to ${most}.`);
  }
  return value;
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (value === undefined || value === null || value === '') throw invalid(`${name} is required.`);
  if (typeof value !== 'string') throw invalid(`${name} must be a text.`);
  return value;
}

function eventOf(body: Body): string {
  const on = textOf(body, 'on');
  if (Object.hasOwn(EVENT_GROUPS, on) || groupOf(on) !== undefined) return on;
  const events = Object.values(EVENT_GROUPS).flat();
  throw invalid(
    `on: "${on}" is neither an event (${events.join(', ')}) nor a group (${Object.keys(EVENT_GROUPS).join(', ')}).`,
  );
}

function checkPlaceholders(field: string, value: Json): void {
  const [unknown] = unknownPlaceholders(value);
  if (unknown === undefined) return;
  throw invalid(
    `${field}: {${unknown}} is no placeholder. Placeholders: ${PLACEHOLDERS.map((one) => `{${one}}`).join(', ')}.`,
  );
}

function headersOf({ headers = {} }: Body): Record<string, string> {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) {
    throw invalid('headers must be an object of names and texts.');
  }
  const entries = Object.entries(headers as Body).map(([name, value]) => {
    if (typeof value !== 'string') throw invalid(`headers.${name} must be a text.`);
    checkPlaceholders(`headers.${name}`, value);
    checkHeader(name, value);
    return [name.toLowerCase(), value] as const;
  });
  return Object.fromEntries(entries);
}

function checkHeader(name: string, value: string): void {
  try {
    new Headers([[name, value]]);
  } catch {
    throw invalid(`headers.${name} is not a header that can be sent.`);
  }
}

function payloadOf({ payload = DEFAULT_TEMPLATE }: Body, contentType: Settings['content_type']): Json {
  const template = payload as Json;
  checkPlaceholders('payload', template);
  const isFlat =
    typeof template === 'object' &&
    template !== null &&
    !Array.isArray(template) &&
    Object.values(template).every((value) => typeof value !== 'object' || value === null);
  if (contentType !== 'application/json' && !isFlat) {
    throw invalid('payload must be an object of texts and numbers for this content_type.');
  }
  return template;
}

/** @throws Problem 422 naming the field */
export function readOperation(body: unknown, isAnyTargetAllowed: boolean): Settings {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('The body must be an object.');
  const given = body as Body;
  const contentType = oneOf(given, 'content_type', CONTENT_TYPES, 'application/json');
  const { enabled = true, billing_account_category_id: category = null } = given;
  if (typeof enabled !== 'boolean') throw invalid('enabled must be true or false.');
  if (category !== null && typeof category !== 'string')
    throw invalid('billing_account_category_id must be an id.');
  return {
    name: textOf(given, 'name'),
    enabled,
    on: eventOf(given),
    billing_account_category_id: category,
    url: checkTarget(textOf(given, 'url'), isAnyTargetAllowed),
    method: oneOf(given, 'method', METHODS, 'POST'),
    content_type: contentType,
    date_format: oneOf(given, 'date_format', DATE_FORMATS, 'iso'),
    headers: headersOf(given),
    payload: payloadOf(given, contentType),
    retries: whole(given, 'retries', MOST_RETRIES, DEFAULT_RETRIES),
    retry_delay_ms: whole(given, 'retry_delay_ms', LONGEST_DELAY, DEFAULT_DELAY),
  };
}
