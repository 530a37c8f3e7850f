import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

const CONTEXT = Symbol('EventBus.TriggerContext');

/** `EventBus.TriggerContext`: what a trigger of platform events knows of its delivery. */
export class TriggerContext extends PlatformObject {
  readonly retries: number;
  readonly lastError: string | null;
  checkpoint: string | null = null;
  #undo: (() => void) | null = null;

  constructor(retries: number, lastError: string | null) {
    super();
    this.retries = retries;
    this.lastError = lastError;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('EventBus.TriggerContext');
  }

  /** From here on it is the running transaction's. */
  begin(): void {
    currentTransaction().state(CONTEXT, (): TriggerContext => this);
  }

  /** What was done up to here stays, whatever comes after. */
  set(replayId: string): void {
    this.checkpoint = replayId;
    this.#undo = currentTransaction().mark();
  }

  /** Undoes what came after the checkpoint; false when the trigger has set none. */
  goBack(): boolean {
    this.#undo?.();
    return this.#undo !== null;
  }

  /** The events behind the checkpoint, which come in a new transaction; none when the trigger has set none. */
  after(events: readonly SObject[]): readonly SObject[] {
    if (this.checkpoint === null) return [];
    return events.slice(events.findIndex((event) => event.values.get('replayid') === this.checkpoint) + 1);
  }
}

function setCheckpoint(context: TriggerContext, replayId: string | null): void {
  if (replayId === null || !/^\d+$/.test(replayId)) {
    throwApex('EventBus.InvalidReplayIdException', `The replay ID is not valid: ${replayId}`);
  }
  context.set(replayId);
}

export const triggerContextClass = libraryClass({
  name: 'EventBus.TriggerContext',
  statics: {
    'currentContext()': () =>
      currentTransaction().state(CONTEXT, () =>
        throwApex('System.UnexpectedException', 'There is no trigger of platform events that runs here.'),
      ),
  },
  methods: {
    'getResumeCheckpoint()': (context: TriggerContext) => context.checkpoint,
    'setResumeCheckpoint(String)': setCheckpoint,
  },
  properties: {
    retries: { get: (context: TriggerContext) => context.retries },
    lastError: { get: (context: TriggerContext) => context.lastError },
  },
});
