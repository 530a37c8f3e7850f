/** The mapping language: everything a mapping file may call. */
export * from './conversions.ts';
export * from './endpoints.ts';
export * from './fields.ts';
export * from './mapping.ts';
export * from './objects.ts';
export * from './package.ts';
export * from './reasons.ts';
export * from './standard.ts';
export * from './system.ts';
export type * from './wire.ts';
