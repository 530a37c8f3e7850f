import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { classes } from '../../src/library/json/index.ts';
import type { Value } from '../../src/library/library.ts';
import { typeValue } from '../../src/library/objects/type-value.ts';
import { Blob } from '../../src/values/blob.ts';
import { ApexDate } from '../../src/values/date.ts';
import { ApexDatetime } from '../../src/values/datetime.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { ApexDouble } from '../../src/values/double.ts';
import { strictEquals } from '../../src/values/equality.ts';
import { ApexList } from '../../src/values/list.ts';
import { ApexMap } from '../../src/values/map.ts';
import { SObject } from '../../src/values/sobject.ts';
import { ApexTime } from '../../src/values/time.ts';
import { account, contact, inFake, method, sourceClass, thrown, types } from './fakes.ts';

const call = (key: string, name = 'JSON'): ((...args: Value[]) => Value) =>
  method(`System.${name}`, key, classes);
const serialize = call('serialize(Object)');
const pretty = call('serializePretty(Object)');
const untyped = call('deserializeUntyped(String)');
const read = (text: string, type: string): Value =>
  call('deserialize(String,Type)')(text, typeValue(types.get(type)));
const readStrict = (text: string, type: string): Value =>
  call('deserializeStrict(String,Type)')(text, typeValue(types.get(type)));
const list = (...items: Value[]): ApexList => new ApexList(types.get('List<Object>'), items);
const map = (entries: readonly (readonly [Value, Value])[]): ApexMap =>
  new ApexMap(types.get('Map<Object,Object>'), entries);

/** Apex has no -0. */
const withoutMinusZero = (_name: string, value: unknown): unknown => (value === 0 ? 0 : value);

describe('JSON.serialize', () => {
  it(
    'writes every primitive',
    inFake(() => {
      const values: readonly (readonly [Value, string])[] = [
        [null, 'null'],
        [true, 'true'],
        [1, '1'],
        [2n ** 40n, '1099511627776'],
        [Decimal.of('1.10'), '1.10'],
        [new ApexDouble(5), '5.0'],
        ['a"\n\u0001/é', '"a\\"\\n\\u0001/é"'],
        [ApexDate.of(2024, 2, 29), '"2024-02-29"'],
        [new ApexDatetime(0), '"1970-01-01T00:00:00.000Z"'],
        [ApexTime.of(1, 2, 3, 4), '"01:02:03.004Z"'],
        [Blob.ofText('abc'), '"YWJj"'],
      ];
      for (const [value, text] of values) assert.equal(serialize(value), text);
    }),
  );

  it(
    'lays pretty text out like the platform',
    inFake(() => {
      const value = map([
        ['a', 1],
        ['b', list(map([['c', null]]), 2)],
        ['d', list()],
        ['e', map([])],
      ]);
      const text = '{\n  "a" : 1,\n  "b" : [ {\n    "c" : null\n  }, 2 ],\n  "d" : [ ],\n  "e" : { }\n}';
      assert.equal(pretty(value), text);
    }),
  );

  it(
    'writes fields of classes in order and leaves nulls out when told',
    inFake(() => {
      const { Emitted } = sourceClass('Wrapper', { b: 'String', a: 'Integer' });
      const value = new Emitted();
      value.a = 1;
      assert.equal(serialize(value), '{"b":null,"a":1}');
      assert.equal(call('serialize(Object,Boolean)')(value, true), '{"a":1}');
    }),
  );

  it(
    'writes records with attributes, parents and children',
    inFake(() => {
      const row = new SObject(account);
      row.id = '001000000000001AAA';
      row.put('name', 'Acme');
      row.put('createddate', new ApexDatetime(0));
      const child = new SObject(contact);
      child.put('lastname', 'X');
      row.loadChildren('contacts', new ApexList(types.get('List<Contact>'), [child]));
      const attributes =
        '"attributes":{"type":"Account","url":"/services/data/v65.0/sobjects/Account/001000000000001AAA"}';
      const fields = '"Id":"001000000000001AAA","Name":"Acme","CreatedDate":"1970-01-01T00:00:00.000+0000"';
      const records = '[{"attributes":{"type":"Contact"},"LastName":"X"}]';
      const children = `"Contacts":{"totalSize":1,"done":true,"records":${records}}`;
      assert.equal(serialize(row), `{${attributes},${fields},${children}}`);
      const again: SObject = read(serialize(row), 'Account');
      assert.ok(strictEquals(again, row));
      assert.equal(again.children('contacts').at(0).get('lastname'), 'X');
      assert.equal(read(serialize(row), 'SObject').object, account);
    }),
  );

  it(
    'refuses cycles, platform objects and object keys',
    inFake(() => {
      const own = list();
      own.add(own);
      assert.match(
        thrown(() => serialize(own)),
        /^System.JSONException: Circular reference/,
      );
      const type = typeValue(types.get('String'));
      assert.equal(
        thrown(() => serialize(type)),
        'System.JSONException: Apex Type unsupported in JSON: System.Type',
      );
      assert.match(
        thrown(() => serialize(map([[list(), 1]]))),
        /^System.JSONException: Map key type/,
      );
    }),
  );
});

describe('JSON.deserialize', () => {
  it(
    'chooses number types without a type',
    inFake(() => {
      const values: Value = untyped('[1, 3000000000, 99999999999999999999, 1.50, 1e2]');
      const names = values.items.map((value: Value) =>
        typeof value === 'object' ? value.constructor.name : typeof value,
      );
      assert.deepEqual(names, ['number', 'bigint', 'Decimal', 'Decimal', 'Decimal']);
      assert.equal(String(values.items[3]), '1.50');
    }),
  );

  it(
    'makes objects of classes with generics and inner values',
    inFake(() => {
      sourceClass('Line', { amount: 'Decimal', on: 'Date', kind: 'System.JSONToken' });
      sourceClass('Order', {
        lines: 'List<Line>',
        byName: 'Map<String,Line>',
        tags: 'Set<String>',
        at: 'Datetime',
      });
      const text = `{"Lines":[{"amount":1.5,"on":"2024-02-29","kind":"VALUE_TRUE"}],"byName":{"x":{"amount":"2"}},
      "tags":["a","a"],"at":"2024-01-01T02:00:00.000+02:00","other":{"more":[1]}}`;
      const order: Value = read(text, 'Order');
      assert.equal(String(order.lines.at(0).amount), '1.5');
      assert.equal(String(order.lines.at(0).kind), 'VALUE_TRUE');
      assert.equal(order.lines.at(0).on.toIsoString(), '2024-02-29');
      assert.equal(order.lines.type, types.get('List<Line>'));
      assert.equal(String(order.byname.get('x').amount), '2');
      assert.equal(order.tags.size, 1);
      assert.equal(order.at.toIsoString(), '2024-01-01T00:00:00.000Z');
      assert.match(
        thrown(() => readStrict(text, 'Order')),
        /^System.JSONException: Unknown field: Order.other/,
      );
    }),
  );

  it(
    'tells what does not fit',
    inFake(() => {
      const start = 'System.JSONException: ';
      const errors: readonly (readonly [string, string, string])[] = [
        ['"x"', 'Integer', 'Illegal value for primitive at [line:1, column:4]'],
        [
          '{}',
          'List<String>',
          "Malformed JSON: Expected '[' at the beginning of List/Set at [line:1, column:2]",
        ],
        ['[]', 'Account', "Malformed JSON: Expected '{' at the beginning of object at [line:1, column:2]"],
        ['{"x":1}', 'Account', "No such column 'x' on sobject of type Account"],
        ['1', 'Object', 'Apex Type unsupported in JSON: Object'],
      ];
      for (const [text, type, message] of errors)
        assert.equal(
          thrown(() => read(text, type)),
          start + message,
        );
    }),
  );

  it(
    'tells what is no JSON and where',
    inFake(() => {
      const start = 'System.JSONException: ';
      const value = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";
      const errors: readonly (readonly [string, string])[] = [
        ['x', `Unexpected character ('x' (code 120)): ${value} at [line:1, column:2]`],
        [
          '{a:1}',
          "Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:3]",
        ],
        [
          '{"a" 1}',
          "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
        ],
        [
          '[1\n 2]',
          "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:2, column:3]",
        ],
        [
          '{"a":1,}',
          "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:9]",
        ],
        ['[1,]', `Unexpected character (']' (code 93)): ${value} at [line:1, column:5]`],
        [
          'trux',
          "Unrecognized token 'trux': was expecting 'null', 'true', 'false' or NaN at [line:1, column:5]",
        ],
        ['', 'No content to map to Object due to end of input at [line:1, column:0]'],
      ];
      for (const [text, message] of errors)
        assert.equal(
          thrown(() => untyped(text)),
          start + message,
        );
      assert.match(
        thrown(() => untyped('{"a":[1')),
        /Unexpected end-of-input: expected close marker for ARRAY/,
      );
      assert.match(
        thrown(() => untyped('"a')),
        /Unexpected end-of-input/,
      );
    }),
  );

  it(
    'reads what JavaScript writes and writes what JavaScript reads',
    inFake(() => {
      const seeds = { seed: 1, numRuns: 200 };
      fc.assert(
        fc.property(fc.json(), (text) => {
          const expected: unknown = JSON.parse(text, withoutMinusZero);
          assert.deepEqual(JSON.parse(serialize(untyped(text))), expected);
          assert.deepEqual(JSON.parse(pretty(untyped(text))), expected);
        }),
        seeds,
      );
    }),
  );
});

describe('JSONGenerator and JSONParser', () => {
  it(
    'write step by step',
    inFake(() => {
      const generator = call('createGenerator(Boolean)')(false);
      const step = (key: string, ...args: Value[]): Value => call(key, 'JSONGenerator')(generator, ...args);
      step('writeStartObject()');
      step('writeStringField(String,String)', 'a', 'x');
      step('writeFieldName(String)', 'b');
      step('writeStartArray()');
      step('writeNumber(Integer)', 1);
      step('writeObject(Object)', map([['k', null]]));
      step('writeEndArray()');
      step('writeNullField(String)', 'c');
      assert.match(
        thrown(() => step('writeNull()')),
        /Can not write null value, expecting field name/,
      );
      assert.match(
        thrown(() => step('writeEndArray()')),
        /Current context not an ARRAY but OBJECT/,
      );
      step('close()');
      assert.equal(step('getAsString()'), '{"a":"x","b":[1,{"k":null}],"c":null}');
      assert.ok(step('isClosed()'));
    }),
  );

  it(
    'read token by token',
    inFake(() => {
      const parser = call('createParser(String)')(
        '{"a":{"b":[1,2]},"n":1.5,"t":true,"o":{"x":"y"},"z":null}',
      );
      const step = (key: string, ...args: Value[]): Value => call(key, 'JSONParser')(parser, ...args);
      const next = (): string => String(step('nextToken()'));
      assert.equal(next(), 'START_OBJECT');
      assert.equal(next(), 'FIELD_NAME');
      assert.equal(step('getText()'), 'a');
      assert.equal(String(step('nextValue()')), 'START_OBJECT');
      assert.equal(step('getCurrentName()'), 'a');
      step('skipChildren()');
      assert.equal(String(step('getCurrentToken()')), 'END_OBJECT');
      assert.equal(String(step('nextValue()')), 'VALUE_NUMBER_FLOAT');
      assert.equal(step('getCurrentName()'), 'n');
      assert.equal(String(step('getDecimalValue()')), '1.5');
      assert.equal(step('getIntegerValue()'), 1);
      step('nextValue()');
      assert.equal(step('getBooleanValue()'), true);
      step('nextValue()');
      const inner: Value = step('readValueAs(Type)', typeValue(types.get('Map<String,String>')));
      assert.equal(inner.get('x'), 'y');
      assert.equal(String(step('getCurrentToken()')), 'END_OBJECT');
      step('nextValue()');
      assert.equal(step('getCurrentName()'), 'z');
      assert.match(
        thrown(() => step('getBooleanValue()')),
        /not of boolean type/,
      );
      assert.equal(next(), 'END_OBJECT');
      assert.equal(step('nextToken()'), null);
      assert.equal(step('hasCurrentToken()'), false);
    }),
  );
});
