/** Names and places that nobody has. */

const FIRST = [
  'Blue Heron',
  'Granite',
  'Northwind',
  'Copper Hill',
  'Silver Birch',
  'Harbor',
  'Prairie',
  'Redwood',
  'Juniper',
  'Lakeside',
  'Sandstone',
  'Evergreen',
  'Falcon',
  'Maple',
  'Riverbend',
  'Cobalt',
];
const LAST = [
  'Logistics',
  'Foods',
  'Dental Group',
  'Robotics',
  'Law Partners',
  'Print Works',
  'Clinics',
  'Architects',
  'Brewing',
  'Textiles',
  'Mechanics',
  'Media',
  'Seeds',
  'Marine',
  'Analytics',
  'Hotels',
];
const GIVEN = [
  'Ana',
  'Ben',
  'Chioma',
  'Dmitri',
  'Elif',
  'Farah',
  'Gus',
  'Hana',
  'Ivo',
  'Jun',
  'Kofi',
  'Lena',
  'Mateo',
  'Nadia',
  'Omar',
  'Priya',
];
const FAMILY = [
  'Reyes',
  'Larsen',
  'Okafor',
  'Petrov',
  'Demir',
  'Haddad',
  'Moreau',
  'Tanaka',
  'Novak',
  'Kim',
  'Mensah',
  'Weber',
  'Silva',
  'Rahman',
  'Aziz',
  'Nair',
];
const STREETS = [
  'Harbor Road',
  'Mill Lane',
  'Station Street',
  'Orchard Avenue',
  'Quarry Way',
  'Depot Drive',
  'Canal Street',
  'Ridge Road',
];
const PLACES = [
  ['Tacoma', 'WA', '98402'],
  ['Austin', 'TX', '78701'],
  ['Boise', 'ID', '83702'],
  ['Dayton', 'OH', '45402'],
  ['Portland', 'ME', '04101'],
  ['Tucson', 'AZ', '85701'],
  ['Duluth', 'MN', '55802'],
  ['Macon', 'GA', '31201'],
] as const;

/** Somebody to bill, in the form that the API takes. */
export interface PartySeed {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly line1: string;
  readonly city: string;
  readonly region: string;
  readonly code: string;
}

const pick = <Item>(items: readonly Item[], random: () => number): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** The next one of a stream of random numbers; the number keeps names apart. */
export function partySeed(random: () => number, number: number): PartySeed {
  const first = pick(GIVEN, random);
  const last = pick(FAMILY, random);
  const [city, region, code] = pick(PLACES, random);
  return {
    name: `${pick(FIRST, random)} ${pick(LAST, random)} ${number}`,
    first,
    last,
    email: `${first}.${last}.${number}@customer.example`.toLowerCase(),
    line1: `${1 + Math.floor(random() * 980)} ${pick(STREETS, random)}`,
    city,
    region,
    code,
  };
}
