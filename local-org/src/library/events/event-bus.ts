import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { resultOf } from '../database/results.ts';
import { libraryClass, type Value } from '../library.ts';
import { listOf } from '../schema/collections.ts';

/** One event gives one result, a list a list. */
function publish(input: Value): Value {
  if (input === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const events: SObject[] = input instanceof ApexList ? input.items : [input];
  for (const event of events) {
    if (event.object.kind === 'platformEvent') continue;
    throwApex('System.InvalidParameterValueException', `${event.object.name} is no platform event.`);
  }
  const results = currentTransaction()
    .publish(events)
    .map((outcome) => resultOf('Database.SaveResult', outcome));
  return input instanceof ApexList ? listOf('Database.SaveResult', results) : results[0];
}

export const eventBusClass = libraryClass({
  name: 'System.EventBus',
  statics: {
    'publish(SObject)': publish,
    'publish(List<SObject>)': publish,
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
  methods: { 'deliver()': () => currentTransaction().deliverEvents() },
});
