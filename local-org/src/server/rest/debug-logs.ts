import type { EndedTransaction } from '../../runtime/org.ts';
import type { OrgHost } from '../back/org-host.ts';
import { notFound, Reply } from '../back/reply.ts';
import { debugLog, executionOf } from './debug-log.ts';

const KEPT = 100;
const LONGEST_STATUS = 255;

/**
 * The debug logs of users with a trace flag: ApexLog lists them, their text is here. They last as long as the server
 * runs.
 */
export class DebugLogs {
  readonly #host: OrgHost;
  /** By the id of its ApexLog, the oldest first. */
  readonly #bodies = new Map<string, string>();

  constructor(host: OrgHost) {
    this.#host = host;
  }

  /** Writes a log of the transaction where its user is traced. Tests have none. */
  note(ended: EndedTransaction, label: string): void {
    const { storage, now } = this.#kernel();
    const { user, test } = ended.options;
    if (test || !storage.isTraced(user.id, now)) return;
    const execution = executionOf(ended, label);
    const body = debugLog(execution);
    storage.commit(() => {
      const id = storage.rows.insert('ApexLog', {
        Application: 'Unknown',
        DurationMilliseconds: Math.round(ended.milliseconds),
        Location: 'Monitoring',
        LogLength: Buffer.byteLength(body),
        LogUserId: user.id,
        Operation: label,
        Request: ended.options.kind === 'synchronous' ? 'Api' : 'Application',
        StartTime: now - Math.round(ended.milliseconds),
        Status: execution.exception?.slice(0, LONGEST_STATUS) ?? 'Success',
        LastModifiedDate: now,
        SystemModstamp: now,
      });
      this.#bodies.set(id, body);
      const [oldest] = this.#bodies.keys();
      if (oldest === undefined || this.#bodies.size <= KEPT) return;
      this.#bodies.delete(oldest);
      storage.rows.remove(oldest);
    });
  }

  /** Throws `HttpError` for a log that is not there any more. */
  body(id: string): Reply {
    const body = this.#bodies.get(id);
    if (body === undefined) throw notFound(`There is no log ${id}; logs last as long as the server runs.`);
    return new Reply({
      status: 200,
      bytes: new TextEncoder().encode(body),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }

  /** Of logs of a server that ran before, the text is gone. */
  forgetOld(): void {
    const { storage } = this.#kernel();
    storage.commit(() => storage.rows.removeAll('ApexLog'));
  }

  #kernel(): { storage: OrgHost['org']['kernel']['storage']; now: number } {
    const { kernel } = this.#host.org;
    return { storage: kernel.storage, now: kernel.now() };
  }
}
