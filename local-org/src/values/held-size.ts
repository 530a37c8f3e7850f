import { currentTransaction } from '../runtime/context.ts';
import { throwLimit } from '../runtime/faults.ts';
import type { Value } from '../library/library.ts';
import { Blob } from './blob.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { ApexSet } from './set.ts';
import { SObject } from './sobject.ts';

/*
 * What values hold at the least, as the platform counts: a byte for each character of a text and each byte of a Blob,
 * four for any other value, for a place in a collection and for a field. Objects of classes count as one value. What is
 * held twice counts once, but for texts. V8 says nothing of it: a text that was put together of others takes no room there
 * until it is read.
 */

const SLOT = 4;
/** The limit of a synchronous transaction; others have more. Below it nobody needs to be asked. */
const SMALLEST_LIMIT = 6_000_000;
/** Collections below it are not looked at as they grow: their texts are, one by one. */
export const FIRST_LOOK = 64;

/** A text that has been put together; emitted around these. Throws the LimitException when it alone is too large. */
export function heldText(text: string | null): string | null {
  if (text !== null && text.length > SMALLEST_LIMIT) refuseAbove(text.length);
  return text;
}

/** Throws the LimitException when so many places are too many. */
export function heldPlaces(count: number): void {
  if (count * SLOT > SMALLEST_LIMIT) refuseAbove(count * SLOT);
}

/**
 * Looks at a collection that has grown to `count`, throws the LimitException when it holds more than a transaction may,
 * and says at which count to look again: the sooner, the nearer the limit is.
 */
export function lookAt(values: Iterable<Value>, count: number): number {
  const seen = new Set<unknown>();
  let size = 0;
  for (const value of values) size += sizeOf(value, seen);
  if (size > SMALLEST_LIMIT) refuseAbove(size);
  const isFull = Math.floor(((SMALLEST_LIMIT - size) * count) / size);
  return count + Math.max(count >> 3, Math.min(count << 2, isFull >> 1));
}

function refuseAbove(size: number): void {
  const maximum = currentTransaction().limits.maximum('heap');
  if (size > maximum) throwLimit('heap', size, maximum);
}

function sizeOf(value: Value, seen: Set<unknown>): number {
  if (typeof value === 'string') return SLOT + value.length;
  if (typeof value !== 'object' || value === null) return SLOT;
  if (value instanceof Blob) return seen.has(value) ? SLOT : (seen.add(value), SLOT + value.bytes.length);
  const parts = partsOf(value);
  if (!parts || seen.has(value)) return SLOT;
  seen.add(value);
  let size = SLOT;
  for (const part of parts) size += sizeOf(part, seen);
  return size;
}

/** What a record or a collection holds; null for anything else. */
function partsOf(value: Value): Iterable<Value> | null {
  if (value instanceof SObject) return value.values.values();
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return value.table.keys();
  if (value instanceof ApexMap) return value.table.values();
  return null;
}
