/** Checks bodies against the schemas of a system. */
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OperationModel, SystemModel } from '../model/model.ts';
import { requestBody, responseBody, schemasFile } from './bodies.ts';
import { definitionsOf, dialect } from './definitions.ts';

/** What is wrong with a body, in the words of the schema; empty when nothing is. `key` is `BillingAccount.create`. */
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
  return ajv.addSchema({ $id: schemasFile, $schema: dialect, $defs: definitionsOf(system) });
}

const problemOf = ({ instancePath, message = 'is wrong' }: ErrorObject): string =>
  `${instancePath === '' ? 'The body' : instancePath} ${message}`;

/** Makes a check of the request and response bodies of a system. */
export function bodyCheck(system: SystemModel): BodyCheck {
  const ajv = validatorOf(system);
  return (key, operation, direction, body) => {
    const schema = direction === 'request' ? requestBody(key, operation) : responseBody(system, operation);
    if (!schema) return [`The operation has no ${direction} body`];
    const validate = ajv.compile(schema);
    // A failed "if" only says that its "then" failed, which is told as well.
    return validate(body)
      ? []
      : (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(problemOf);
  };
}
