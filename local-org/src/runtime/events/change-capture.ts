import { randomUUID } from 'node:crypto';
import type { DmlHooks, TriggerRound } from '../../data/hooks.ts';
import { DataObject } from '../../library/objects/data-object.ts';
import { listOf } from '../../library/schema/collections.ts';
import { changeEventName } from '../../schema/change-event.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import { looseEquals } from '../../values/equality.ts';
import type { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import { currentTransaction } from '../context.ts';
import type { Triggers } from '../triggers/triggers.ts';

/** The setting that `Test.enableChangeDataCapture()` leaves. */
export const CAPTURES_ALL = 'changeDataCapture';

const CHANGE_TYPES = { insert: 'CREATE', update: 'UPDATE', delete: 'DELETE', undelete: 'UNDELETE' } as const;
const COMMIT = Symbol('change events of the transaction');

/** What the change events of one transaction share. */
interface Commit {
  readonly key: string;
  readonly number: bigint;
  events: number;
}

/** Which of an event's fields a change fills, with which record's values. */
interface Change {
  readonly record: SObject;
  /** In lower case. */
  readonly fields: readonly string[];
  readonly nulled: readonly string[];
}

/**
 * Change Data Capture: beside the triggers that run around a save, the change events that tell of it when it commits.
 * They are made of objects that a channel has selected, or of all in a test that says so, where a trigger listens.
 */
export class ChangeCapture implements DmlHooks {
  readonly #triggers: Triggers;
  readonly #schema: OrgSchema;
  /** The change event of each object that a trigger listens to. */
  readonly #events = new Map<ObjectModel, ObjectModel | null>();
  #commits = 0;

  constructor(triggers: Triggers, schema: OrgSchema) {
    this.#triggers = triggers;
    this.#schema = schema;
  }

  watches(object: ObjectModel): boolean {
    return this.#triggers.watches(object) || this.#eventOf(object) !== null;
  }

  before(round: TriggerRound): void {
    this.#triggers.before(round);
  }

  after(round: TriggerRound): void {
    this.cascaded(round);
    this.#triggers.after(round);
  }

  hearsCascades(object: ObjectModel): boolean {
    return this.#eventOf(object) !== null;
  }

  cascaded(round: TriggerRound): void {
    const event = this.#eventOf(round.object);
    if (event) currentTransaction().tell(changeEvents(event, round, this.#commit()));
  }

  inTheWay(id: string): string | null {
    return this.#triggers.inTheWay(id);
  }

  #eventOf(object: ObjectModel): ObjectModel | null {
    let event = this.#events.get(object);
    if (event === undefined) {
      const found = this.#schema.object(changeEventName(object.name));
      event = found && this.#triggers.watches(found) ? found : null;
      this.#events.set(object, event);
    }
    return event && this.#isCaptured(event) ? event : null;
  }

  #commit(): Commit {
    return currentTransaction().state(COMMIT, () => ({
      key: randomUUID(),
      number: BigInt(++this.#commits),
      events: 0,
    }));
  }

  #isCaptured({ name }: ObjectModel): boolean {
    const isTold = currentTransaction().test?.settings.get(CAPTURES_ALL) === true;
    return isTold || this.#schema.selectedChanges.has(name.toLowerCase());
  }
}

/** One event for all records of the round in which the same changed, as the platform merges them. */
function changeEvents(object: ObjectModel, round: TriggerRound, commit: Commit): SObject[] {
  const records = round.operation === 'delete' ? round.oldRecords : round.newRecords;
  const changes = records.map((record, at) => changeOf(object, round, record, round.oldRecords[at]));
  const same: Change[][] = [];
  for (const change of changes) {
    const others = same.find(([first]) => first && isSame(first, change));
    if (others) others.push(change);
    else same.push([change]);
  }
  return same.map((group) => {
    const event = eventOf(object, group);
    event.load('changeeventheader', headerOf(object, round, group, commit));
    return event;
  });
}

function changeOf(
  object: ObjectModel,
  { operation }: TriggerRound,
  record: SObject,
  old: SObject | undefined,
): Change {
  const names = [...object.fields.keys()].filter((name) => record.object.fields.has(name) && name !== 'id');
  const valueOf = (from: SObject | undefined, name: string): unknown => from?.values.get(name) ?? null;
  if (operation === 'delete') return { record, fields: [], nulled: [] };
  if (operation !== 'update') {
    return { record, fields: names.filter((name) => valueOf(record, name) !== null), nulled: [] };
  }
  const fields = names.filter(
    (name) => name === 'lastmodifieddate' || !looseEquals(valueOf(old, name), valueOf(record, name)),
  );
  return { record, fields, nulled: fields.filter((name) => valueOf(record, name) === null) };
}

function isSame(one: Change, other: Change): boolean {
  return (
    one.fields.length === other.fields.length &&
    one.fields.every(
      (name, at) =>
        name === other.fields[at] &&
        looseEquals(one.record.values.get(name) ?? null, other.record.values.get(name) ?? null),
    )
  );
}

function eventOf(object: ObjectModel, [first]: readonly Change[]): SObject {
  const event = new SObject(object);
  for (const name of object.fields.keys())
    event.load(name, first?.fields.includes(name) === true ? (first.record.values.get(name) ?? null) : null);
  return event;
}

function headerOf(
  object: ObjectModel,
  { operation, object: owner }: TriggerRound,
  group: readonly Change[],
  commit: Commit,
): DataObject {
  const transaction = currentTransaction();
  const texts = (names: readonly (string | null)[]): ApexList => listOf('String', [...names]);
  const spelt = (names: readonly string[] = []): ApexList =>
    texts(names.map((name) => object.fields.get(name)?.name ?? name));
  return new DataObject('EventBus.ChangeEventHeader', {
    EntityName: owner.name,
    RecordIds: texts(group.map(({ record }) => record.id)),
    ChangeType: CHANGE_TYPES[operation],
    ChangedFields: spelt(operation === 'update' ? group[0]?.fields : []),
    NulledFields: spelt(group[0]?.nulled),
    DiffFields: spelt(),
    ChangeOrigin: '',
    CommitUser: transaction.user.id,
    CommitTimestamp: BigInt(transaction.now()),
    CommitNumber: commit.number,
    TransactionKey: commit.key,
    SequenceNumber: ++commit.events,
  });
}
