import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery, parseSearch, SoqlSyntaxError } from '../../src/syntax/parse.ts';
import type { SoqlQuery } from '../../src/syntax/soql.ts';
import { bare, expression } from './tree.ts';

const path = (text: string) => ({ parts: text.split('.') });
const field = (text: string) => ({ kind: 'field', field: path(text) });
const name = (text: string) => ({ kind: 'name', name: text });
const bareQuery = (text: string) => bare(parseQuery(text)) as SoqlQuery;
const where = (text: string) => bareQuery(`SELECT Id FROM A WHERE ${text}`).where as unknown;
const right = (text: string) => (where(`F = ${text}`) as { right: unknown }).right;

test('reads what is selected', () => {
  const { select } = bareQuery(
    'SELECT Id, a.B.C x, COUNT(), MAX(D) m, CALENDAR_YEAR(convertTimezone(E)), FIELDS(ALL), toLabel(F), ' +
      "DISTANCE(G, GEOLOCATION(1, -2.5), 'mi'), (SELECT Id FROM Cs), " +
      'TYPEOF W WHEN P THEN Q, R.S ELSE T END FROM A',
  );
  const call = (called: string, ...given: unknown[]) => ({ name: called, arguments: given });
  const value = (kind: string, text: string) => ({ kind: 'value', value: { kind, value: text } });
  assert.deepEqual(select.slice(0, 8), [
    { ...field('Id'), alias: null },
    { ...field('a.B.C'), alias: 'x' },
    { kind: 'function', call: call('COUNT'), alias: null },
    { kind: 'function', call: call('MAX', field('D')), alias: 'm' },
    {
      kind: 'function',
      call: call('CALENDAR_YEAR', { kind: 'function', call: call('CONVERTTIMEZONE', field('E')) }),
      alias: null,
    },
    { kind: 'function', call: call('FIELDS', field('ALL')), alias: null },
    { kind: 'function', call: call('TOLABEL', field('F')), alias: null },
    {
      kind: 'function',
      call: call(
        'DISTANCE',
        field('G'),
        { kind: 'function', call: call('GEOLOCATION', value('number', '1'), value('number', '-2.5')) },
        value('string', 'mi'),
      ),
      alias: null,
    },
  ]);
  assert.equal(select[8]?.kind, 'subquery');
  assert.deepEqual(select[9], {
    kind: 'typeof',
    typeOf: {
      field: path('W'),
      cases: [{ object: 'P', fields: [path('Q'), path('R.S')] }],
      otherwise: [path('T')],
    },
  });
});

test('reads the clauses', () => {
  const query = bareQuery(
    'SELECT A FROM B b, b.C c USING SCOPE mine WHERE X = 1 WITH USER_MODE GROUP BY ROLLUP(A, DAY_ONLY(D)) ' +
      'HAVING COUNT(Id) > 1 ORDER BY A DESC NULLS LAST, MAX(E) LIMIT 5 OFFSET :o ALL ROWS FOR VIEW FOR REFERENCE',
  );
  assert.deepEqual(query.from, [
    { path: ['B'], alias: 'b' },
    { path: ['b', 'C'], alias: 'c' },
  ]);
  assert.equal(query.scope, 'mine');
  assert.equal(query.access, 'user');
  assert.equal(query.groupBy?.kind, 'rollup');
  assert.equal(query.groupBy?.items.length, 2);
  assert.equal(query.having?.kind, 'comparison');
  assert.deepEqual(
    query.orderBy.map(({ descending, nulls }) => [descending, nulls]),
    [
      [true, 'last'],
      [false, null],
    ],
  );
  assert.deepEqual(query.limit, { kind: 'number', value: '5' });
  assert.deepEqual(query.offset, { kind: 'bind', index: 0, expression: name('o') });
  assert.equal(query.allRows, true);
  assert.deepEqual(query.forClauses, ['view', 'reference']);
});

test('keeps what WITH says', () => {
  const read = (clause: string) => {
    const { access, otherWith } = bareQuery(`SELECT Id FROM A WITH ${clause}`);
    return [access, otherWith];
  };
  assert.deepEqual(read('system_mode'), ['system', null]);
  assert.deepEqual(read('SECURITY_ENFORCED'), ['securityEnforced', null]);
  assert.deepEqual(read('DATA CATEGORY Geo__c AT x__c'), [null, 'WITH DATA CATEGORY Geo__c AT x__c']);
});

test('reads values', () => {
  assert.deepEqual(right('null'), { kind: 'null' });
  assert.deepEqual(right('True'), { kind: 'boolean', value: true });
  assert.deepEqual(right('- 1.5'), { kind: 'number', value: '-1.5' });
  assert.deepEqual(right('2024-02-29'), { kind: 'date', value: '2024-02-29' });
  assert.deepEqual(right('2024-02-29T10:00:00.000+01:00'), {
    kind: 'datetime',
    value: '2024-02-29T10:00:00.000+01:00',
  });
  assert.deepEqual(right('10:00:00Z'), { kind: 'time', value: '10:00:00Z' });
  assert.deepEqual(right('last_n_days:30'), { kind: 'dateLiteral', name: 'LAST_N_DAYS', count: 30 });
  assert.deepEqual(right('TODAY'), { kind: 'dateLiteral', name: 'TODAY', count: null });
  assert.deepEqual(right('usd5000'), { kind: 'currency', code: 'USD', value: '5000' });
  assert.deepEqual(right('USD50.5'), { kind: 'currency', code: 'USD', value: '50.5' });
  assert.deepEqual(right(String.raw`'O\'x \_ \% \\'`), {
    kind: 'string',
    value: String.raw`O'x \_ \% ` + '\\',
  });
  assert.deepEqual(where("F includes ('a;b', 'c')"), {
    kind: 'comparison',
    left: field('F'),
    operator: 'includes',
    right: {
      kind: 'list',
      values: [
        { kind: 'string', value: 'a;b' },
        { kind: 'string', value: 'c' },
      ],
    },
  });
});

test('reads operators and nests conditions', () => {
  const operator = (text: string) => (where(`F ${text} 'x'`) as { operator: string }).operator;
  const written = ['=', '!=', '<>', '<', '<=', '>', '>=', 'LIKE'];
  assert.deepEqual(written.map(operator), ['=', '!=', '!=', '<', '<=', '>', '>=', 'like']);
  assert.equal((where('F NOT IN :x') as { operator: string }).operator, 'notIn');
  const kinds = (node: unknown): unknown => {
    const { kind, conditions, condition } = node as {
      kind: string;
      conditions?: unknown[];
      condition?: unknown;
    };
    return conditions ? [kind, ...conditions.map(kinds)] : condition ? [kind, kinds(condition)] : kind[0];
  };
  assert.deepEqual(kinds(where('A = 1 AND (B = 2 OR (NOT C = 3)) AND D = 4')), [
    'and',
    'c',
    ['or', 'c', ['not', 'c']],
    'c',
  ]);
});

test('binds are numbered in source order, those of sub-queries included', () => {
  const found = expression(
    '[SELECT Id, (SELECT Id FROM Cs WHERE A = :one) FROM B ' +
      'WHERE C IN :a.b[0].c() AND D IN (SELECT E FROM F WHERE G = :i + 1) LIMIT :four]',
  );
  const seen: [number, string][] = [];
  JSON.stringify(
    found,
    (_key, node: { kind?: string; index: number; expression: { kind: string } } | null) => {
      if (node?.kind === 'bind') seen.push([node.index, node.expression.kind]);
      return node;
    },
  );
  assert.deepEqual(
    seen.sort(([left], [right_]) => left - right_),
    [
      [0, 'name'],
      [1, 'call'],
      [2, 'binary'],
      [3, 'name'],
    ],
  );
});

test('reads a search in Apex and as text', () => {
  const inApex = expression(
    "x = [FIND 'a\\'b*' IN NAME FIELDS RETURNING A(Id, B.C WHERE D = :d LIMIT 3), E LIMIT 4]",
  );
  const { value } = bare(inApex) as { value: { query: Record<string, unknown> } };
  assert.deepEqual(value.query['search'], { kind: 'string', value: "a'b*" });
  assert.equal(value.query['in'], 'NAME');
  const returning = value.query['returning'] as { object: string; fields: unknown[]; limit: unknown }[];
  assert.deepEqual(
    returning.map(({ object, fields }) => [object, fields]),
    [
      [
        'A',
        [
          { kind: 'field', field: path('Id'), alias: null },
          { kind: 'field', field: path('B.C'), alias: null },
        ],
      ],
      ['E', []],
    ],
  );
  assert.deepEqual(value.query['limit'], { kind: 'number', value: '4' });
  const text = parseSearch('FIND {acme OR "x y"} RETURNING Account(Id) WITH SNIPPET');
  assert.deepEqual(bare(text.search), { kind: 'string', value: 'acme OR "x y"' });
  assert.deepEqual(text.with, ['WITH SNIPPET']);
  assert.deepEqual([text.returning[0]?.object.span.column, text.span.start], [32, 0]);
});

const WRONG: Readonly<Record<string, string>> = {
  '': "1:1 Unexpected end of file; expected 'select'.",
  'SELECT Id FROM': "1:15 Unexpected end of file; expected 'from'.",
  'SELECT Id,, Name FROM A': "1:11 Unexpected ','; expected a name.",
  'SELECT Id FROM A WHERE': "1:18 Unexpected 'WHERE': the clause is not complete.",
  'SELECT Id\nFROM A LIMIT 1 x': "2:16 Unexpected 'x'.",
  'SELECT Id FROM A WHERE B = 1 AND C = 2 OR D = 3': "1:40 Unexpected 'OR'.",
  "SELECT Id FROM A WHERE B = 'x": '1:28 The string literal is not closed.',
};

for (const [text, expected] of Object.entries(WRONG)) {
  test(`refuses ${JSON.stringify(text)}`, () => {
    assert.throws(
      () => parseQuery(text),
      (error) => {
        assert.ok(error instanceof SoqlSyntaxError);
        assert.equal(`${error.line}:${error.column} ${error.message}`, expected);
        return true;
      },
    );
  });
}

test('refuses what is no search', () => {
  assert.throws(() => parseSearch('FIND {a} RETRNING x'), { name: 'SoqlSyntaxError', line: 1, column: 10 });
});
