import type { LibraryClass } from '../library.ts';
import { changeEventHeaderClass } from './change-event-header.ts';
import { eventBusClass, testBrokerClass } from './event-bus.ts';
import { publishCallbackClasses } from './publish-result.ts';
import { triggerContextClass } from './trigger-context.ts';

export const classes: readonly LibraryClass[] = [
  changeEventHeaderClass,
  eventBusClass,
  testBrokerClass,
  triggerContextClass,
  ...publishCallbackClasses,
];
