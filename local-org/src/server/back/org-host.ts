import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocalOrg } from '../../local-org.ts';
import { PageSources } from '../../pages/sources.ts';
import type { UserContext } from '../../runtime/transaction.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { asApexException } from '../../runtime/faults.ts';
import { QueryCursors } from '../rest/cursors.ts';
import { restError } from '../rest/errors.ts';
import { IngestJobs } from '../rest/bulk/ingest-jobs.ts';
import { QueryJobs } from '../rest/bulk/query-jobs.ts';
import { DebugLogs } from '../rest/debug-logs.ts';
import { TestCoverage } from '../rest/test-coverage.ts';
import { TestRuns } from '../rest/test-runs.ts';
import { currentSession, type Session } from '../ui-api/session.ts';
import { apexErrorReply } from './apex-error.ts';
import { Created, HttpError, Reply, type ApiReply, type ApiRequest } from './reply.ts';
import { type LogEntry, RequestLog } from './request-log.ts';
import { routes } from './routes.ts';

const RECENT = 200;

/** What is set for a running org from outside. */
export interface HostSettings {
  /** The app that is shown first; by default the project's first. */
  readonly app: string | null;
}

/** An org that answers requests, one after another. */
export class OrgHost {
  readonly log = new RequestLog();
  readonly settings: HostSettings;
  #org: LocalOrg;
  #sources: PageSources;
  /** What the request that runs is called in the log; null keeps it out of the log. */
  #request: { readonly kind: LogEntry['kind']; readonly label: string } | null = null;
  readonly #recent = new Map<string, string[]>();
  /** Queries of the REST API whose rows have not all been fetched. */
  readonly cursors = new QueryCursors();
  readonly testRuns = new TestRuns(this);
  readonly coverage = new TestCoverage(this);
  readonly debugLogs = new DebugLogs(this);
  readonly bulk = { ingest: new IngestJobs(this), query: new QueryJobs(this) };
  /** Of `together`: what the requests inside of it share. */
  #shared: Session | null = null;

  constructor(org: LocalOrg, settings: HostSettings) {
    this.settings = settings;
    this.#org = org;
    this.#sources = new PageSources(org.project);
    this.#watch(org);
    this.debugLogs.forgetOld();
    void this.coverage.forget();
  }

  get org(): LocalOrg {
    return this.#org;
  }

  get sources(): PageSources {
    return this.#sources;
  }

  /** Everything that is wrong with the project's files. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#org.diagnostics, ...this.#sources.diagnostics];
  }

  /** Takes over what changed in the project's files; gives what could not be kept. */
  reload(): readonly string[] {
    const { org, reset } = this.#org.reload();
    this.#org = org;
    this.#sources = new PageSources(org.project);
    this.#watch(org);
    void this.coverage.forget();
    return reset;
  }

  handle(request: ApiRequest): ApiReply {
    try {
      this.#checkToken(request);
      const found = routes.find(request);
      if (!found) throw new HttpError(404, 'NOT_FOUND', `There is nothing at ${request.path}.`);
      if (!found.handler)
        throw new HttpError(405, 'METHOD_NOT_ALLOWED', `${request.path} takes ${found.allowed.join(', ')}.`);
      const body = found.handler(this, request, found.parts);
      if (body instanceof Reply) return body.reply;
      if (body instanceof Created) return { status: 201, body: body.body };
      return body === undefined ? { status: 204 } : { status: 200, body };
    } catch (error) {
      return errorReply(error, request);
    }
  }

  user({ userId, from }: Pick<ApiRequest, 'userId' | 'from'>): UserContext {
    const { storage } = this.#org.kernel;
    if (userId !== null) return storage.userContext(userId);
    return from === 'site' ? storage.siteGuest() : storage.userContext(this.defaultUserId());
  }

  /** A token holds as long as its user is active. */
  #checkToken({ from, userId }: ApiRequest): void {
    if (from !== 'token' || userId === null || this.#org.kernel.storage.isActive(userId)) return;
    throw new HttpError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }

  hasUser(id: string): boolean {
    const { schema } = this.#org.kernel;
    if (!/^[A-Za-z0-9]{15,18}$/.test(id) || schema.objectOfKeyPrefix(id.slice(0, 3))?.name !== 'User')
      return false;
    return this.#org.query(`SELECT Id FROM User WHERE Id = '${id}'`).length > 0;
  }

  /** The first person who is no administrator of the org's beginning, else the administrator. */
  defaultUserId(): string {
    const administrator = this.#org.kernel.storage.administrator.id;
    const [other] = this.#org.query(
      `SELECT Id FROM User WHERE IsActive = true AND UserType = 'Standard' AND Id != '${administrator}' ORDER BY CreatedDate, Id LIMIT 1`,
    );
    return typeof other?.Id === 'string' ? other.Id : administrator;
  }

  /**
   * Runs a handler of pages or data in a transaction of the request's user. Throws `HttpError`; what Apex throws, too.
   * `isQuiet`: the log does not show it.
   */
  transact<T>(request: ApiRequest, body: (session: Session) => T, isQuiet = false): T {
    if (this.#shared) return this.#part(this.#shared, request, body);
    const user = this.user(request);
    this.#request = isQuiet
      ? null
      : {
          kind: isOfUiApi(request) ? 'ui-api' : 'rest',
          label: `${request.method} ${request.path.replace(/^\/services\/data\/v\d+\.0/, '')}`,
        };
    const recent = this.#recent.get(user.id) ?? [];
    const outcome = this.#org.kernel.transact({ kind: 'synchronous', user }, (): T | HttpError => {
      try {
        return body(currentSession(this.#sources, recent));
      } catch (error) {
        if (error instanceof HttpError) return error;
        throw error;
      }
    });
    this.#request = null;
    if (outcome.exception) throw errorOf(request, outcome.exception, outcome.transaction);
    if (outcome.value instanceof HttpError) throw outcome.value;
    return outcome.value as T;
  }

  /**
   * Runs requests in one transaction: each that `body` hands to `handle` undoes its own work when it fails.
   * `body` gets what undoes the work of all.
   */
  together<T>(request: ApiRequest, body: (undo: () => void) => T): T {
    return this.transact(request, (session) => {
      const { data } = currentTransaction();
      const start = data.setSavepoint();
      this.#shared = session;
      try {
        return body(() => data.rollback(start));
      } finally {
        this.#shared = null;
      }
    });
  }

  #part<T>(session: Session, request: ApiRequest, body: (session: Session) => T): T {
    const transaction = currentTransaction();
    const start = transaction.data.setSavepoint();
    try {
      return body(session);
    } catch (error) {
      transaction.data.rollback(start);
      throw error instanceof HttpError ? error : errorOf(request, asApexException(error), transaction);
    }
  }

  /** Ends what runs behind the scenes. */
  async close(): Promise<void> {
    this.testRuns.stop();
    this.bulk.ingest.stop();
    await this.coverage.close();
    await this.#org.close();
  }

  /** Runs something that makes its own transaction, under this name in the log. */
  named<T>(kind: LogEntry['kind'], label: string, body: () => T): T {
    this.#request = { kind, label };
    try {
      return body();
    } finally {
      this.#request = null;
    }
  }

  /** The user has looked at a record. */
  noteView(userId: string, recordId: string): void {
    const others = (this.#recent.get(userId) ?? []).filter((id) => id !== recordId);
    this.#recent.set(userId, [recordId, ...others].slice(0, RECENT));
  }

  #watch(org: LocalOrg): void {
    org.kernel.onTransaction = (ended) => {
      const { kind, label } = ended.options;
      const isJob = kind !== 'synchronous';
      const shown = this.#request ?? (isJob ? ({ kind: 'job', label: label ?? kind } as const) : null);
      if (!shown) return;
      this.log.add(shown.kind, shown.label, ended);
      this.debugLogs.note(ended, shown.label);
    };
  }
}

function isOfUiApi({ path }: ApiRequest): boolean {
  return path.includes('/ui-api/');
}

function errorOf(request: ApiRequest, ...thrown: Parameters<typeof apexErrorReply>): HttpError {
  return isOfUiApi(request) ? apexErrorReply(...thrown) : restError(...thrown);
}

/** Salesforce's resources give a list of errors, the local org's own one error. */
function errorReply(error: unknown, { path }: ApiRequest): ApiReply {
  const { status, error: body } = error instanceof HttpError ? error : unexpected(error);
  return { status, body: path.startsWith('/local/') ? body : [body] };
}

/** What the local org can't do, or a defect of it: the browser shows the text. */
function unexpected(error: unknown): HttpError {
  return new HttpError(500, 'UNKNOWN_EXCEPTION', error instanceof Error ? error.message : String(error));
}
