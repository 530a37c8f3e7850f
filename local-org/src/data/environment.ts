import type { SObject } from '../values/sobject.ts';
import type { SaveOutcome } from './data.ts';
import type { LimitName } from '../runtime/limits.ts';
import { recordId } from './ids.ts';
import { EVERY_RECORD, FULL_ACCESS } from './access.ts';
import type { AccessRights, RecordRights } from './access.ts';
import type { QueryOptions } from './data.ts';
import { NO_HOOKS } from './hooks.ts';
import type { DmlHooks } from './hooks.ts';

/** What the data layer asks of whoever runs it: the kernel's transaction, or a test. */
export interface DataEnvironment {
  /** The running user's id. */
  userId(): string;
  organizationId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** The user's time zone, e.g. `America/Los_Angeles`. */
  timeZone(): string;
  /** Counts a limit; throws when it is exceeded. */
  use(limit: LimitName, amount: number): void;
  /** Publishes platform events that a DML statement names. */
  publish(events: readonly SObject[]): SaveOutcome[];
  /** The object whose records were written before and forbid to write this one's now; null when none do. */
  mixes(object: string, isInsert: boolean, fields: Iterable<string>): string | null;
  /** Locks a row for the transaction; false when another one has it. */
  lock(id: string): boolean;
  readonly hooks: DmlHooks;
  /** The running user's rights. */
  access(): AccessRights;
  /** Which records the running user sees and may change. */
  records(): RecordRights;
  /** Do these count for a statement in this mode? In system mode the class that runs decides. */
  respectsSharing(access: QueryOptions['access']): boolean;
}

/** An environment without limits, triggers and restrictions; `given` says what is different. */
export function plainEnvironment(userId: string, given: Partial<DataEnvironment> = {}): DataEnvironment {
  return {
    userId: () => userId,
    organizationId: () => recordId('00D', 1),
    now: () => Date.now(),
    timeZone: () => 'America/Los_Angeles',
    use: () => undefined,
    publish: () => [],
    mixes: () => null,
    lock: () => true,
    hooks: NO_HOOKS,
    access: () => FULL_ACCESS,
    records: () => EVERY_RECORD,
    respectsSharing: () => true,
    ...given,
  };
}
