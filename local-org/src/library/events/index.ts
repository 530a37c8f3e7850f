import type { LibraryClass } from '../library.ts';
import { eventBusClass, testBrokerClass } from './event-bus.ts';
import { triggerContextClass } from './trigger-context.ts';

export const classes: readonly LibraryClass[] = [eventBusClass, testBrokerClass, triggerContextClass];
