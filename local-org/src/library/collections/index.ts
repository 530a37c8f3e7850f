import { libraryClass, type LibraryClass } from '../library.ts';
import { collatorClass } from './collator.ts';
import { listClass } from './list.ts';
import { mapClass } from './map.ts';
import { setClass } from './set.ts';

const INTERFACES = ['System.Iterator', 'System.Iterable', 'System.Comparable', 'System.Comparator'];

/** Collections and what they are sorted and iterated with. */
export const classes: readonly LibraryClass[] = [
  listClass,
  setClass,
  mapClass,
  collatorClass,
  ...INTERFACES.map((name) => libraryClass({ name, virtual: true })),
];
