import { throwApex } from '../runtime/faults.ts';
import type { SoqlQuery } from '../syntax/soql.ts';
import { MAXIMUM_OFFSET } from './check-paging.ts';
import { parameter, raw, sql, type Fragment, type Parameter } from './fragment.ts';
import { storedLiteral, toStored } from './values.ts';

/** ` LIMIT ? OFFSET ?` or nothing. */
export function pagingSql(query: SoqlQuery): Fragment {
  const limit = limitParameter(query);
  const offset = offsetParameter(query);
  if (!limit && !offset) return raw('');
  const most = limit ? parameter(limit) : raw('-1');
  return offset ? sql` LIMIT ${most} OFFSET ${parameter(offset)}` : sql` LIMIT ${most}`;
}

export function limitParameter({ limit }: SoqlQuery): Parameter | null {
  return limit && numberOf('LIMIT', limit);
}

/** Throws `System.QueryException` for more than the platform's maximum. */
export function offsetParameter({ offset }: SoqlQuery): Parameter | null {
  if (!offset) return null;
  const number = numberOf('OFFSET', offset);
  return (context) => {
    const value = number(context);
    if (Number(value) <= MAXIMUM_OFFSET) return value;
    return throwApex('System.QueryException', `Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
  };
}

function numberOf(clause: string, value: NonNullable<SoqlQuery['limit']>): Parameter {
  return (context) => {
    const bound = value.kind === 'bind' ? context.binds[value.index] : null;
    const number =
      value.kind === 'bind' ? toStored(bound, 'integer', context.timeZone) : storedLiteral(value, 'integer');
    if (number !== null && Number(number) >= 0) return number;
    return throwApex('System.QueryException', `Invalid ${clause}: ${String(number)}`);
  };
}
