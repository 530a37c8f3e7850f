import type { JsonObject } from '../../aura/json.ts';
import { isOfTooling } from '../../schema/standard/tooling-objects.ts';
import { queryOfApi } from '../../soql/dynamic.ts';
import { parseQuery } from '../../syntax/parse.ts';
import type { Identifier } from '../../syntax/ast.ts';
import type { FieldPath, SoqlQuery } from '../../syntax/soql.ts';
import type { OrgHost } from '../back/org-host.ts';
import type { ApiRequest } from '../back/reply.ts';
import { columnMetadata } from './columns.ts';
import type { Batch } from './cursors.ts';
import { badRequest } from './errors.ts';
import { rowJson, type Shape } from './values.ts';
import { dataPath } from './version.ts';

const BATCH_SIZE = 2000;
const SMALLEST_BATCH = 200;

/** `GET .../query?q=`, `queryAll?q=`; with `columns=true` what the columns are, and no rows. */
export function query(host: OrgHost, request: ApiRequest, isAll: boolean): object {
  const { q, columns } = request.query;
  if (q === undefined || q.trim() === '')
    throw badRequest('MALFORMED_QUERY', 'The parameter q has no query.');
  const base = dataPath(request);
  return host.transact(request, ({ schema, userId }) => {
    // What limits a transaction of Apex does not limit what is fetched batch by batch.
    const options = { access: 'user', isCountedApart: true } as const;
    const { records, count, object } = queryOfApi(isAll ? withDeleted(q) : q, options);
    if (isOfTooling(object) && !/\/tooling\//.test(request.path))
      throw badRequest('INVALID_TYPE', `sObject type '${object}' is not supported.`);
    const parsed = parseQuery(q);
    if (columns === 'true') return { columnMetadata: columnMetadata(parsed, schema), entityName: object };
    if (count !== null) return { totalSize: count, done: true, records: [] };
    const shape = { base, shows: selectedIn(parsed) };
    const rows = records.map((record) => rowJson(record, shape));
    return reply(host.cursors.open(userId, rows, batchSize(request)), base);
  });
}

/** `GET .../query/01g...-2000` */
export function queryMore(host: OrgHost, request: ApiRequest, locator: string): object {
  const batch = host.cursors.next(host.user(request).id, locator);
  if (batch) return reply(batch, dataPath(request));
  throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
}

function reply({ totalSize, rows, next }: Batch, base: string): JsonObject {
  const more = next === null ? {} : { nextRecordsUrl: `${base}/query/${next}` };
  return { totalSize, done: next === null, ...more, records: [...rows] };
}

function withDeleted(soql: string): string {
  return /\bALL\s+ROWS\s*$/i.test(soql) ? soql : `${soql} ALL ROWS`;
}

/** `Sforce-Query-Options: batchSize=200` */
function batchSize({ headers }: ApiRequest): number {
  const wanted = /batchSize=(\d+)/i.exec(headers?.['sforce-query-options'] ?? '')?.[1];
  return wanted === undefined ? BATCH_SIZE : Math.min(Math.max(Number(wanted), SMALLEST_BATCH), BATCH_SIZE);
}

/** Which fields the query selects: at the paths of records as `rowJson` has them. */
export function selectedIn(query: SoqlQuery): Shape['shows'] {
  const names = new Set(selectedFields(query, []).map((parts) => parts.join('.')));
  return (path, field) => [field, ALL].some((name) => names.has(path === '' ? name : `${path}.${name}`));
}

/** Of `FIELDS(ALL)` and its like. */
const ALL = '*';

function selectedFields({ select, from }: SoqlQuery, path: readonly string[]): string[][] {
  const source = from[0];
  const prefixes = [source?.path.at(-1), source?.alias].map((name) => name?.text.toLowerCase());
  const full = ({ parts }: FieldPath, before: readonly Identifier[] = []): string[] => {
    const names = [...before, ...parts].map(({ text }) => text.toLowerCase());
    return [...path, ...(names.length > 1 && prefixes.includes(names[0]) ? names.slice(1) : names)];
  };
  return select.flatMap((item): string[][] => {
    switch (item.kind) {
      case 'field':
        return [full(item.field)];
      case 'subquery':
        return selectedFields(item.query, [...path, relationshipOf(item.query)]);
      case 'typeof': {
        const { cases, otherwise, field } = item.typeOf;
        return [...cases.flatMap(({ fields }) => fields), ...(otherwise ?? [])].map((one) =>
          full(one, field.parts),
        );
      }
      case 'function':
        if (item.call.name === 'FIELDS') return [[...path, ALL]];
        return item.call.arguments.flatMap((argument) =>
          argument.kind === 'field' ? [full(argument.field)] : [],
        );
    }
  });
}

function relationshipOf({ from }: SoqlQuery): string {
  return from[0]?.path.at(-1)?.text.toLowerCase() ?? '';
}
