/** JSON Schema of the scalars of a billing API. */
import type { Scalar, TypeRef } from '../model/model.ts';
import type { Json } from '../text/json.ts';

/** What the schema describes: what billing sends, or what it is sent. */
export type Form = 'response' | 'request';

export type Schema = { readonly [key: string]: Json };

const int32 = 2 ** 31;

const common: Readonly<Record<Exclude<Scalar, 'text' | 'numeric-id' | 'decimal'>, Schema>> = {
  string: { type: 'string' },
  // Word for word of the language: a JSON string, and a bare number is accepted.
  id: { type: ['string', 'integer'], minLength: 1, 'x-wire': 'id' },
  'date-time': { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  integer: { type: 'integer', minimum: -int32, maximum: int32 - 1 },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  unknown: {},
};

const decimalText = '^-?[0-9]+(\\.[0-9]+)?$';

/** Requests may carry digits as text, so that no client has to go through a float. */
const byForm: Readonly<Record<'numeric-id' | 'decimal', Readonly<Record<Form, Schema>>>> = {
  'numeric-id': {
    response: { type: 'integer', 'x-wire': 'numeric-id' },
    request: { type: ['integer', 'string'], pattern: '^[0-9]+$', 'x-wire': 'numeric-id' },
  },
  decimal: {
    response: { type: 'number', 'x-wire': 'decimal' },
    request: { type: ['number', 'string'], pattern: decimalText, 'x-wire': 'decimal' },
  },
};

export function scalarSchema(
  { scalar, maxLength }: Extract<TypeRef, { kind: 'scalar' }>,
  form: Form,
): Schema {
  if (scalar === 'text') return { type: 'string', ...(maxLength !== undefined && { maxLength }) };
  if (scalar === 'numeric-id' || scalar === 'decimal') return byForm[scalar][form];
  return common[scalar];
}
