import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { runtimeTypeOf, type RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { required } from '../collections/arguments.ts';
import type { AccessLevel } from '../database/access-level.ts';
import { resultOf } from '../database/results.ts';
import { libraryClass, type Value } from '../library.ts';
import type { DataObject } from '../objects/data-object.ts';
import { listOf } from '../schema/collections.ts';

/** The EventUuid of the event that a result is about. */
const eventOfResult = new WeakMap<DataObject, string>();

/** One event gives one result, a list a list. `callback` hears later what became of the events. */
function publish(input: Value, callback: Value = null): Value {
  if (input === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const events: SObject[] = input instanceof ApexList ? input.items : [input];
  for (const event of events) {
    if (event.object.kind === 'platformEvent') continue;
    throwApex('System.InvalidParameterValueException', `${event.object.name} is no platform event.`);
  }
  checkCallback(callback);
  const results = currentTransaction()
    .publish(events, { callback })
    .map((outcome) => {
      const result = resultOf('Database.SaveResult', outcome);
      if (outcome.eventUuid !== null) eventOfResult.set(result, outcome.eventUuid);
      return result;
    });
  return input instanceof ApexList ? listOf('Database.SaveResult', results) : results[0];
}

/** In user mode the user has to have the right to create such events. */
function publishWithAccess(input: Value, level: AccessLevel | null): Value {
  const events: SObject[] = input instanceof ApexList ? input.items : [input];
  const { rights } = currentTransaction();
  for (const event of events) {
    if (level?.access !== 'user' || !event || rights.mayWriteObject(event.object, 'create')) continue;
    throwApex('System.SecurityException', `Access to entity '${event.object.name}' denied`);
  }
  return publish(input);
}

function checkCallback(callback: Value): void {
  const { program } = currentTransaction();
  const names = ['EventBus.EventPublishSuccessCallback', 'EventBus.EventPublishFailureCallback'];
  if (callback === null || names.some((name) => program.type(name).accepts(callback))) return;
  throwApex(
    'System.InvalidParameterValueException',
    `A publish callback implements ${names.join(' or ')}: ${runtimeTypeOf(callback).name}`,
  );
}

export const eventBusClass = libraryClass({
  name: 'System.EventBus',
  statics: {
    'publish(SObject)': publish,
    'publish(List<SObject>)': publish,
    'publish(SObject,Object)': publish,
    'publish(List<SObject>,Object)': publish,
    'publishWithAccessLevel(SObject,AccessLevel)': publishWithAccess,
    'publishWithAccessLevel(List<SObject>,AccessLevel)': publishWithAccess,
    // Null for an event that was not taken.
    'getOperationId(Object)': (result) => eventOfResult.get(required(result)) ?? null,
  },
});

/** `Test.getEventBus()` */
export class TestBroker extends PlatformObject {
  override apexType(): RuntimeType {
    return currentTransaction().program.type('EventBus.TestBroker');
  }
}

export const testBrokerClass = libraryClass({
  name: 'EventBus.TestBroker',
  methods: {
    'deliver()': () => currentTransaction().deliverEvents(),
    'fail()': () => currentTransaction().failEvents(),
  },
});
