import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { searchText } from '../../soql/search/dynamic.ts';
import type { ApexList } from '../../values/list.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import { listOf } from '../schema/collections.ts';
import type { AccessLevel } from './access-level.ts';

/** `Search.SearchResults`: the same rows as those of `Search.query`, by object. */
class SearchResults extends PlatformObject {
  readonly #rows: readonly ApexList[];

  constructor(rows: readonly ApexList[]) {
    super();
    this.#rows = rows;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Search.SearchResults');
  }

  /** Empty for an object that the search does not return. */
  of(name: string | null): ApexList {
    const object = name === null ? null : (currentTransaction().schema.object(name)?.name ?? null);
    const rows = this.#rows.find(({ type }) => object !== null && type.arguments[0]?.objectName === object);
    const records = (rows?.items ?? []) as SObject[];
    return listOf(
      'Search.SearchResult',
      records.map((record) => new SearchResult(record)),
    );
  }
}

/** `Search.SearchResult` */
class SearchResult extends PlatformObject {
  readonly record: SObject;

  constructor(record: SObject) {
    super();
    this.record = record;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Search.SearchResult');
  }
}

function query(text: string | null, level: AccessLevel | null = null): ApexList {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return searchText(text, level?.access === 'user' ? 'user' : 'system');
}

function find(text: string | null, level: AccessLevel | null = null): SearchResults {
  return new SearchResults(query(text, level).items as ApexList[]);
}

/** Dynamic SOSL. */
export const searchClasses: readonly LibraryClass[] = [
  libraryClass({
    name: 'System.Search',
    statics: {
      'find(String)': (text) => find(text),
      'find(String,AccessLevel)': find,
      'query(String)': (text) => query(text),
      'query(String,AccessLevel)': query,
    },
  }),
  libraryClass({
    name: 'Search.SearchResults',
    methods: { 'get(String)': (results: SearchResults, name) => results.of(name) },
  }),
  libraryClass({
    name: 'Search.SearchResult',
    methods: { 'getSObject()': (result: SearchResult) => result.record },
  }),
];
