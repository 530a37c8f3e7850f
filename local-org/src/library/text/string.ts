import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { ApexDate } from '../../values/date.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import type { ApexList } from '../../values/list.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { allNoNulls, noNulls } from './arguments.ts';
import { elementsOf } from './lists.ts';
import { changeMethods } from './string/change.ts';
import { characterTests } from './string/characters.ts';
import { escapeMethods } from './string/escape.ts';
import { formatMessage } from './string/format.ts';
import { partMethods } from './string/parts.ts';
import { blankTests, nullableSearchMethods, searchMethods } from './string/search.ts';
import { stringOf } from './stringify.ts';

/** Joins the elements of a List or Set; nulls are empty. */
function join(iterable: Value, separator: string): string {
  const items = elementsOf(iterable);
  if (!items) throwApex('System.StringException', 'Cannot join this value: it is neither a List nor a Set');
  return items.map((item) => (item === null ? '' : stringOf(item))).join(separator);
}

function commonPrefix(texts: readonly (string | null)[]): string {
  const [first = null, ...others] = texts;
  if (first === null || others.includes(null)) return '';
  let length = first.length;
  for (const other of others) while (!other?.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

function fromChars(codes: ApexList): string {
  return codes.items.map((code) => String.fromCharCode(code)).join('');
}

/** `String.valueOf` of anything: null stays null. */
function valueOf(value: Value): string | null {
  return value === null ? null : stringOf(value);
}

export const stringClass = libraryClass({
  name: 'System.String',
  statics: {
    ...blankTests,
    'escapeSingleQuotes(String)': noNulls((text: string) => text.replace(/'/g, "\\'")),
    'format(String,List<Object>)': (pattern: string | null, values: ApexList | null) =>
      pattern === null ? null : formatMessage(pattern, values?.items ?? []),
    'fromCharArray(List<Integer>)': noNulls(fromChars),
    'getCommonPrefix(List<String>)': noNulls((texts: ApexList) => commonPrefix(texts.items)),
    'join(Object,String)': noNulls(join),
    'valueOf(Date)': (date: ApexDate | null) => date?.toIsoString() ?? null,
    'valueOf(Datetime)': (moment: ApexDatetime | null) =>
      moment?.toLocalString(currentTransaction().user.timeZone) ?? null,
    'valueOf(Decimal)': valueOf,
    'valueOf(Double)': valueOf,
    'valueOf(Integer)': valueOf,
    'valueOf(Long)': valueOf,
    'valueOf(Object)': valueOf,
    'valueOfGmt(Datetime)': noNulls((moment: ApexDatetime) => moment.toLocalString('GMT')),
  },
  methods: {
    ...allNoNulls(searchMethods),
    ...nullableSearchMethods,
    ...allNoNulls(partMethods),
    ...allNoNulls(changeMethods),
    ...characterTests,
    ...escapeMethods,
  },
});
