/** JSON Schemas of what a billing system is sent and sends. */
export { requestBody, responseItem, schemasFile } from './bodies.ts';
export { bodyCheck, type BodyCheck } from './check.ts';
export { definitionsOf, dialect, requiredOf, type Definitions } from './definitions.ts';
export type { Schema } from './scalars.ts';
