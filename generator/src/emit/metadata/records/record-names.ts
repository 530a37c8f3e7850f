import { createHash } from 'node:crypto';

/** Longest developer name and label of a custom metadata record. */
export const recordNameLimit = 40;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Letters, digits and single underscores, the first a letter, the last no underscore. */
function plain(parts: readonly string[]): string {
  const name = parts
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(name) ? name : `X${name && '_'}${name}`;
}

/** The name with a hash of all that it stands for, so that cutting it off loses nothing. */
function hashed(name: string, key: string): string {
  const hash = digest(key);
  const head = name.slice(0, recordNameLimit - hash.length - 1).replace(/_+$/, '');
  return `${head}_${hash}`;
}

/**
 * Developer names for records, each known by its parts. A name depends on its own parts alone, so that a record that
 * comes later renames none that is released; only names that differ in nothing but case are told apart by their order.
 */
export function recordNames(keys: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  return keys.map((parts) => {
    const wanted = plain(parts);
    let key = parts.join('\0');
    let name = wanted.length > recordNameLimit ? hashed(wanted, key) : wanted;
    while (taken.has(name.toLowerCase())) {
      name = hashed(wanted, key);
      key += '\0';
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
