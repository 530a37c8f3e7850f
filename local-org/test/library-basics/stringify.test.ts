import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringOf } from '../../src/library/text/stringify.ts';
import { Blob } from '../../src/values/blob.ts';
import { ApexDate } from '../../src/values/date.ts';
import { ApexDatetime } from '../../src/values/datetime.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { double } from '../../src/values/double.ts';
import { ApexList } from '../../src/values/list.ts';
import { ApexMap } from '../../src/values/map.ts';
import { ApexSet } from '../../src/values/set.ts';
import { SObject } from '../../src/values/sobject.ts';
import { ApexObject } from '../../src/values/value.ts';
import { apexException } from '../../src/runtime/faults.ts';
import type { RuntimeType } from '../../src/runtime/types.ts';
import { inApex, listOf, object, roundingMode, sourceType, typeOf } from './support.ts';

class Plain extends ApexObject {
  a: unknown = 1;
  $b: unknown = 'auto';
  c: unknown = null;
  readonly #type: RuntimeType;

  constructor(type: RuntimeType) {
    super();
    this.#type = type;
  }

  override apexType(): RuntimeType {
    return this.#type;
  }

  get b(): never {
    throw new Error('Printing runs no getter.');
  }
}

class Talking extends Plain {
  'tostring/0'(): string {
    return 'I talk';
  }
}

test('texts of primitives', () => {
  assert.equal(stringOf(null), 'null');
  assert.equal(stringOf(true), 'true');
  assert.equal(stringOf(5), '5');
  assert.equal(stringOf(5n), '5');
  assert.equal(stringOf(double(5)), '5.0');
  assert.equal(stringOf(Decimal.of('5.50')), '5.50');
  assert.equal(stringOf(ApexDate.of(2024, 2, 29)), '2024-02-29 00:00:00');
  assert.equal(stringOf(new ApexDatetime(0)), '1970-01-01 00:00:00');
  assert.equal(stringOf(Blob.ofText('abc')), 'Blob[3]');
  assert.equal(stringOf(roundingMode('HALF_UP')), 'HALF_UP');
});

test('texts of collections', () => {
  assert.equal(stringOf(listOf(1, 'a', null, listOf())), '(1, a, null, ())');
  assert.equal(stringOf(new ApexSet(typeOf('Set<String>'), ['a', 'b'])), '{a, b}');
  assert.equal(
    stringOf(
      new ApexMap(typeOf('Map<String,Integer>'), [
        ['k', 1],
        ['l', null],
      ]),
    ),
    '{k=1, l=null}',
  );
});

test('long collections end in dots, and one that contains itself ends there', () => {
  const list = new ApexList(
    typeOf('List<Object>'),
    Array.from({ length: 11 }, (_, at) => at),
  );
  assert.equal(stringOf(list), '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
  const own = listOf();
  own.add(own);
  assert.equal(stringOf(own), '((already output))');
});

test('texts of records', () => {
  const account = new SObject(object('Account', ['Id', 'Name']));
  account.put('name', 'Acme');
  account.put('id', '001D000000IqhSLIAZ');
  assert.equal(stringOf(account), 'Account:{Name=Acme, Id=001D000000IqhSLIAZ}');
});

test('texts of objects', () => {
  const base = sourceType('Base', ['A']);
  assert.equal(
    stringOf(new Plain(sourceType('Outer.Inner', ['b', 'c'], base))),
    'Inner:[A=1, b=auto, c=null]',
  );
  assert.equal(stringOf(listOf(new Talking(base))), '(I talk)');
});

test(
  'texts of exceptions',
  inApex(() => {
    assert.equal(
      stringOf(apexException('System.MathException', 'Divide by 0')),
      'System.MathException: Divide by 0',
    );
  }),
);
