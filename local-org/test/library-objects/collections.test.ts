import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Value } from '../../src/library/library.ts';
import { ApexDate } from '../../src/values/date.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { apexEquals, hashOf, looseEquals, strictEquals } from '../../src/values/equality.ts';
import { iterate } from '../../src/values/iterate.ts';
import { ApexList } from '../../src/values/list.ts';
import { ApexMap } from '../../src/values/map.ts';
import { compareValues } from '../../src/values/order.ts';
import { ApexSet } from '../../src/values/set.ts';
import { SObject } from '../../src/values/sobject.ts';
import { account, contact, inFake, method, sourceClass, thrown, types } from './fakes.ts';

const list = (...items: Value[]): ApexList => new ApexList(types.get('List<Object>'), items);
const set = (...items: Value[]): ApexSet => new ApexSet(types.get('Set<Object>'), items);
const record = (fields: Record<string, Value>): SObject => {
  const made = new SObject(account);
  for (const [name, value] of Object.entries(fields)) made.put(name, value);
  return made;
};

describe('List', () => {
  it(
    'throws out of its bounds',
    inFake(() => {
      assert.equal(
        thrown(() => list(1, 2, 3).at(3)),
        'System.ListException: List index out of bounds: 3',
      );
      assert.equal(
        thrown(() => list().put(-1, 0)),
        'System.ListException: List index out of bounds: -1',
      );
      assert.equal(
        thrown(() => list(1).insert(2, 0)),
        'System.ListException: List index out of bounds: 2',
      );
      assert.equal(
        thrown(() => list().remove(0)),
        'System.ListException: List index out of bounds: 0',
      );
      assert.equal(list(null).at(0), null);
    }),
  );

  it(
    'can be added to itself',
    inFake(() => {
      const own = list(1, 2);
      method('System.List', 'addAll(List<T>)')(own, own);
      assert.deepEqual(own.items, [1, 2, 1, 2]);
    }),
  );

  it(
    'refuses to grow inside of a loop over it, and grows after',
    inFake(() => {
      const own = list(1, 2);
      const loop = (): void => {
        for (const item of iterate(own)) own.add(item);
      };
      const message = 'System.FinalException: Cannot modify a collection while it is being iterated.';
      assert.equal(thrown(loop), message);
      own.add(3);
      assert.equal(own.size, 3);
    }),
  );

  it(
    'sorts null first, texts by Unicode, and is stable',
    inFake(() => {
      const sort = method('System.List', 'sort()');
      const texts = list('b', null, 'a', 'B');
      sort(texts);
      assert.deepEqual(texts.items, [null, 'B', 'a', 'b']);
      const numbers = list(10, 9, 100);
      sort(numbers);
      assert.deepEqual(numbers.items, [9, 10, 100]);
    }),
  );

  it(
    'sorts records by Name, standard and custom fields',
    inFake(() => {
      const first = record({ name: 'A', industry: 'Z' });
      const second = record({ name: 'B', industry: 'A' });
      const third = record({ name: 'B', industry: 'B' });
      const rows = list(third, first, second);
      method('System.List', 'sort()')(rows);
      assert.deepEqual(rows.items, [first, second, third]);
    }),
  );

  it(
    'sorts with Comparable and Comparator, and refuses other objects',
    inFake(() => {
      const { Emitted } = sourceClass('Sortable', { size: 'Integer' });
      const make = (size: number, comparable: boolean): Value => {
        const made = new Emitted();
        made.size = size;
        if (comparable) made['compareto/1'] = (other: Value) => size - other.size;
        return made;
      };
      const sizes = (rows: ApexList): number[] => rows.items.map((item) => item.size);
      const comparable = list(make(2, true), make(1, true));
      method('System.List', 'sort()')(comparable);
      assert.deepEqual(sizes(comparable), [1, 2]);
      const plain = list(make(1, false), make(2, false));
      method('System.List', 'sort(Comparator<T>)')(plain, {
        'compare/2': (left: Value, right: Value) => right.size - left.size,
      });
      assert.deepEqual(sizes(plain), [2, 1]);
      assert.equal(
        thrown(() => method('System.List', 'sort()')(plain)),
        'System.ListException: One or more of the items in this list is not Comparable.',
      );
    }),
  );

  it(
    'refuses a record of another object',
    inFake(() => {
      const rows = new ApexList(types.get('List<Account>'));
      rows.add(record({ name: 'A' }));
      assert.equal(
        thrown(() => rows.add(new SObject(contact))),
        'System.TypeException: Collection store exception adding Contact to List<Account>',
      );
    }),
  );

  it(
    'iterates by Iterator until there is no next element',
    inFake(() => {
      const iterator = list('a')['iterator/0']();
      assert.equal(iterator['hasnext/0'](), true);
      assert.equal(iterator['next/0'](), 'a');
      assert.match(
        thrown(() => iterator['next/0']()),
        /^System.NoSuchElementException/,
      );
    }),
  );
});

describe('Set and Map', () => {
  it(
    'find equal values of every type',
    inFake(() => {
      const day = (): ApexDate => ApexDate.of(2024, 2, 29);
      const values = set('a', 1, day(), record({ name: 'A' }), list(1, 2));
      for (const value of ['a', 1, day(), record({ name: 'A' }), list(1, 2)]) assert.ok(values.has(value));
      for (const value of ['A', 1n, '1', record({ name: 'B' }), list(2, 1)]) assert.ok(!values.has(value));
    }),
  );

  it(
    'use equals and hashCode of source classes',
    inFake(() => {
      const { Emitted } = sourceClass('Key', { name: 'String' });
      const make = (name: string): Value => {
        const made = new Emitted();
        made.name = name;
        made['equals/1'] = (other: Value) => other.name === name;
        made['hashcode/0'] = () => name.length;
        return made;
      };
      const map = new ApexMap(types.get('Map<Object,Object>'));
      map.put(make('ab'), 1);
      map.put(make('cd'), 2);
      assert.equal(map.put(make('ab'), 3), 1);
      assert.equal(map.size, 2);
      assert.equal(map.remove(make('cd')), 2);
      assert.deepEqual([map.size, map.get(make('cd')), map.get(make('ab'))], [1, null, 3]);
    }),
  );

  it(
    'share keys between a map and its key set',
    inFake(() => {
      const map = new ApexMap(types.get('Map<String,Integer>'), [
        ['a', 1],
        ['b', 2],
      ]);
      const keys = method('System.Map', 'keySet()')(map);
      assert.ok(keys.delete('a'));
      assert.equal(map.size, 1);
      assert.equal(
        thrown(() => keys.add('c')),
        'System.FinalException: Collection is read-only',
      );
      const loop = (): void => {
        for (const key of iterate(keys)) map.remove(key);
      };
      assert.match(thrown(loop), /^System.FinalException/);
    }),
  );

  it(
    'make a map of rows by id',
    inFake(() => {
      const make = method('System.Map', '(List<SObject>)');
      const type = types.get('Map<Id,Account>');
      const id = '001000000000001AAA';
      const row = record({ id });
      assert.equal(make(type, list(row)).get(id), row);
      assert.equal(
        thrown(() => make(type, list(record({})))),
        'System.ListException: Row with null Id at index: 0',
      );
      assert.equal(
        thrown(() => make(type, list(row, row))),
        'System.ListException: Row with duplicate Id at index: 1',
      );
    }),
  );

  it(
    'know what set operations changed',
    inFake(() => {
      const own = set(1, 2, 3);
      assert.equal(method('System.Set', 'retainAll(List<T>)')(own, list(2, 3, 4)), true);
      assert.deepEqual([...own.values()], [2, 3]);
      assert.equal(method('System.Set', 'removeAll(Set<T>)')(own, set(9)), false);
      assert.equal(method('System.Set', 'containsAll(List<T>)')(own, list(3)), true);
      assert.equal(method('System.Set', 'addAll(List<T>)')(own, list(3, 4)), true);
      assert.equal(method('System.Set', 'removeAll(Set<T>)')(own, own), true);
      assert.equal(own.size, 0);
    }),
  );
});

describe('equality', () => {
  it(
    'ignores case and number types only where Apex does',
    inFake(() => {
      assert.ok(apexEquals('a', 'A'));
      assert.ok(!looseEquals('a', 'A'));
      assert.ok(apexEquals(1, Decimal.of('1.00')));
      assert.ok(looseEquals(100, Decimal.of('100')));
      assert.ok(!strictEquals(1, 1n));
      assert.ok(strictEquals(Decimal.of('1.0'), Decimal.of('1.00')));
      assert.ok(strictEquals(record({ name: 'A', industry: null }), record({ name: 'A' })));
    }),
  );

  const anything = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom('a', 'b', null, true),
      fc.integer({ min: 0, max: 3 }).map((days) => new ApexDate(days)),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => list(...items)),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => set(...items)),
    ),
  })).value;

  it(
    'gives equal values equal hash codes',
    inFake(() => {
      fc.assert(
        fc.property(
          anything,
          anything,
          (one, other) => !strictEquals(one, other) || hashOf(one) === hashOf(other),
        ),
        { seed: 1 },
      );
    }),
  );

  it(
    'orders numbers as an order',
    inFake(() => {
      const number = fc.oneof(
        fc.integer(),
        fc.integer().map((each) => Decimal.of(each)),
        fc.bigInt({ min: -9n, max: 9n }),
      );
      fc.assert(
        fc.property(number, number, (one, other) => {
          assert.equal(Math.sign(compareValues(one, other)), -Math.sign(compareValues(other, one)) + 0);
        }),
        { seed: 1 },
      );
    }),
  );
});
