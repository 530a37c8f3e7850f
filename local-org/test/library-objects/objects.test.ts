import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertEquals, assertIsTrue, assertNotEquals } from '../../src/library/assert/assertions.ts';
import { classes as assertClasses } from '../../src/library/assert/index.ts';
import type { Value } from '../../src/library/library.ts';
import { classes } from '../../src/library/objects/index.ts';
import { enumConstants, enumValueOf } from '../../src/library/objects/object.ts';
import { typeValue } from '../../src/library/objects/type-value.ts';
import { caught, dying } from '../../src/runtime/faults.ts';
import { Decimal } from '../../src/values/decimal.ts';
import { enumValue } from '../../src/values/enum.ts';
import { ApexException } from '../../src/values/exception.ts';
import { inFake, method, thrown, types } from './fakes.ts';

const call = (name: string, key: string): ((...args: Value[]) => Value) => method(name, key, classes);
const failed = (body: () => void): string => {
  const text = thrown(body);
  dying.now = false;
  return text;
};

describe('assertions', () => {
  it(
    'pass across number types and fail on case',
    inFake(() => {
      assertEquals(100, Decimal.of('100.0'));
      assertNotEquals('a', 'A');
      assert.equal(
        failed(() => assertEquals('a', 'b')),
        'System.AssertException: Assertion Failed: Expected: a, Actual: b',
      );
      const text = 'System.AssertException: Assertion Failed: msg: Expected: 1, Actual: null';
      assert.equal(
        failed(() => assertEquals(1, null, 'msg')),
        text,
      );
      assert.equal(
        failed(() => assertNotEquals(1, 1)),
        'System.AssertException: Assertion Failed: Same value: 1',
      );
      assert.equal(
        failed(() => assertIsTrue(null)),
        'System.AssertException: Assertion Failed',
      );
    }),
  );

  it(
    'can not be caught',
    inFake(() => {
      try {
        assertIsTrue(false, 'no');
      } catch (error) {
        assert.throws(
          () => caught(error),
          (rethrown) => rethrown === error,
        );
      }
      dying.now = false;
    }),
  );

  it(
    'tell types',
    inFake(() => {
      const isInstance = method('System.Assert', 'isInstanceOfType(Object,Type)', assertClasses);
      isInstance('a', typeValue(types.get('String')));
      const text = 'System.AssertException: Assertion Failed: Expected type: Integer, Actual: String';
      assert.equal(
        failed(() => isInstance('a', typeValue(types.get('Integer')))),
        text,
      );
    }),
  );
});

describe('exceptions', () => {
  it(
    'are made by all constructors',
    inFake(() => {
      const type = types.get('System.DmlException');
      const cause: Value = call('System.DmlException', '(String)')(type, 'inner');
      const outer: Value = call('System.DmlException', '(String,Exception)')(type, 'outer', cause);
      assert.ok(outer instanceof ApexException);
      assert.equal(outer['tostring/0'](), 'System.DmlException: outer');
      assert.equal(outer['getcause/0'](), cause);
      assert.equal(call('System.DmlException', '()')(type)['getmessage/0'](), 'Script-thrown exception');
    }),
  );

  it('are one class each', () => {
    const names = classes.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of [
      'System.NullPointerException',
      'System.QueryException',
      'Cache.Org.OrgCacheException',
    ]) {
      assert.ok(names.includes(name), name);
    }
  });
});

describe('Type and enums', () => {
  it(
    'find types by name',
    inFake(() => {
      const forName = call('System.Type', 'forName(String)');
      assert.equal(forName('account'), typeValue(types.get('Account')));
      assert.equal(forName('Nothing'), null);
      assert.equal(String(typeValue(types.get('List<String>'))), 'List<String>');
      assert.match(
        thrown(() => forName(null)),
        /^System.NullPointerException/,
      );
    }),
  );

  it(
    'find constants in any case',
    inFake(() => {
      const type = types.get('System.JSONToken');
      assert.equal(enumValueOf(type, 'start_array'), enumValue(type, 'START_ARRAY'));
      assert.equal(enumConstants(type).items[2].ordinal, 2);
      assert.match(
        thrown(() => enumValueOf(type, 'x')),
        /^System.NoSuchElementException/,
      );
    }),
  );
});

describe('exceptions of DML', () => {
  it(
    'tell what failed',
    inFake(() => {
      const exception: Value = call('System.DmlException', '(String)')(types.get('System.DmlException'), 'x');
      exception.$dmlFailures = [{ index: 2, id: null, statusCode: 'X', message: 'bad', fields: ['Name'] }];
      assert.equal(exception['getnumdml/0'](), 1);
      assert.equal(exception['getdmlindex/1'](0), 2);
      assert.deepEqual(exception['getdmlfieldnames/1'](0).items, ['Name']);
      assert.match(
        thrown(() => exception['getdmlmessage/1'](1)),
        /^System.ListException: List index out of bounds: 1/,
      );
    }),
  );
});
