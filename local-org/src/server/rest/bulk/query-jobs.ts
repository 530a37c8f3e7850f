import { isJsonObject, type Json } from '../../../aura/json.ts';
import { queryText } from '../../../soql/dynamic.ts';
import { parseQuery } from '../../../syntax/parse.ts';
import type { OrgHost } from '../../back/org-host.ts';
import type { ApiRequest, Reply } from '../../back/reply.ts';
import { columnMetadata, type Column } from '../columns.ts';
import { badRequest } from '../errors.ts';
import { rowJson } from '../values.ts';
import { dataPath } from '../version.ts';
import { csvForm } from './csv.ts';
import { BulkJobs, csvReply, jobInfo, type BulkJob } from './job.ts';

interface QueryJob extends BulkJob {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** As many as a page of results has where nothing is said. */
const PAGE = 50_000;

/** Bulk API 2.0, queries: a query runs when its job is made, in one transaction. */
export class QueryJobs {
  readonly #host: OrgHost;
  readonly #jobs = new BulkJobs<QueryJob>('750');

  constructor(host: OrgHost) {
    this.#host = host;
  }

  create(request: ApiRequest): object {
    const body = isJsonObject(request.body) ? request.body : {};
    const { query, operation = 'query' } = body;
    if (typeof query !== 'string' || !/^query(All)?$/.test(String(operation)))
      throw badRequest('INVALIDJOB', 'A job needs the operation query or queryAll, and a query.');
    const form = csvForm(body.columnDelimiter, body.lineEnding);
    const start = performance.now();
    const result = this.#run(request, query, operation === 'queryAll');
    const job: QueryJob = {
      id: this.#jobs.newId(),
      userId: this.#host.user(request).id,
      operation: String(operation),
      form,
      createdAt: this.#host.org.kernel.now(),
      state: 'JobComplete',
      processed: result.rows.length,
      failed: 0,
      milliseconds: performance.now() - start,
      errorMessage: null,
      ...result,
    };
    return { ...info(this.#jobs.add(job)), state: 'UploadComplete' };
  }

  info(request: ApiRequest, id: string): object {
    return info(this.#find(request, id));
  }

  list(request: ApiRequest): object {
    const records = this.#jobs.of(this.#host.user(request).id).map(info);
    return { done: true, records, nextRecordsUrl: null };
  }

  /** `locator` says where to go on; `maxRecords` how many rows at most. */
  results(request: ApiRequest, id: string): Reply {
    const { columns, rows, form } = this.#find(request, id);
    const start = Number(request.query.locator ?? 0);
    if (!Number.isInteger(start) || start < 0)
      throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
    const end = Math.min(rows.length, start + mostRecords(request));
    return csvReply([columns, ...rows.slice(start, end)], form, {
      'sforce-locator': end < rows.length ? String(end) : 'null',
      'sforce-numberofrecords': String(end - start),
    });
  }

  /** A job is done when it is there, so there is nothing to abort. */
  abort(request: ApiRequest, id: string): never {
    const { state } = this.#find(request, id);
    throw badRequest('INVALIDJOBSTATE', `Aborting Job not allowed, since the job is in state ${state}`);
  }

  remove(request: ApiRequest, id: string): void {
    this.#jobs.remove(this.#find(request, id).id);
  }

  #find(request: ApiRequest, id: string): QueryJob {
    return this.#jobs.find(id, this.#host.user(request).id);
  }

  #run(request: ApiRequest, soql: string, isAll: boolean): Pick<QueryJob, 'columns' | 'rows' | 'object'> {
    return this.#host.transact(request, ({ schema }) => {
      const text = isAll ? `${soql} ALL ROWS` : soql;
      const { records, count, object } = queryText(text, { access: 'user', isCountedApart: true });
      const columns = columnMetadata(parseQuery(soql), schema);
      if (count !== null || columns.some(({ aggregate }) => aggregate))
        throw badRequest('API_ERROR', 'Aggregate Relationship not supported in Bulk Query');
      const paths = columns.map(pathOf);
      const shape = { base: dataPath(request), shows: () => true };
      const rows = records.map((record) => {
        const row = rowJson(record, shape);
        return paths.map((path) => textOf(path.reduce<Json>(memberOf, row)));
      });
      return { object, rows, columns: paths.map((path) => path.join('.')) };
    });
  }
}

function mostRecords({ query }: ApiRequest): number {
  const most = Number(query.maxRecords ?? PAGE);
  if (Number.isInteger(most) && most > 0) return most;
  throw badRequest('INVALIDJOB', `maxRecords must be a whole number above 0: ${query.maxRecords}`);
}

function info(job: QueryJob): object {
  return jobInfo(job, { jobType: 'V2Query' });
}

function pathOf({ columnName, joinColumns }: Column): string[] {
  const [inner] = joinColumns;
  return inner ? [columnName, ...pathOf(inner)] : [columnName];
}

function memberOf(owner: Json, name: string): Json {
  if (!isJsonObject(owner)) return null;
  const key = Object.keys(owner).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? null : (owner[key] ?? null);
}

function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
