import { partsOf } from '../schema/compound.ts';
import type { SoqlFunction, SoqlFunctionArgument } from '../syntax/soql.ts';
import { isUnit } from '../values/location.ts';
import type { CheckContext } from './check.ts';
import { checkPath } from './check-select.ts';

/** `DISTANCE(Spot__c, GEOLOCATION(37.7, -122.4), 'mi')` */
export function checkDistance(call: SoqlFunction, context: CheckContext): void {
  const refuse = (message: string): void =>
    context.report({ code: 'soql/function', span: call.span, message });
  const unit = call.arguments.at(-1);
  const text = unit?.kind === 'value' && unit.value.kind === 'string' ? unit.value.value : '';
  if (!isUnit(text)) refuse("The unit of DISTANCE is 'mi' or 'km'.");
  for (const place of call.arguments.slice(0, -1)) checkPlace(place, refuse, context);
}

function checkPlace(
  place: SoqlFunctionArgument,
  refuse: (message: string) => void,
  context: CheckContext,
): void {
  if (place.kind !== 'field') return;
  const found = checkPath(place.field, context);
  if (found && !partsOf(found.object, found.field).has('latitude'))
    refuse(`DISTANCE takes geolocations and addresses, '${found.field.name}' is none.`);
}
