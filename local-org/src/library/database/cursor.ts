import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { queryText } from '../../soql/dynamic.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import type { AccessLevel } from './access-level.ts';

type CursorType = 'Database.Cursor' | 'Database.PaginationCursor';

/** The rows that a query found when the cursor was made. Fetching counts as a query of the rows that it gives. */
class Cursor extends PlatformObject {
  readonly rows: ApexList;
  readonly #typeName: CursorType;

  constructor(rows: ApexList, typeName: CursorType) {
    super();
    this.rows = rows;
    this.#typeName = typeName;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }

  /** Throws `System.InvalidParameterValueException` outside of the rows. */
  fetch(position: number, count: number): ApexList {
    const { items, type } = this.rows;
    if (position < 0 || count < 0 || position + count > items.length) {
      throwApex(
        'System.InvalidParameterValueException',
        `The cursor has ${items.length} rows: ${count} from ${position} on are not among them.`,
      );
    }
    const { limits } = currentTransaction();
    limits.use('cursorFetches');
    limits.use('queries');
    limits.use('queryRows', count);
    return new ApexList(type, items.slice(position, position + count));
  }

  /** Up to `size` rows from `start` on, fewer at the end. */
  page(start: number, size: number): Page {
    const count = Math.max(0, Math.min(size, this.rows.items.length - start));
    return new Page(this.fetch(start, count), start + count, start + count >= this.rows.items.length);
  }
}

class Page extends PlatformObject {
  readonly records: ApexList;
  readonly next: number;
  readonly isDone: boolean;

  constructor(records: ApexList, next: number, isDone: boolean) {
    super();
    this.records = records;
    this.next = next;
    this.isDone = isDone;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Database.CursorFetchResult');
  }
}

function open(
  type: CursorType,
  text: string | null,
  level: AccessLevel | null,
  binds: ApexMap | null,
): Cursor {
  if (text === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { limits, program } = currentTransaction();
  limits.use('queries');
  const found = queryText(text, { access: level?.access ?? 'system', isCountedApart: true }, binds);
  limits.use(type === 'Database.Cursor' ? 'cursors' : 'paginationCursors');
  limits.use(type === 'Database.Cursor' ? 'cursorRows' : 'paginationCursorRows', found.records.length);
  return new Cursor(new ApexList(program.listOf(program.recordType(found.object)), found.records), type);
}

/** `level`: how the jar spells an access level in these methods. */
function openers(name: string, type: CursorType, level: string): NonNullable<LibraryClass['statics']> {
  return {
    [`get${name}(String)`]: (text) => open(type, text, null, null),
    [`get${name}(String,${level})`]: (text, access) => open(type, text, access, null),
    [`get${name}WithBinds(String,Map<String,Object>,${level})`]: (text, binds, access) =>
      open(type, text, access, binds),
  };
}

/** `Database.getCursor(...)` and `Database.getPaginationCursor(...)`. */
export const cursors: NonNullable<LibraryClass['statics']> = {
  ...openers('Cursor', 'Database.Cursor', 'Object'),
  ...openers('PaginationCursor', 'Database.PaginationCursor', 'AccessLevel'),
};

export const cursorClasses: readonly LibraryClass[] = [
  libraryClass({
    name: 'Database.Cursor',
    methods: {
      'fetch(Integer,Integer)': (cursor: Cursor, position, count) => cursor.fetch(position, count),
      'getNumRecords()': (cursor: Cursor) => cursor.rows.items.length,
    },
  }),
  libraryClass({
    name: 'Database.PaginationCursor',
    methods: {
      'fetchPage(Integer,Integer)': (cursor: Cursor, start, size) => cursor.page(start, size),
      'getNumRecords()': (cursor: Cursor) => cursor.rows.items.length,
    },
  }),
  libraryClass({
    name: 'Database.CursorFetchResult',
    methods: {
      'getNextIndex()': (page: Page) => page.next,
      'getNumDeletedRecords()': () => 0,
      'getRecords()': (page: Page) => page.records,
      'isDone()': (page: Page) => page.isDone,
    },
  }),
];
