import { currentTransaction } from '../../runtime/context.ts';
import { throwApex, Unsupported } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { queryText } from '../../soql/dynamic.ts';
import { ValueIterator } from '../../values/iterate.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import type { AccessLevel } from './access-level.ts';

/** `Database.QueryLocator`: the rows of a query. */
export class QueryLocator extends PlatformObject {
  readonly records: ApexList;
  /** Null for a query that is written in brackets. */
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
    if (this.#text === null) throw new Unsupported('getQuery() of a query in brackets');
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

/** `Database.getQueryLocator` of a query in brackets, which has run already. */
export function locatorOfRows(rows: ApexList | null): QueryLocator {
  return counted(rows ?? throwApex('System.NullPointerException', 'Argument cannot be null.'), null);
}

export function locatorOfText(
  text: string | null,
  level: AccessLevel | null = null,
  binds: ApexMap | null = null,
): QueryLocator {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { limits, program } = currentTransaction();
  limits.use('queries');
  const result = queryText(text, { access: level?.access ?? 'system', isFree: true }, binds);
  return counted(new ApexList(program.listOf(program.recordType(result.object)), result.records), text);
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
