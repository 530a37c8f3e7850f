import { isJsonObject, type Json } from '../../aura/json.ts';

/** A request names the result of one that is not there, or has failed. */
export class UnknownReference extends Error {}

const REFERENCE = /@\{([^}]+)\}/g;

/** The value with `@{first.records[0].Id}` replaced by what the results before have there. */
export function withReferences(value: Json, results: ReadonlyMap<string, Json>): Json {
  if (typeof value === 'string') return inText(value, results);
  if (Array.isArray(value)) return value.map((item) => withReferences(item, results));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withReferences(item, results)]),
  );
}

function inText(text: string, results: ReadonlyMap<string, Json>): Json {
  const [whole, path = ''] = /^@\{([^}]+)\}$/.exec(text) ?? [];
  if (whole !== undefined) return valueAt(path, results);
  return text.replaceAll(REFERENCE, (_, inner: string) => String(valueAt(inner, results)));
}

function valueAt(path: string, results: ReadonlyMap<string, Json>): Json {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '');
  let value: Json | undefined = results.get(reference);
  for (const step of steps) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isJsonObject(value) ? value[step] : undefined;
  }
  if (value !== undefined) return value;
  throw new UnknownReference(
    `Invalid reference specified. No value for ${path} found in ${reference}. Please provide a valid reference.`,
  );
}
