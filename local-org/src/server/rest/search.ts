import { searchText } from '../../soql/search/dynamic.ts';
import { returningQuery } from '../../soql/search/returning.ts';
import { parseSearch, SoqlSyntaxError } from '../../syntax/parse.ts';
import type { SoslQuery } from '../../syntax/soql.ts';
import type { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import type { OrgHost } from '../back/org-host.ts';
import type { ApiRequest } from '../back/reply.ts';
import { badRequest } from './errors.ts';
import { selectedIn } from './query.ts';
import { rowJson } from './values.ts';
import { dataPath } from './version.ts';

/** `GET .../search?q=FIND {...}`: the records of all objects in one list. */
export function search(host: OrgHost, request: ApiRequest): object {
  const { q } = request.query;
  if (q === undefined || q.trim() === '')
    throw badRequest('MALFORMED_SEARCH', 'The parameter q has no search.');
  const { returning } = parsed(q);
  return host.transact(request, () => {
    const found = searchText(q, 'user').items as ApexList[];
    const searchRecords = returning.flatMap((part, at) => {
      const shape = { base: dataPath(request), shows: selectedIn(returningQuery(part)) };
      return ((found[at]?.items ?? []) as SObject[]).map((record) => rowJson(record, shape));
    });
    return { searchRecords };
  });
}

function parsed(text: string): SoslQuery {
  try {
    return parseSearch(text);
  } catch (error) {
    if (error instanceof SoqlSyntaxError) throw badRequest('MALFORMED_SEARCH', error.message);
    throw error;
  }
}
