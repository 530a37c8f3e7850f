import { recordId } from '../../../data/ids.ts';
import { notFound, Reply } from '../../back/reply.ts';
import { API_VERSION } from '../version.ts';
import { writeCsv, type CsvForm } from './csv.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'Aborted' | 'JobComplete' | 'Failed';

/** What jobs of both kinds tell of themselves. */
export interface BulkJob {
  readonly id: string;
  readonly userId: string;
  readonly operation: string;
  readonly object: string;
  readonly form: CsvForm;
  readonly createdAt: number;
  state: JobState;
  processed: number;
  failed: number;
  milliseconds: number;
  errorMessage: string | null;
}

/** Jobs by id; of one user the others see nothing. */
export class BulkJobs<Job extends BulkJob> {
  readonly #jobs = new Map<string, Job>();
  readonly #keyPrefix: string;
  #count = 0;

  constructor(keyPrefix: string) {
    this.#keyPrefix = keyPrefix;
  }

  newId(): string {
    return recordId(this.#keyPrefix, ++this.#count);
  }

  add(job: Job): Job {
    this.#jobs.set(job.id, job);
    return job;
  }

  /** Throws `HttpError` when there is none of this id. */
  find(id: string, userId: string): Job {
    const job = this.#jobs.get(id);
    if (job?.userId === userId) return job;
    throw notFound();
  }

  of(userId: string): Job[] {
    return [...this.#jobs.values()].filter((job) => job.userId === userId);
  }

  remove(id: string): void {
    this.#jobs.delete(id);
  }
}

/** The job as the API tells it; `more` is what one kind has alone. */
export function jobInfo(job: BulkJob, more: object): object {
  const { id, operation, object, userId, state, form, errorMessage } = job;
  const createdDate = new Date(job.createdAt).toISOString().replace('Z', '+0000');
  return {
    id,
    operation,
    object,
    createdById: userId,
    createdDate,
    systemModstamp: createdDate,
    state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(API_VERSION),
    ...form,
    ...more,
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    retries: 0,
    totalProcessingTime: Math.round(job.milliseconds),
    ...(errorMessage === null ? {} : { errorMessage }),
  };
}

export function csvReply(
  rows: readonly (readonly string[])[],
  form: CsvForm,
  headers: Record<string, string> = {},
): Reply {
  return new Reply({
    status: 200,
    bytes: new TextEncoder().encode(writeCsv(rows, form)),
    headers: { 'content-type': 'text/csv; charset=utf-8', ...headers },
  });
}
