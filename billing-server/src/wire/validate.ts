/** Validation of decoded bodies by the contract's JSON Schemas. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Schema } from '../contract/contract.ts';
import { parseDay } from '../clock/zone.ts';
import { invalid } from '../http/problem.ts';

const SCHEMAS = 'schemas.json';
/** Annotations of the contract that mean nothing to the validator. */
const ANNOTATIONS = ['x-mark', 'x-wire', 'x-tag'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** `/order_items/0/quantity` as people write it: `order_items[0].quantity`. */
function fieldName(pointer: string): string {
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}

const inside = (pointer: string, name: string): string =>
  pointer === '' ? name : `${fieldName(pointer)}.${name}`;

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'must be a date and time with a zone, as in 2025-03-01T00:00:00.000Z',
  date: 'must be a date, as in 2025-03-01',
};

/** What the wanted types are called; decimals may come as texts, which nobody has to be told. */
function typeText(wanted: unknown): string {
  const types = (Array.isArray(wanted) ? wanted : [wanted]).filter((type) => type !== 'null');
  if (types.includes('number')) return 'a decimal number';
  if (types.includes('integer')) return types.includes('string') ? 'an id' : 'a whole number';
  return (
    { object: 'an object', array: 'a list', boolean: 'true or false', string: 'a text' }[String(types[0])] ??
    'valid'
  );
}

/** The message of 422; the required form is the one that the API's reference shows. @documented S10 */
function messageOf({ keyword, instancePath, params }: ErrorObject): string {
  const field = instancePath === '' ? 'The body' : fieldName(instancePath);
  switch (keyword) {
    case 'required':
      return `${inside(instancePath, String(params['missingProperty']))} is required.`;
    case 'type':
      return `${field} must be ${typeText(params['type'])}.`;
    case 'enum':
      return `${field} must be one of ${(params['allowedValues'] as unknown[]).filter((one) => one !== null).join(', ')}.`;
    case 'const':
      return `${field} must be ${String(params['allowedValue'])}.`;
    case 'format':
      return `${field} ${FORMATS[String(params['format'])] ?? 'is malformed'}.`;
    case 'pattern':
      return `${field} must be a decimal number.`;
    case 'minLength':
      return `${field} must not be empty.`;
    default:
      return `${field} is not valid.`;
  }
}

/** An error that says nothing of its own, only that another one failed. */
const WRAPPERS = new Set(['if', 'anyOf', 'allOf']);

/** The validators of all requests; each is compiled when it is first needed. */
export class Validators {
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(definitions: Readonly<Record<string, Schema>>) {
    this.#ajv = new Ajv2020({ strict: false, validateFormats: true });
    this.#ajv.addVocabulary(ANNOTATIONS);
    this.#ajv.addFormat('date-time', INSTANT);
    this.#ajv.addFormat('date', (text) => parseDay(text) === text);
    this.#ajv.addSchema({ $id: SCHEMAS, $defs: definitions });
  }

  /** @throws Problem 422 naming the first field that is wrong. */
  check($ref: string, value: unknown): void {
    const validate = this.#validatorOf($ref);
    if (validate(value)) return;
    const errors = validate.errors ?? [];
    const reason = errors.find(({ keyword }) => !WRAPPERS.has(keyword)) ?? errors[0];
    throw invalid(reason ? messageOf(reason) : 'The body is not valid.');
  }

  #validatorOf($ref: string): ValidateFunction {
    const known = this.#compiled.get($ref);
    if (known) return known;
    const validate = this.#ajv.compile({ $ref });
    this.#compiled.set($ref, validate);
    return validate;
  }
}
