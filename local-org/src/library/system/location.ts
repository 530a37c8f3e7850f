import type { Decimal } from '../../values/decimal.ts';
import { double } from '../../values/double.ts';
import { ADDRESS_TEXTS, Location, type Address, type AddressText } from '../../values/location.ts';
import { libraryClass, type LibraryClass, type Value } from '../library.ts';
import { printedByGetters } from '../objects/printed.ts';
import { noNulls } from '../text/arguments.ts';

const degrees = (value: number | null): Value => (value === null ? null : double(value));
const latitude = (location: Location): Value => degrees(location.latitude);
const longitude = (location: Location): Value => degrees(location.longitude);

const methods: NonNullable<LibraryClass['methods']> = {
  'getDistance(Location,String)': noNulls((from: Location, to: Location, unit: string) =>
    from.distanceTo(to, unit),
  ),
  'getLatitude()': latitude,
  'getLongitude()': longitude,
};
const properties: NonNullable<LibraryClass['properties']> = {
  latitude: { get: latitude },
  longitude: { get: longitude },
};

const locationDefinition = libraryClass({
  name: 'System.Location',
  statics: {
    'newInstance(Decimal,Decimal)': noNulls(
      (north: Decimal, east: Decimal) => new Location(north.toNumber(), east.toNumber()),
    ),
    'getDistance(Location,Location,String)': noNulls((from: Location, to: Location, unit: string) =>
      from.distanceTo(to, unit),
    ),
  },
  methods,
  properties,
});

export const locationClass = printedByGetters(locationDefinition);

const text =
  (name: AddressText) =>
  (address: Address): Value =>
    address.text(name);
const getter = (name: AddressText): string => `get${name.charAt(0).toUpperCase()}${name.slice(1)}()`;

export const addressClass = libraryClass({
  name: 'System.Address',
  methods: { ...methods, ...Object.fromEntries(ADDRESS_TEXTS.map((name) => [getter(name), text(name)])) },
  properties: {
    ...properties,
    ...Object.fromEntries(ADDRESS_TEXTS.map((name) => [name, { get: text(name) }])),
  },
});
