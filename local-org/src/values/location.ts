import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { Value } from '../library/library.ts';
import { double } from './double.ts';
import { PlatformObject } from './value.ts';

/** The earth's mean radius, by unit. */
const RADIUS: Readonly<Record<string, number>> = { mi: 3958.8, km: 6371 };

/** A point in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Is it a unit of distance: `mi` or `km`, in any case? */
export function isUnit(text: string): boolean {
  return text.toLowerCase() in RADIUS;
}

/** Along the surface of the earth, by the haversine formula. */
export function distance(from: Point, to: Point, unit: string): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (start: number, end: number): number => Math.sin(radians(end - start) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * (RADIUS[unit.toLowerCase()] ?? NaN) * Math.asin(Math.sqrt(chord));
}

/** `System.Location`. An address may know no coordinates. */
export class Location extends PlatformObject {
  readonly latitude: number | null;
  readonly longitude: number | null;

  constructor(latitude: number | null, longitude: number | null) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Location');
  }

  /** Where it is; null when that is not known. */
  get point(): Point | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { latitude, longitude };
  }

  /** Null when one of the two is nowhere. */
  distanceTo(other: Location, unit: string): Value {
    if (!isUnit(unit))
      throwApex('System.InvalidParameterValueException', `Invalid unit of distance: ${unit}`);
    return this.point && other.point ? double(distance(this.point, other.point, unit)) : null;
  }

  *jsonFields(): Iterable<readonly [string, Value]> {
    yield ['latitude', degrees(this.latitude)];
    yield ['longitude', degrees(this.longitude)];
  }
}

/** The texts of an address. */
export const ADDRESS_TEXTS = [
  'city',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'postalCode',
  'state',
  'stateCode',
  'street',
] as const;
export type AddressText = (typeof ADDRESS_TEXTS)[number];

/** `System.Address` */
export class Address extends Location {
  /** What the object has no field for is not there. */
  readonly texts: ReadonlyMap<AddressText, string | null>;

  constructor(
    texts: ReadonlyMap<AddressText, string | null>,
    latitude: number | null,
    longitude: number | null,
  ) {
    super(latitude, longitude);
    this.texts = texts;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Address');
  }

  text(name: AddressText): string | null {
    return this.texts.get(name) ?? null;
  }

  /** As real debug logs show it. */
  override toString(): string {
    const parts = ['street', 'city', 'state', 'postalCode', 'country', 'stateCode', 'countryCode'] as const;
    const texts = parts.map((name) => this.text(name));
    const place = [...texts, this.latitude, this.longitude, this.text('geocodeAccuracy')];
    return `API address [ ${place.join(', ')}]`;
  }

  override *jsonFields(): Iterable<readonly [string, Value]> {
    yield* [...this.texts, ...super.jsonFields()].sort(([one], [other]) => (one < other ? -1 : 1));
  }
}

function degrees(value: number | null): Value {
  return value === null ? null : double(value);
}
