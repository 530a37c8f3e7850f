import { throwApex } from '../../runtime/faults.ts';
import { searchText } from '../../soql/search/dynamic.ts';
import type { ApexList } from '../../values/list.ts';
import { libraryClass } from '../library.ts';
import type { AccessLevel } from './access-level.ts';

function query(text: string | null, level: AccessLevel | null = null): ApexList {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return searchText(text, level?.access === 'user' ? 'user' : 'system');
}

/** Dynamic SOSL. */
export const searchClass = libraryClass({
  name: 'System.Search',
  statics: { 'query(String)': (text) => query(text), 'query(String,AccessLevel)': query },
});
