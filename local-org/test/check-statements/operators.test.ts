import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody, problems, shape, valueOf } from './support.ts';

const VARIABLES =
  `Integer i = 1; Long l = 2L; Double d = 1d; Decimal n = 1.5; String s = 'a'; Id x = null; Boolean b = true;
  Date day = null; Datetime at = null; Time t = null; Object o = 1; Account a = null; Contact c = null; Season season = null;
  Blob bytes = null; List<Account> accounts = null; List<SObject> rows = null; Integer[] numbers = null; Dog dog = null;
  Cat cat = null; Animal animal = null; Ball ball = null; Round round = null; Shape shape = null;`.replaceAll(
    '\n',
    ' ',
  );

/** Expression, its type and its shape. */
const SHAPES: readonly (readonly [string, string, string])[] = [
  ['i + i', 'Integer', 'integer(i + i)'],
  ['i + l', 'Long', 'long(Integer>Long(i) + l)'],
  ['l * n', 'Decimal', 'decimal(Long>Decimal(l) * n)'],
  ['i / d', 'Double', 'double(Integer>Double(i) / d)'],
  ['d - n', 'Decimal', 'decimal(Double>Decimal(d) - n)'],
  ['i & l', 'Long', 'long(Integer>Long(i) & l)'],
  ['b ^ b', 'Boolean', 'boolean(b ^ b)'],
  ['i << l', 'Integer', 'integer(i << Long>Integer(l))'],
  ['l >>> i', 'Long', 'long(l >>> i)'],
  ["'a' + i + 1", 'String', "string(string('a' + i) + 1)"],
  ["1 + 2 + 'a'", 'String', "string(integer(1 + 2) + 'a')"],
  ["null + 'a'", 'String', "string(null + 'a')"],
  ['accounts + s', 'String', 'string(accounts + s)'],
  ['day + 1', 'Date', 'date(day + 1)'],
  ['day - l', 'Date', 'date(day - Long>Integer(l))'],
  ['at + 1', 'Datetime', 'datetime(at + Integer>Decimal(1))'],
  ['at - n', 'Datetime', 'datetime(at - n)'],
  ['t + 5', 'Time', 'time(t + 5)'],
  ['i < n', 'Boolean', 'decimal(Integer>Decimal(i) < n)'],
  ['s >= s', 'Boolean', 'string(s >= s)'],
  ['day < at', 'Boolean', 'datetime(Date>Datetime(day) < at)'],
  ['x == s', 'Boolean', 'id(x == String>Id(s))'],
  ['i == d', 'Boolean', 'double(Integer>Double(i) == d)'],
  ['i != null', 'Boolean', 'integer(i != null)'],
  ['null == s', 'Boolean', 'string(null == s)'],
  ['i <> 2', 'Boolean', 'integer(i != 2)'],
  ['o == i', 'Boolean', 'reference(o == i)'],
  ['season == null', 'Boolean', 'reference(season == null)'],
  ['a === a', 'Boolean', 'reference(a === a)'],
  ['animal == dog', 'Boolean', 'reference(animal == dog)'],
  ['bytes == bytes', 'Boolean', 'reference(bytes == bytes)'],
  ['b && !b || b', 'Boolean', '((b && not(b)) || b)'],
  ['-i', 'Integer', 'negate(i)'],
  ['+n', 'Decimal', 'n'],
  ['~l', 'Long', 'complement(l)'],
  ['-1.50', 'Decimal', "'-1.50'"],
  ['b ? 1 : 2L', 'Long', '(b ? Integer>Long(1) : 2)'],
  ['b ? null : i', 'Integer', '(b ? null : i)'],
  ['b ? dog : cat', 'Animal', '(b ? dog : cat)'],
  ['b ? a : c', 'SObject', '(b ? a : c)'],
  ['b ? x : s', 'String', '(b ? Id>String(x) : s)'],
  ['i ?? 0', 'Integer', '(i ?? 0)'],
  ['i ?? n ?? 0', 'Decimal', '((Integer>Decimal(i) ?? n) ?? Integer>Decimal(0))'],
  ['(Integer) o', 'Integer', 'cast(o)'],
  ['(Decimal) i', 'Decimal', 'Integer>Decimal(i)'],
  ['(Integer) l', 'Integer', 'Long>Integer(l)'],
  ['(Id) s', 'Id', 'String>Id(s)'],
  ['(Dog) animal', 'Dog', 'cast(animal)'],
  ['(List<Account>) rows', 'List<Account>', 'cast(rows)'],
  ['(String) null', 'String', 'null'],
  ['animal instanceof Dog', 'Boolean', 'instanceOf'],
  ['o instanceof Integer', 'Boolean', 'instanceOf'],
  ['rows instanceof List<Account>', 'Boolean', 'instanceOf'],
  ['shape instanceof Animal', 'Boolean', 'instanceOf'],
];

for (const [source, type, expected] of SHAPES) {
  test(`${source} is ${type}`, () => {
    // A Boolean, Integer... takes its own type, so the declaration adds nothing to the shape.
    const declared = type === 'SObject' ? 'SObject' : type;
    assert.equal(shape(valueOf(`${VARIABLES} ${declared} result = ${source};`)), expected);
  });
}

/** Expression and what is reported, at its column. */
const ERRORS: readonly (readonly [string, string, number])[] = [
  ['i + b', 'type/operator', 3],
  ['day - day', 'type/operator', 5],
  ['day + n', 'type/operator', 5],
  ['s - s', 'type/operator', 3],
  ['i & b', 'type/operator', 3],
  ['n << 1', 'type/operator', 3],
  ['b < b', 'type/operator', 3],
  ['i < s', 'type/operator', 3],
  ['i == s', 'type/operator', 3],
  ["season == 'WINTER'", 'type/operator', 8],
  ['a == c', 'type/operator', 3],
  ['dog == cat', 'type/operator', 5],
  ['i === i', 'type/operator', 3],
  ['i && b', 'type/not-boolean', 1],
  ['!i', 'type/not-boolean', 2],
  ['-s', 'type/operator', 1],
  ['~n', 'type/operator', 1],
  ['i ? 1 : 2', 'type/not-boolean', 1],
  ["b ? 1 : 'a'", 'type/no-common-type', 1],
  ["i ?? 'a'", 'type/operator', 3],
  ['(Integer) s', 'type/cast', 1],
  ['(Dog) cat', 'type/cast', 1],
  ['(Account) c', 'type/cast', 1],
  ['dog instanceof Animal', 'type/instance-of', 1],
  ['a instanceof Account', 'type/instance-of', 1],
  ['i instanceof Object', 'type/instance-of', 1],
  ['dog instanceof Cat', 'type/instance-of', 1],
];

for (const [source, code, column] of ERRORS) {
  test(`${source} gives ${code}`, () => {
    const checked = checkBody(`${VARIABLES}\nObject result =\n${source};`);
    assert.deepEqual(
      checked.diagnostics.map((each) => `${each.code} ${each.span.column}`),
      [`${code} ${column}`],
    );
  });
}

/** Assignment and its shape. */
const ASSIGNMENTS: readonly (readonly [string, string])[] = [
  ['l = i', 'l = Integer>Long(i)'],
  ['n = d', 'n = Double>Decimal(d)'],
  ['x = s', 'x = String>Id(s)'],
  ['at = day', 'at = Date>Datetime(day)'],
  ['o = i', 'o = i'],
  ['accounts = rows', 'accounts = rows'],
  ['rows = accounts', 'rows = accounts'],
  ['s += i', 'new string s += i - -'],
  ['l += i', 'new long l += Integer>Long(i) - -'],
  ['d += n', 'new decimal d += n Double>Decimal Decimal>Double'],
  ['n *= 2', 'new decimal n *= Integer>Decimal(2) - -'],
  ['i <<= 2', 'new integer i <<= 2 - -'],
  ['day += 1', 'new date day += 1 - -'],
  ['b |= b', 'new boolean b |= b - -'],
  ['i++', 'old integer i += 1 - -'],
  ['--l', 'new long l -= Integer>Long(1) - -'],
  ['count++', 'old integer count += 1 - -'],
  ['total--', 'old integer total -= 1 - -'],
  ['numbers[0]++', 'old integer numbers[0] += 1 - -'],
  ['a.Size__c++', 'old decimal a.Size__c += Integer>Decimal(1) - -'],
  ['numbers[i] = i = 2', 'numbers[i] = i = 2'],
];

for (const [source, expected] of ASSIGNMENTS) {
  test(source, () => assert.equal(shape(valueOf(`${VARIABLES} ${source};`)), expected));
}

/** Statement, code and message. */
const MISMATCHES: readonly (readonly [string, string, string, string?])[] = [
  [
    "i = 'a';",
    'type/mismatch',
    "Cannot put a String into 'i', which is an Integer.",
    'Use `Integer.valueOf(...)`.',
  ],
  ['i = l;', 'type/mismatch', "Cannot put a Long into 'i', which is an Integer.", 'Use `.intValue()`.'],
  [
    'dog = animal;',
    'type/mismatch',
    "Cannot put a C.Animal into 'dog', which is a C.Dog.",
    'Cast it: `(C.Dog) ...`.',
  ],
  ['i += n;', 'type/operator', "'+=' cannot be used on Integer and Decimal."],
  ['b += b;', 'type/operator', "'+=' cannot be used on Boolean and Boolean."],
  ['s -= s;', 'type/operator', "'-=' cannot be used on String and String."],
  ['s++;', 'type/operator', "'++' cannot be used on String."],
  ['final Integer z = 1; z = 2;', 'type/final', "'z' is final and has its value already."],
  ['final Integer z = 1; z++;', 'type/final', "'z' is final and has its value already."],
];

for (const [source, code, message, suggestion] of MISMATCHES) {
  test(`${source} gives ${code}`, () => {
    const [first, ...others] = checkBody(`${VARIABLES} ${source}`).diagnostics;
    assert.deepEqual([first?.code, others.length], [code, 0]);
    assert.equal(first?.message, message);
    assert.equal(first?.suggestion, suggestion);
  });
}

test('a chain of thousands of links is checked without recursion', () => {
  const chain = Array.from({ length: 3000 }, (_, index) => `'${index}'`).join(' + ');
  assert.deepEqual(problems(checkBody(`String s = ${chain};`)), []);
});
