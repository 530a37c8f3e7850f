import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { Decimal } from '../../values/decimal.ts';
import { double, type ApexDouble } from '../../values/double.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import { noNulls } from '../text/arguments.ts';

/** The earth's mean radius, by unit. */
const RADIUS: Readonly<Record<string, number>> = { mi: 3958.8, km: 6371 };

/** A point on the earth, in degrees. */
class Location extends PlatformObject {
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Location');
  }

  /** Along the surface, by the haversine formula. `unit` is `mi` or `km`. */
  distanceTo(other: Location, unit: string): ApexDouble {
    const radius = RADIUS[unit.toLowerCase()];
    if (radius === undefined)
      throwApex('System.InvalidParameterValueException', `Invalid unit of distance: ${unit}`);
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
    const chord =
      half(this.latitude, other.latitude) +
      Math.cos(radians(this.latitude)) *
        Math.cos(radians(other.latitude)) *
        half(this.longitude, other.longitude);
    return double(2 * radius * Math.asin(Math.sqrt(chord)));
  }
}

const latitude = (location: Location): ApexDouble => double(location.latitude);
const longitude = (location: Location): ApexDouble => double(location.longitude);

export const locationClass = libraryClass({
  name: 'System.Location',
  statics: {
    'newInstance(Decimal,Decimal)': noNulls(
      (north: Decimal, east: Decimal) => new Location(north.toNumber(), east.toNumber()),
    ),
    'getDistance(Location,Location,String)': noNulls((from: Location, to: Location, unit: string) =>
      from.distanceTo(to, unit),
    ),
  },
  methods: {
    'getDistance(Location,String)': noNulls((from: Location, to: Location, unit: string) =>
      from.distanceTo(to, unit),
    ),
    'getLatitude()': latitude,
    'getLongitude()': longitude,
  },
  properties: { latitude: { get: latitude }, longitude: { get: longitude } },
});
