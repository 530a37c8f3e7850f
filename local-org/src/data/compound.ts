import type { Value } from '../library/library.ts';
import type { FieldModel } from '../schema/model.ts';
import type { Decimal } from '../values/decimal.ts';
import { Address, ADDRESS_TEXTS, Location, type AddressText } from '../values/location.ts';

/** The Address or Location that parts make, given by their names; null when all of them are empty. */
export function compoundValue({ type }: FieldModel, parts: ReadonlyMap<string, Value>): Value {
  if ([...parts.values()].every((value) => value === null)) return null;
  const latitude = degrees(parts.get('latitude') ?? null);
  const longitude = degrees(parts.get('longitude') ?? null);
  if (type === 'LOCATION') return new Location(latitude, longitude);
  const texts = new Map<AddressText, string | null>();
  for (const name of ADDRESS_TEXTS) if (parts.has(name)) texts.set(name, parts.get(name) as string | null);
  return new Address(texts, latitude, longitude);
}

function degrees(value: Decimal | null): number | null {
  return value === null ? null : value.toNumber();
}
