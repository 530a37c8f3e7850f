import type { Scalar, TypeRef } from '../model/model.ts';

const scalarNames: Readonly<Record<Scalar, string>> = {
  string: 'text (string)',
  text: 'text (Text)',
  id: 'an identifier (Id)',
  'numeric-id': 'a numeric identifier (NumericId)',
  'date-time': 'an instant (DateTime)',
  date: 'a day (DateOnly)',
  decimal: 'a decimal number (Decimal)',
  integer: 'a whole number (Integer)',
  number: 'a number (number)',
  boolean: 'true or false (boolean)',
  unknown: 'of an unknown type (unknown)',
};

/** A type of the billing API, for people. */
export function nameOfType(type: TypeRef): string {
  switch (type.kind) {
    case 'scalar':
      return scalarNames[type.scalar];
    case 'literals':
      return `one of ${type.values.map((value) => `'${value}'`).join(', ')}`;
    case 'type':
      return type.name;
    case 'array':
      return `a list of ${type.of.kind === 'type' ? type.of.name : 'values'}`;
  }
}
