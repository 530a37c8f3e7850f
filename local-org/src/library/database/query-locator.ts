import type { QueryResult } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex, Unsupported } from '../../runtime/faults.ts';
import type { QueryForLater } from '../../runtime/support/data.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { queryText } from '../../soql/dynamic.ts';
import { printQuery } from '../../soql/print.ts';
import { ValueIterator } from '../../values/iterate.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import type { AccessLevel } from './access-level.ts';

/** `Database.QueryLocator`: the rows of a query. */
export class QueryLocator extends PlatformObject {
  readonly records: ApexList;
  /** Null for a list, and for a query in brackets with values of variables in it. */
  readonly #text: string | null;

  constructor(records: ApexList, text: string | null) {
    super();
    this.records = records;
    this.#text = text;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.QueryLocator');
  }

  get text(): string {
    if (this.#text === null) throw new Unsupported('getQuery() of a query with variables');
    return this.#text;
  }

  'iterator/0'(): QueryLocatorIterator {
    return new QueryLocatorIterator(this.records.type.arguments[0], this.records.items);
  }
}

class QueryLocatorIterator extends ValueIterator {
  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.QueryLocatorIterator');
  }
}

/** Counts the rows of a locator. In a batch they are as good as free: that is what locators are for. */
function counted(records: ApexList, text: string | null): QueryLocator {
  const { kind, limits } = currentTransaction();
  if (kind !== 'batch') limits.use('queryLocatorRows', records.size);
  return new QueryLocator(records, text);
}

/** `Database.getQueryLocator` of a query in brackets, or of records. */
export function locatorOfRows(
  source: QueryForLater | ApexList | null,
  level: AccessLevel | null = null,
): QueryLocator {
  if (source === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  if (source instanceof ApexList) return counted(source, null);
  const { plan, binds, access } = source;
  const { data, limits } = currentTransaction();
  limits.use('queries');
  const options = { access: plan.access ?? level?.access ?? access, isCountedApart: true };
  return counted(listOfRows(data.query(plan, binds, options)), binds.length === 0 ? printQuery(plan) : null);
}

function listOfRows({ object, records }: QueryResult): ApexList {
  const { program } = currentTransaction();
  return new ApexList(program.listOf(program.recordType(object)), records);
}

export function locatorOfText(
  text: string | null,
  level: AccessLevel | null = null,
  binds: ApexMap | null = null,
): QueryLocator {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  currentTransaction().limits.use('queries');
  const result = queryText(text, { access: level?.access ?? 'system', isCountedApart: true }, binds);
  return counted(listOfRows(result), text);
}

export const queryLocatorClasses: readonly LibraryClass[] = [
  libraryClass({
    name: 'Database.QueryLocator',
    methods: {
      'getQuery()': (locator: QueryLocator) => locator.text,
      'iterator()': (locator: QueryLocator) => locator['iterator/0'](),
    },
  }),
  libraryClass({
    name: 'Database.QueryLocatorIterator',
    methods: {
      'hasNext()': (iterator: QueryLocatorIterator) => iterator['hasnext/0'](),
      'next()': (iterator: QueryLocatorIterator) => iterator['next/0'](),
    },
  }),
];
