/** JSON Schemas of what a billing system is sent and sends. */
export { bodyCheck, type BodyCheck } from './check.ts';
export { definitionsOf, dialect, requestName, requiredOf, responseSchema, type Definitions } from './definitions.ts';
export type { Schema } from './scalars.ts';
