/** Reads bodies of control endpoints, which no schema describes. */
import { invalid } from '../http/problem.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** An object with no other properties than these. @throws Problem 422 */
export function fieldsOf(body: unknown, names: readonly string[]): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('The body must be an object.');
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown !== undefined) throw invalid(`${unknown} is not known here. Known: ${names.join(', ')}.`);
  return body as Fields;
}

export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`${name} must be a text.`);
}

export function requiredText(fields: Fields, name: string): string {
  const value = textIn(fields, name);
  if (value === undefined || value === '') throw invalid(`${name} is required.`);
  return value;
}

export function flagIn(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(`${name} must be true or false.`);
}

export function numberIn(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw invalid(`${name} must be a number.`);
}
