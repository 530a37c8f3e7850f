import { libraryClass, type LibraryClass } from '../library.ts';
import { accessLevelClass } from './access-level.ts';
import { cursorClasses } from './cursor.ts';
import { databaseClass } from './database.ts';
import { dmlOptionsClasses } from './dml-options.ts';
import { queryLocatorClasses } from './query-locator.ts';
import { replicationClasses } from './replication.ts';
import { resultClasses } from './results.ts';
import { searchClasses } from './search.ts';
import { savepointClass } from './savepoint.ts';

export const classes: readonly LibraryClass[] = [
  accessLevelClass,
  ...cursorClasses,
  databaseClass,
  ...dmlOptionsClasses,
  ...queryLocatorClasses,
  ...replicationClasses,
  ...resultClasses,
  savepointClass,
  ...searchClasses,
  libraryClass({ name: 'System.StatusCode', isEnum: true }),
];
