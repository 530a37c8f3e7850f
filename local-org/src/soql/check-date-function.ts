import { storedForm } from '../data/columns.ts';
import type { FieldPath, SoqlFunction } from '../syntax/soql.ts';
import type { CheckContext } from './check.ts';
import { checkPath } from './check-select.ts';
import { DATETIME_ONLY } from './functions.ts';
import type { ResolvedField } from './scope.ts';

/** `CALENDAR_YEAR(CloseDate)`, `HOUR_IN_DAY(convertTimezone(CreatedDate))`. */
export function checkDateFunction(call: SoqlFunction, context: CheckContext): void {
  const [argument] = call.arguments;
  const inner =
    argument?.kind === 'function' && argument.call.name === 'CONVERTTIMEZONE' ? argument.call : null;
  const first = inner ? inner.arguments[0] : argument;
  if (first?.kind !== 'field' || call.arguments.length > 1) {
    const message = `${call.name} takes one Date or Datetime field.`;
    return context.report({ code: 'soql/function', span: call.span, message });
  }
  const found = checkPath(first.field, context);
  if (found) checkForm(call, first.field, found, inner !== null, context);
}

function checkForm(
  call: SoqlFunction,
  path: FieldPath,
  found: ResolvedField,
  converts: boolean,
  context: CheckContext,
): void {
  const form = storedForm(found.field);
  const needsTime = converts || DATETIME_ONLY.has(call.name);
  if (form === 'datetime' || (form === 'date' && !needsTime)) return;
  const name = converts ? 'convertTimezone' : call.name;
  const message = `field '${found.field.name}' can not be used in ${name}: it is no ${needsTime ? 'Datetime' : 'Date or Datetime'}.`;
  context.report({ code: 'soql/function', span: path.span, message });
}
