import type { Stored } from '../data/columns.ts';
import { partsOf } from '../schema/compound.ts';
import type { SoqlFunction, SoqlFunctionArgument, SoqlValue } from '../syntax/soql.ts';
import { double } from '../values/double.ts';
import { distance, Location } from '../values/location.ts';
import { resolved, type Expression, type StatementContext } from './expressions.ts';
import { parameter, raw, sql, type Fragment } from './fragment.ts';
import { storedLiteral, toStored } from './values.ts';

/** The SQL function behind DISTANCE: two latitudes and longitudes, and the unit. */
export const DISTANCE_FUNCTION = 'soql_distance';

/** `DISTANCE(Spot__c, GEOLOCATION(37.7, -122.4), 'mi')`; empty where one of the places is unknown. */
export function distanceValue(call: SoqlFunction, context: StatementContext): Expression {
  const [from, to, unit] = call.arguments;
  const text = unit?.kind === 'value' && unit.value.kind === 'string' ? unit.value.value : '';
  const places = sql`${coordinates(from!, context)}, ${coordinates(to!, context)}`;
  return {
    sql: sql`${DISTANCE_FUNCTION}(${places}, ${parameter(() => text)})`,
    form: 'number',
    field: null,
    isFromParent: false,
    read: (stored) => (stored === null ? null : double(Number(stored))),
  };
}

/** The function behind `DISTANCE_FUNCTION`. */
export function distanceOf(...[north, east, otherNorth, otherEast, unit]: Stored[]): Stored {
  if (north === null || east === null || otherNorth === null || otherEast === null) return null;
  const from = { latitude: Number(north), longitude: Number(east) };
  return distance(from, { latitude: Number(otherNorth), longitude: Number(otherEast) }, String(unit));
}

/** Latitude and longitude. */
function coordinates(place: SoqlFunctionArgument, context: StatementContext): Fragment {
  if (place.kind === 'field') return columnsOf(place, context);
  if (place.kind === 'value') {
    const degree = (name: 'latitude' | 'longitude'): Fragment =>
      parameter(({ binds }) => {
        const bound = place.value.kind === 'bind' ? binds[place.value.index] : null;
        return bound instanceof Location ? bound[name] : null;
      });
    return sql`${degree('latitude')}, ${degree('longitude')}`;
  }
  const [north, east] = place.call.arguments.map(number);
  return sql`${north!}, ${east!}`;
}

function columnsOf(place: SoqlFunctionArgument & { kind: 'field' }, context: StatementContext): Fragment {
  const { hops, object, field } = resolved(place.field, context.scope);
  const parts = partsOf(object, field);
  const columns = ['latitude', 'longitude'].map((name) =>
    context.sources.expression({ hops, object, field: parts.get(name)! }),
  );
  return raw(columns.join(', '));
}

function number(argument: SoqlFunctionArgument): Fragment {
  const value: SoqlValue | null = argument.kind === 'value' ? argument.value : null;
  return parameter(({ binds, timeZone }) => {
    if (value?.kind === 'bind') return toStored(binds[value.index], 'number', timeZone);
    return value && storedLiteral(value, 'number');
  });
}
