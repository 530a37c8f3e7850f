import type { OrgHost } from './org-host.ts';

/** The longest time that a timer of Node can wait. */
const LONGEST = 2_147_483_647;

/** Runs the org's jobs when they are due, one at a time between the requests. */
export class JobClock {
  readonly #host: OrgHost;
  readonly #report: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;

  /** @param report hears of what a job met and Apex can't catch, such as something unsupported. */
  constructor(host: OrgHost, report: (error: unknown) => void) {
    this.#host = host;
    this.#report = report;
  }

  /** Looks again when the next job is due: something may have been queued. */
  wake(): void {
    this.stop();
    const { jobs } = this.#host.org.kernel;
    const due = jobs.nextDue();
    if (due === null) return;
    const wait = Math.min(Math.max(0, due - this.#host.org.kernel.now()), LONGEST);
    this.#timer = setTimeout(() => this.#run(), wait);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #run(): void {
    const { jobs } = this.#host.org.kernel;
    try {
      this.#host.named('job', jobs.waiting[0]?.label ?? 'Job', () => jobs.runNext());
    } catch (error) {
      this.#report(error);
    }
    this.wake();
  }
}
