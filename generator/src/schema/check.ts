/** Checks bodies against the schemas of a system. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { definitionsOf, requestName, responseSchema } from './definitions.ts';
import type { OperationModel, SystemModel } from '../model/model.ts';
import { dialect } from './definitions.ts';

/** What is wrong with a body, in the words of the schema; empty when nothing is. */
export type BodyCheck = (
  key: string,
  operation: OperationModel,
  direction: 'request' | 'response',
  body: unknown,
) => readonly string[];

/** Our own annotations; they judge nothing. */
const annotations = ['x-wire', 'x-mark', 'x-tag'];

function validatorOf(system: SystemModel): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  annotations.forEach((keyword) => ajv.addKeyword(keyword));
  return ajv.addSchema({ $id: 'schemas.json', $schema: dialect, $defs: definitionsOf(system) });
}

/** Makes a check of request and response bodies; `key` is the operation's, `BillingAccount.create`. */
export function bodyCheck(system: SystemModel): BodyCheck {
  const ajv = validatorOf(system);
  return (key, operation, direction, body) => {
    if (direction === 'request' && !operation.request) return ['The operation takes no body.'];
    if (direction === 'response' && !operation.response) return ['The operation answers with no body.'];
    const own = operation.response ? responseSchema(system, operation.response) : {};
    const item = JSON.parse(JSON.stringify(own).replaceAll('"#/', '"schemas.json#/')) as object;
    const schema =
      direction === 'request'
        ? { $ref: `schemas.json#/$defs/${requestName(key)}` }
        : operation.kind === 'list'
          ? { type: 'array', items: item }
          : item;
    const validate = ajv.compile(schema);
    if (validate(body)) return [];
    return (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ instancePath, message }) => `${instancePath === '' ? 'The body' : instancePath} ${message ?? 'is wrong'}`);
  };
}
