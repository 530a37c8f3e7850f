import type { TriggerHead } from '../../check/trigger.ts';
import type { DmlHooks, TriggerRound } from '../../data/hooks.ts';
import type { ObjectModel } from '../../schema/model.ts';
import type { ApexException } from '../../values/exception.ts';
import type { SObject } from '../../values/sobject.ts';
import type { ApexTransaction } from '../apex-transaction.ts';
import { currentTransaction } from '../context.ts';
import { caught, Postponed } from '../faults.ts';
import { TriggerFrame, type TriggerTime } from './frame.ts';

/** A trigger that is linked. */
export interface LinkedTrigger extends TriggerHead {
  run(): void;
}

/** How deep triggers may set off triggers. */
const DEEPEST = 16;
const STATUS = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';

/** The triggers of a project, as what runs around a save. Of several triggers of one event the order is by name. */
export class Triggers implements DmlHooks {
  readonly #byObject = new Map<string, LinkedTrigger[]>();

  add(trigger: LinkedTrigger): void {
    const key = trigger.object.toLowerCase();
    const all = [...(this.#byObject.get(key) ?? []), trigger];
    this.#byObject.set(
      key,
      all.sort((one, other) => (one.name < other.name ? -1 : 1)),
    );
  }

  watches(object: ObjectModel): boolean {
    return this.#byObject.has(object.name.toLowerCase());
  }

  of(object: ObjectModel): readonly LinkedTrigger[] {
    return this.#byObject.get(object.name.toLowerCase()) ?? [];
  }

  before(round: TriggerRound): void {
    this.#run('before', round);
  }

  after(round: TriggerRound): void {
    this.#run('after', round);
  }

  hearsCascades(): boolean {
    return false;
  }

  cascaded(): void {}

  inTheWay(id: string): string | null {
    return transaction().triggers.holderOf(id);
  }

  #run(time: TriggerTime, round: TriggerRound): void {
    const event = `${time} ${round.operation}`;
    const triggers = this.of(round.object).filter(({ events }) => events.some((each) => each === event));
    if (triggers.length === 0) return;
    const running = transaction();
    const frame = new TriggerFrame(time, round, running.program);
    for (const trigger of triggers) {
      if (running.triggers.depth >= DEEPEST) {
        fail(round, `${trigger.name}: maximum trigger depth exceeded`);
        return;
      }
      // Before the save a record may not be written by its own trigger.
      const held =
        time === 'before' ? (round.operation === 'delete' ? round.oldRecords : round.newRecords) : [];
      const failure = running.triggers.within(frame, trigger.name, held, () => attempt(trigger));
      if (failure) {
        const name = `${trigger.name}: execution of ${eventName(time, round)}`;
        fail(
          round,
          `${name}\n\ncaused by: ${failure['tostring/0']()}\n\n${running.stackTrace(failure.stack)}`,
        );
        return;
      }
    }
  }
}

/** Gives platform events to one of their triggers. What the trigger throws comes out. */
export function runEvents(trigger: LinkedTrigger, events: readonly SObject[]): void {
  const running = transaction();
  const { object } = events[0] as SObject;
  const round = { operation: 'insert', object, newRecords: events, oldRecords: [] } as const;
  const frame = new TriggerFrame('after', round, running.program);
  running.triggers.within(frame, trigger.name, [], () => trigger.run());
}

/** The trigger events that run in one transaction, outermost first. */
export class TriggerStack {
  readonly #frames: { frame: TriggerFrame; name: string; held: ReadonlySet<string> }[] = [];

  get depth(): number {
    return this.#frames.length;
  }

  get top(): TriggerFrame | null {
    return this.#frames.at(-1)?.frame ?? null;
  }

  /** The trigger that runs before the record is saved; null when none does. */
  holderOf(id: string): string | null {
    return this.#frames.find(({ held }) => held.has(id))?.name ?? null;
  }

  within<T>(frame: TriggerFrame, name: string, held: readonly SObject[], body: () => T): T {
    const ids = new Set(held.flatMap(({ id }) => id ?? []));
    this.#frames.push({ frame, name, held: ids });
    try {
      return body();
    } finally {
      this.#frames.pop();
    }
  }
}

function transaction(): ApexTransaction {
  return currentTransaction() as ApexTransaction;
}

/** The exception that came out of the trigger; what Apex can't catch goes on. */
function attempt(trigger: LinkedTrigger): ApexException | null {
  try {
    trigger.run();
    return null;
  } catch (error) {
    if (error instanceof Postponed) throw error;
    return caught(error);
  }
}

function fail({ operation, newRecords, oldRecords }: TriggerRound, message: string): void {
  for (const record of operation === 'delete' ? oldRecords : newRecords) {
    record.errors.push({ statusCode: STATUS, message, fields: [] });
  }
}

/** `BeforeInsert` */
function eventName(time: TriggerTime, { operation }: TriggerRound): string {
  return [time, operation].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
