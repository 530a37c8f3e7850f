import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Expression } from '../../src/filter/ast.ts';
import { parseFilter } from '../../src/filter/parser.ts';
import { SqlFilter, type Parameters } from '../../src/filter/sql.ts';
import { Problem } from '../../src/http/problem.ts';
import { Store } from '../../src/store/store.ts';
import { matches, type Row } from './oracle.ts';

const PARAMETERS: Parameters = {
  id: { type: 'id', sql: 't.id' },
  name: { type: 'text', sql: 't.name' },
  city: { type: 'text', sql: 't.city' },
  size: { type: 'integer', sql: 't.size' },
  tag: { type: 'text', sql: 'x.tag', within: 't.id IN (SELECT x.row FROM tags x WHERE %)' },
};

const parse = (text: string): Expression => parseFilter(text, 50);

// ---- expressions as text, written with as few or as many brackets as they like

const word = fc.constantFrom('a', 'A', 'ab', "o'b", 'x%', 'x_', '', 'é', 'AND', '(', '100%', '\u{1F600}');
const pattern = fc.constantFrom('a%', '%', '_', 'A_', "o'%", '%b', 'x\\%', '.', '[a]');
const size = fc.integer({ min: -3, max: 3 }).map(String);
const textName = fc.constantFrom('name', 'city');

const predicate: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    kind: fc.constant('compare' as const),
    name: textName,
    at: fc.constant(0),
    operator: fc.constantFrom('EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE'),
    value: word,
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    name: textName,
    at: fc.constant(0),
    operator: fc.constant('LIKE' as const),
    value: pattern,
  }),
  fc.record({
    kind: fc.constant('compare' as const),
    name: fc.constant('size'),
    at: fc.constant(0),
    operator: fc.constantFrom('EQ', 'NEQ', 'LT', 'GTE'),
    value: size,
  }),
  fc.record({
    kind: fc.constant('in' as const),
    name: textName,
    at: fc.constant(0),
    values: fc.array(word, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('null' as const),
    name: fc.constantFrom('name', 'city', 'size'),
    at: fc.constant(0),
    negated: fc.boolean(),
  }),
) as fc.Arbitrary<Expression>;

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5 },
    predicate,
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      left: tie('expression'),
      right: tie('expression'),
    }) as fc.Arbitrary<Expression>,
    fc.record({ kind: fc.constant('not' as const), operand: tie('expression') }),
  ),
}));

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const BINDING = { or: 1, and: 2, not: 3 } as const;

/** Text with brackets only where the grammar needs them: this is what tests precedence. */
function print(node: Expression, outer = 0): string {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const own = BINDING[node.kind];
      // Both operators associate to the left, so an equal one on the right needs brackets.
      const text = `${print(node.left, own)} ${node.kind.toUpperCase()} ${print(node.right, own + 1)}`;
      return own < outer ? `(${text})` : text;
    }
    case 'not':
      return `NOT ${print(node.operand, BINDING.not)}`;
    case 'compare':
      return `${node.name} ${node.operator} ${quoted(node.value)}`;
    case 'in':
      return `${node.name} IN (${node.values.map(quoted).join(',')})`;
    case 'null':
      return `${node.name} IS ${node.negated ? 'NOT ' : ''}NULL`;
  }
}

function withoutPlaces(node: Expression): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

const cell = fc.option(word, { nil: null });
const row: fc.Arbitrary<Row> = fc.record({
  name: cell,
  city: cell,
  size: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
});

test('what is printed with the fewest brackets is parsed to the same tree', () => {
  fc.assert(
    fc.property(expression, (node) => {
      assert.deepEqual(withoutPlaces(parse(print(node))), withoutPlaces(node));
    }),
    { numRuns: 500 },
  );
});

test('SQL finds the rows that the oracle finds', () => {
  const store = new Store();
  store.exec(
    'PRAGMA case_sensitive_like = ON; CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, city TEXT, size INTEGER)',
  );
  fc.assert(
    fc.property(expression, fc.array(row, { minLength: 1, maxLength: 8 }), (node, rows) => {
      store.exec('DELETE FROM t');
      rows.forEach((one, at) =>
        store.run(
          'INSERT INTO t VALUES (?, ?, ?, ?)',
          at,
          one['name'] ?? null,
          one['city'] ?? null,
          one['size'] ?? null,
        ),
      );
      const { sql, values } = new SqlFilter(PARAMETERS, { parseInstant: () => undefined }).condition(
        parse(print(node)),
      );
      const found = store
        .all(`SELECT id FROM t WHERE ${sql} ORDER BY id`, ...values)
        .map(({ id }) => Number(id));
      const expected = rows.flatMap((one, at) => (matches(node, one) ? [at] : []));
      assert.deepEqual(found, expected, print(node));
    }),
    { numRuns: 500 },
  );
  store.close();
});

test('any text is either an expression or refused as 422', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .array(fc.constantFrom('name', 'EQ', "'a'", '(', ')', 'AND', 'NOT', 'IN', ',', 'IS', 'NULL', 'OR'))
          .map((all) => all.join(' ')),
      ),
      (text) => {
        try {
          parse(text);
        } catch (error) {
          assert.ok(error instanceof Problem && error.status === 422, String(error));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('NOT binds before AND, AND before OR', () => {
  const tree = parse("NOT name EQ 'a' AND city EQ 'b' OR size EQ '1'");
  assert.equal(tree.kind, 'or');
  assert.equal(tree.kind === 'or' && tree.left.kind, 'and');
  assert.equal(tree.kind === 'or' && tree.left.kind === 'and' && tree.left.left.kind, 'not');
});

test('the example of the reference is understood', () => {
  assert.equal(parse("(status EQ 'ACTIVE') AND (external_account_num LIKE '001%')").kind, 'and');
});

test('IN takes fifty values and not one more', () => {
  const list = (count: number): string => `name IN (${Array.from({ length: count }, () => "'a'").join(',')})`;
  assert.equal(parse(list(50)).kind, 'in');
  assert.throws(() => parse(list(51)), /at most 50/);
});

test('a refusal says what was expected and where', () => {
  assert.throws(
    () => parse("name EQ 'a' city EQ 'b'"),
    /expected AND, OR or the end but found "city" at character 13/,
  );
  assert.throws(() => parse("name EQ 'a"), /A quote is not closed at character 9/);
  assert.throws(() => parse('name IS MAYBE'), /expected NULL or NOT NULL but found "MAYBE"/);
  assert.throws(() => parse(`${'('.repeat(500)}name EQ 'a'`), /more than 200 terms/);
});

test('values of another table are compared inside it', () => {
  const store = new Store();
  store.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE tags (row INTEGER, tag TEXT)');
  store.exec(
    "INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c'); INSERT INTO tags VALUES (1, 'x'), (1, 'y'), (2, 'y')",
  );
  const idsOf = (text: string): number[] => {
    const { sql, values } = new SqlFilter(PARAMETERS, { parseInstant: () => undefined }).condition(
      parse(text),
    );
    return store.all(`SELECT id FROM t WHERE ${sql} ORDER BY id`, ...values).map(({ id }) => Number(id));
  };
  assert.deepEqual(idsOf("tag EQ 'y'"), [1, 2]);
  assert.deepEqual(idsOf("NOT tag EQ 'x'"), [2, 3]);
  assert.deepEqual(idsOf('tag IS NULL'), [3]);
  assert.deepEqual(idsOf('tag IS NOT NULL'), [1, 2]);
  store.close();
});
