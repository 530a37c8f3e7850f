import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { parseSearch, SoqlSyntaxError } from '../../syntax/parse.ts';
import type { SoslQuery } from '../../syntax/soql.ts';
import type { ApexList } from '../../values/list.ts';
import { bindsOf } from '../binds.ts';
import { nameOf, refuse, valueOf } from '../dynamic.ts';
import { currentBinds } from '../scope-binds.ts';
import { accessOf, checkSearch } from './check.ts';
import { search } from './search.ts';

/** Runs `Search.query(text)`. Throws `System.QueryException` for anything wrong with the text. */
export function searchText(text: string, access: 'user' | 'system'): ApexList {
  const { schema } = currentTransaction();
  const query = parseOrThrow(text);
  checkSearch(query, schema, [], (problem) => refuse(problem, text));
  const resolve = currentBinds();
  const binds = bindsOf(query).map((bind) => valueOf(nameOf(bind.expression), resolve, false));
  return search(query, binds, accessOf(query) ?? access);
}

function parseOrThrow(text: string): SoslQuery {
  try {
    return parseSearch(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) return throwApex('System.QueryException', error.message);
    throw error;
  }
}
