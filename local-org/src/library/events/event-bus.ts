import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { runtimeTypeOf, type RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { resultOf } from '../database/results.ts';
import { libraryClass, type Value } from '../library.ts';
import { listOf } from '../schema/collections.ts';

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
    .map((outcome) => resultOf('Database.SaveResult', outcome));
  return input instanceof ApexList ? listOf('Database.SaveResult', results) : results[0];
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
    'publishWithAccessLevel(SObject,AccessLevel)': (event) => publish(event),
    'publishWithAccessLevel(List<SObject>,AccessLevel)': (events) => publish(events),
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
