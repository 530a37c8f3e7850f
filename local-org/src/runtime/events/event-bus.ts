import { randomUUID } from 'node:crypto';
import type { SaveError, SaveOutcome } from '../../data/data.ts';
import { recordId } from '../../data/ids.ts';
import type { Value } from '../../library/library.ts';
import { defaultOf } from '../../library/schema/defaults.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { SObject } from '../../values/sobject.ts';
import type { Task } from '../jobs/job.ts';
import type { Org } from '../org.ts';
import type { Publication } from './event-outbox.ts';
import { EventTask } from './event-task.ts';
import { callbackTasks } from './publish-callback.ts';

/** As many events as a trigger gets at a time, where its configuration says nothing. */
const MOST_EVENTS = 2000;

/** The platform events of an org: each gets its place in the stream, and every trigger of its object hears of it. */
export class EventBus {
  readonly #org: Org;
  #lastReplayId = 0;

  constructor(org: Org) {
    this.#org = org;
  }

  /** Gives the event its place in the stream, or says what is wrong with it. */
  accept(
    given: SObject,
    userId: string,
    hasCallback = false,
  ): { readonly event: SObject | null; readonly outcome: SaveOutcome } {
    const event = new SObject(given.object);
    for (const [name, field] of given.object.fields) {
      event.load(name, given.values.get(name) ?? unsetValue(field));
    }
    const errors = problemsOf(event);
    if (errors.length > 0) {
      return { event: null, outcome: { id: null, success: false, created: false, errors } };
    }
    if (!given.values.has('eventuuid')) event.load('eventuuid', randomUUID());
    event.load('createddate', new ApexDatetime(Math.floor(this.#org.now() / 1000) * 1000));
    event.load('createdbyid', userId);
    this.place(event);
    const id = recordId(given.object.keyPrefix, this.#lastReplayId);
    return { event, outcome: { id, success: true, created: true, errors: [enqueued(event, hasCallback)] } };
  }

  /** Gives a finished event its place in the stream. */
  place(event: SObject): void {
    event.load('replayid', String(++this.#lastReplayId));
    event.isReadOnly = true;
  }

  /** An event of the platform's own. `values`: by field name. */
  raise(objectName: string, userId: string, values: Readonly<Record<string, Value>>): Task[] {
    const object = this.#org.schema.object(objectName);
    if (!object) throw new Error(`The schema has no event ${objectName}.`);
    const given = new SObject(object);
    for (const [name, value] of Object.entries(values)) given.values.set(name.toLowerCase(), value);
    const { event } = this.accept(given, userId);
    return event ? this.deliveries([{ events: [event], callback: null }]) : [];
  }

  /** A transaction for each trigger and portion, in the order of the stream, and one for each callback. */
  deliveries(publications: readonly Publication[]): Task[] {
    const events = publications.flatMap((publication) => publication.events);
    return [...this.#toTriggers(events), ...callbackTasks(publications, 'success', this.#org)];
  }

  #toTriggers(events: readonly SObject[]): Task[] {
    return [...Map.groupBy(events, (event) => event.object)].flatMap(([object, some]) =>
      this.#org.triggers.of(object).flatMap((trigger) => {
        const config = this.#org.schema.eventSubscribers.get(trigger.name);
        const size = config?.batchSize ?? MOST_EVENTS;
        const user = this.#userOf(config?.user ?? null);
        return Array.from({ length: Math.ceil(some.length / size) }, (_, at) => {
          const portion = some.slice(at * size, (at + 1) * size);
          return new EventTask({ trigger, user, events: portion, due: this.#org.now() });
        });
      }),
    );
  }

  #userOf(name: string | null): Task['user'] {
    const { storage } = this.#org;
    return (name === null ? null : storage.userNamed(name)) ?? storage.automatedProcess();
  }
}

/** The platform publishes at once, or with the transaction, as the event's definition says. */
export function isImmediate(object: ObjectModel): boolean {
  return object.publishesImmediately === true;
}

/** A result of success has one error, too: it says that the event is on its way, and how it is identified. */
function enqueued({ values }: SObject, hasCallback: boolean): SaveError {
  const statusCode = hasCallback ? 'OPERATION_WITH_CALLBACK_ENQUEUED' : 'OPERATION_ENQUEUED';
  return { statusCode, message: String(values.get('eventuuid')), fields: [] };
}

/** What a field that was not given is: its default; a checkbox is never null. */
function unsetValue(field: FieldModel): Value {
  return defaultOf(field) ?? (field.type === 'BOOLEAN' ? false : null);
}

function problemsOf({ object, values }: SObject): SaveError[] {
  const missing = [...object.fields.values()].filter(
    (field) => field.isCustom && !field.isNillable && (values.get(field.name.toLowerCase()) ?? null) === null,
  );
  if (missing.length === 0) return [];
  const fields = missing.map(({ name }) => name);
  const message = `Required fields are missing: [${fields.join(', ')}]`;
  return [{ statusCode: 'REQUIRED_FIELD_MISSING', message, fields }];
}
