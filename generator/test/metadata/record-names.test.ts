import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordNames } from '../../src/emit/metadata/records/record-names.ts';

const part = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9_]{0,60}$/));
const keys = fc.uniqueArray(fc.array(part, { minLength: 1, maxLength: 4 }), {
  selector: (parts) => parts.join('\0'),
  maxLength: 30,
});

test('every record has a valid name of its own, whatever it is called', () => {
  fc.assert(
    fc.property(keys, (all) => {
      const names = recordNames(all);
      for (const name of names) assert.match(name, /^(?=.{1,40}$)[A-Za-z](_?[A-Za-z0-9])*$/);
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, all.length);
    }),
  );
});

test('a record that comes later renames none', () => {
  fc.assert(
    fc.property(keys, fc.array(part, { minLength: 1 }), (all, later) => {
      fc.pre(all.every((parts) => parts.join('\0') !== later.join('\0')));
      assert.deepEqual(recordNames([...all, later]).slice(0, -1), recordNames(all));
    }),
  );
});

test('a short name stays as it is, a long one ends in a hash of all of it', () => {
  const long = (end: string): string[] => ['Mtr', 'BillingAccountCategoryOfTheThirdKind', end];
  const [short, one, other] = recordNames([
    ['Mtr', 'BillingAccount', 'create'],
    long('create'),
    long('update'),
  ]);
  assert.equal(short, 'Mtr_BillingAccount_create');
  assert.match(one ?? '', /^Mtr_BillingAccountCategoryOfThe_[0-9a-f]{8}$/);
  assert.notEqual(one, other);
});

test('names that differ only in case or in what they were joined from are told apart', () => {
  const names = recordNames([
    ['a_b', 'c'],
    ['a', 'b_c'],
    ['A', 'B', 'C'],
  ]);
  assert.equal(names[0], 'a_b_c');
  assert.match(names[1] ?? '', /^a_b_c_[0-9a-f]{8}$/);
  assert.match(names[2] ?? '', /^A_B_C_[0-9a-f]{8}$/);
});
