import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import type { QueryLocator } from '../database/query-locator.ts';
import { libraryClass } from '../library.ts';
import { PageReference } from './page-reference.ts';
import { addFields, returnPage, tried } from './standard-controller.ts';

/** More records than these are left out of a list, and are too many for a locator. */
const MOST_RECORDS = 10_000;

/** `ApexPages.StandardSetController`: pages through records, and saves those that are selected. */
class StandardSetController extends PlatformObject {
  readonly #records: ApexList;
  /** Are these all of the records that it was given? */
  readonly isComplete: boolean;
  /** What its fields are set to when many records are changed at once. */
  readonly prototype: SObject;
  selected: ApexList;
  pageSize = 20;
  #page = 1;

  constructor(records: ApexList) {
    super();
    this.isComplete = records.size <= MOST_RECORDS;
    this.#records = this.isComplete
      ? records
      : new ApexList(records.type, records.items.slice(0, MOST_RECORDS));
    const type = records.type.arguments[0]?.name ?? 'SObject';
    const object = records.items[0]?.object ?? currentTransaction().schema.object(type);
    if (!object)
      throwApex(
        'System.SObjectException',
        'The list of a StandardSetController must not be generic and empty.',
      );
    this.prototype = new SObject(object);
    this.selected = new ApexList(records.type, []);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('ApexPages.StandardSetController');
  }

  get size(): number {
    return this.#records.size;
  }

  get lastPage(): number {
    return Math.max(1, Math.ceil(this.size / this.pageSize));
  }

  get page(): number {
    return this.#page;
  }

  set page(number: number) {
    this.#page = Math.min(Math.max(1, number), this.lastPage);
  }

  /** Those of the page. */
  get records(): ApexList {
    const start = (this.page - 1) * this.pageSize;
    return new ApexList(this.#records.type, this.#records.items.slice(start, start + this.pageSize));
  }

  /** Changed records are updated, new ones inserted. */
  save(): PageReference | null {
    return tried(() => {
      const records = this.selected.items as SObject[];
      for (const record of records)
        for (const [field, value] of this.prototype.values) record.put(field, value);
      currentTransaction().data.save({ kind: 'upsert', field: null }, records, {
        access: 'system',
        allOrNone: true,
      });
      return this.leave();
    });
  }

  leave(): PageReference {
    return returnPage(() => new PageReference(`/${this.prototype.object.keyPrefix}/o`));
  }
}

function make(records: ApexList | null): StandardSetController {
  if (records === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return new StandardSetController(records);
}

function notTooMany(locator: QueryLocator | null): ApexList | null {
  const records = locator?.records ?? null;
  if (records !== null && records.size > MOST_RECORDS) {
    throwApex(
      'System.LimitException',
      `Collection size ${records.size.toLocaleString('en')} exceeds maximum size of ${MOST_RECORDS.toLocaleString('en')}.`,
    );
  }
  return records;
}

type Set = StandardSetController;

export const standardSetControllerClass = libraryClass({
  name: 'ApexPages.StandardSetController',
  constructors: {
    '(Database.QueryLocator)': (_, locator: QueryLocator | null) => make(notTooMany(locator)),
    '(List<SObject>)': (_, records: ApexList | null) => make(records),
  },
  methods: {
    'addFields(List<String>)': addFields,
    'cancel()': (set: Set) => set.leave(),
    'first()': (set: Set) => void (set.page = 1),
    'getCompleteResult()': (set: Set) => set.isComplete,
    'getHasNext()': (set: Set) => set.page < set.lastPage,
    'getHasPrevious()': (set: Set) => set.page > 1,
    'getPageNumber()': (set: Set) => set.page,
    'getPageSize()': (set: Set) => set.pageSize,
    'getRecord()': (set: Set) => set.prototype,
    'getRecords()': (set: Set) => set.records,
    'getResultSize()': (set: Set) => set.size,
    'getSelected()': (set: Set) => set.selected,
    'last()': (set: Set) => void (set.page = set.lastPage),
    'next()': (set: Set) => void (set.page += 1),
    'previous()': (set: Set) => void (set.page -= 1),
    'save()': (set: Set) => set.save(),
    'setPageNumber(Integer)': (set: Set, page) => void (set.page = page),
    'setPageSize(Integer)': (set: Set, size) => void (set.pageSize = size),
    'setSelected(List<SObject>)': (set: Set, records) => void (set.selected = records),
  },
});
