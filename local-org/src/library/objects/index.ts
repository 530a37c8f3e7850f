import { libraryClass, type LibraryClass } from '../library.ts';
import { exceptionClasses } from './exceptions.ts';
import { enumClass, objectClass } from './object.ts';
import { sobjectClass } from './sobject.ts';
import { typeClass } from './type.ts';

/** What all values have in common: objects, enums, records, types, exceptions. */
export const classes: readonly LibraryClass[] = [
  objectClass,
  enumClass,
  sobjectClass,
  typeClass,
  libraryClass({ name: 'System.Callable', virtual: true }),
  ...exceptionClasses,
];
