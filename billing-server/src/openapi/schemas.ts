/** JSON Schemas of the contract as components of an OpenAPI document. 3.1 takes them as they are but for references. */
import type { Contract, Schema } from '../contract/contract.ts';

const COMPONENTS = '#/components/schemas/';

/** The same value with every reference pointing into the document. */
function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) =>
      name === '$ref'
        ? [name, COMPONENTS + String(inner).slice(String(inner).lastIndexOf('/') + 1)]
        : [name, relocated(inner)],
    ),
  );
}

export function schemaIn(schema: Schema): unknown {
  return relocated(schema);
}

export function componentSchemas({ definitions }: Contract): Record<string, unknown> {
  return relocated(definitions) as Record<string, unknown>;
}
