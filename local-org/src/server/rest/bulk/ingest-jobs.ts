import { isJsonObject } from '../../../aura/json.ts';
import type { OrgHost } from '../../back/org-host.ts';
import { HttpError, Reply, type ApiRequest } from '../../back/reply.ts';
import { objectNamed } from '../../ui-api/session.ts';
import { badRequest } from '../errors.ts';
import { csvForm, readCsv } from './csv.ts';
import { saveRows, unknownColumn, type IngestPlan, type RowResult } from './ingest-rows.ts';
import { BulkJobs, csvReply, jobInfo, type BulkJob } from './job.ts';

interface IngestJob extends BulkJob {
  readonly operation: IngestPlan['operation'];
  readonly externalId: string | null;
  /** Who made it and how it is called in the log. */
  readonly request: ApiRequest;
  text: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  readonly results: RowResult[];
}

const OPERATIONS = ['insert', 'update', 'upsert', 'delete'];
/** As many rows as a trigger gets at a time. */
const PORTION = 200;

/** Bulk API 2.0, ingest: rows are saved between the requests, each portion in a transaction of its own. */
export class IngestJobs {
  readonly #host: OrgHost;
  readonly #jobs = new BulkJobs<IngestJob>('750');
  readonly #waiting: IngestJob[] = [];
  #timer: NodeJS.Immediate | null = null;

  constructor(host: OrgHost) {
    this.#host = host;
  }

  create(request: ApiRequest): object {
    const body = isJsonObject(request.body) ? request.body : {};
    const { object, operation, externalIdFieldName } = body;
    if (typeof object !== 'string' || !OPERATIONS.includes(String(operation)))
      throw badRequest(
        'INVALIDJOB',
        `A job needs an object, and one of the operations ${OPERATIONS.join(', ')}.`,
      );
    if (operation === 'upsert' && typeof externalIdFieldName !== 'string')
      throw badRequest('INVALIDJOB', 'An upsert needs externalIdFieldName.');
    const { name } = this.#host.transact(request, (session) => objectNamed(session, object), true);
    const job: IngestJob = {
      id: this.#jobs.newId(),
      userId: this.#host.user(request).id,
      operation: operation as IngestPlan['operation'],
      object: name,
      externalId: typeof externalIdFieldName === 'string' ? externalIdFieldName : null,
      form: csvForm(body.columnDelimiter, body.lineEnding),
      createdAt: this.#host.org.kernel.now(),
      request: { ...request, body: null },
      state: 'Open',
      processed: 0,
      failed: 0,
      milliseconds: 0,
      errorMessage: null,
      text: '',
      header: [],
      rows: [],
      results: [],
    };
    return info(this.#jobs.add(job));
  }

  upload(request: ApiRequest, id: string): Reply {
    const job = this.#find(request, id);
    if (job.state !== 'Open' || job.text !== '')
      throw badRequest('INVALIDJOBSTATE', 'The data of a job are uploaded once, while it is open.');
    job.text = new TextDecoder().decode(request.bytes ?? new Uint8Array());
    return new Reply({ status: 201 });
  }

  /** `{ "state": "UploadComplete" }` or `Aborted`. */
  close(request: ApiRequest, id: string): object {
    const job = this.#find(request, id);
    const state = isJsonObject(request.body) ? request.body.state : null;
    if (state === 'Aborted' && !isDone(job)) job.state = 'Aborted';
    else if (state === 'UploadComplete' && job.state === 'Open') this.#enqueue(job);
    else throw badRequest('INVALIDJOBSTATE', `The job is in state ${job.state}.`);
    return info(job);
  }

  info(request: ApiRequest, id: string): object {
    return info(this.#find(request, id));
  }

  list(request: ApiRequest): object {
    const records = this.#jobs.of(this.#host.user(request).id).map(info);
    return { done: true, records, nextRecordsUrl: null };
  }

  remove(request: ApiRequest, id: string): void {
    const job = this.#find(request, id);
    if (job.state === 'UploadComplete' || job.state === 'InProgress')
      throw badRequest('INVALIDJOBSTATE', 'A job that runs can not be deleted.');
    this.#jobs.remove(job.id);
  }

  successes(request: ApiRequest, id: string): Reply {
    const { header, rows, results, form } = this.#find(request, id);
    const lines = results.flatMap(({ error, id: saved, created }, at) =>
      error === null ? [[saved, String(created), ...(rows[at] ?? [])]] : [],
    );
    return csvReply([['sf__Id', 'sf__Created', ...header], ...lines], form);
  }

  failures(request: ApiRequest, id: string): Reply {
    const { header, rows, results, form } = this.#find(request, id);
    const lines = results.flatMap(({ error, id: named }, at) =>
      error === null ? [] : [[named, error, ...(rows[at] ?? [])]],
    );
    return csvReply([['sf__Id', 'sf__Error', ...header], ...lines], form);
  }

  unprocessed(request: ApiRequest, id: string): Reply {
    const { header, rows, results, form } = this.#find(request, id);
    return csvReply([header, ...rows.slice(results.length)], form);
  }

  /** Nothing more runs. */
  stop(): void {
    if (this.#timer) clearImmediate(this.#timer);
    this.#timer = null;
    this.#waiting.splice(0);
  }

  #find(request: ApiRequest, id: string): IngestJob {
    return this.#jobs.find(id, this.#host.user(request).id);
  }

  #enqueue(job: IngestJob): void {
    job.state = 'UploadComplete';
    const [header = [], ...rows] = readCsv(job.text, job.form);
    const odd = rows.findIndex((row) => row.length !== header.length);
    if (odd >= 0) return fail(job, `InvalidBatch : Row ${odd + 1} does not have ${header.length} columns.`);
    Object.assign(job, { header, rows, text: '' });
    this.#waiting.push(job);
    this.#wake();
  }

  #wake(): void {
    if (this.#waiting.length > 0) this.#timer ??= setImmediate(() => this.#next());
  }

  #next(): void {
    this.#timer = null;
    const [job] = this.#waiting;
    if (job && job.state !== 'Aborted') this.#step(job);
    if (job && job.state !== 'InProgress') this.#waiting.shift();
    this.#wake();
  }

  #step(job: IngestJob): void {
    const start = performance.now();
    job.state = 'InProgress';
    const portion = job.rows.slice(job.results.length, job.results.length + PORTION);
    try {
      const saved = this.#save(job, portion);
      if (typeof saved === 'string') return fail(job, `InvalidBatch : Field name not found : ${saved}`);
      job.results.push(...saved);
    } catch (error) {
      return fail(job, error instanceof Error ? error.message : String(error));
    }
    job.processed = job.results.length;
    job.failed = job.results.filter(({ error }) => error !== null).length;
    job.milliseconds += performance.now() - start;
    if (job.results.length === job.rows.length) job.state = 'JobComplete';
  }

  /** A column that is no field, or the results: what stops a portion as a whole is the error of each of its rows. */
  #save(job: IngestJob, portion: readonly (readonly string[])[]): RowResult[] | string {
    try {
      return this.#host.transact(job.request, (session) => {
        const { header, operation, externalId } = job;
        const plan = { object: objectNamed(session, job.object), operation, externalId, header };
        const unknown = unknownColumn(plan);
        return unknown ?? saveRows(plan, portion);
      });
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      return portion.map(() => ({
        id: '',
        created: false,
        error: `${error.error.errorCode}:${error.message}:--`,
      }));
    }
  }
}

/** Nothing can stop it any more. */
function isDone({ state }: IngestJob): boolean {
  return state === 'JobComplete' || state === 'Failed' || state === 'Aborted';
}

function fail(job: IngestJob, message: string): void {
  job.state = 'Failed';
  job.errorMessage = message;
}

function info(job: IngestJob): object {
  return jobInfo(job, {
    jobType: 'V2Ingest',
    contentUrl: `services/data/v67.0/jobs/ingest/${job.id}/batches`,
    ...(job.externalId === null ? {} : { externalIdFieldName: job.externalId }),
    apexProcessingTime: 0,
    apiActiveProcessingTime: Math.round(job.milliseconds),
  });
}
