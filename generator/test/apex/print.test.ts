/** The Apex printer against Prettier itself, over made-up names and texts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Statement } from '../../src/emit/apex/print/class.ts';
import { assign, classText, declare, give, method, property, run } from '../../src/emit/apex/print/class.ts';
import type { Expression } from '../../src/emit/apex/print/expression.ts';
import { call, cast, create, list, map, set } from '../../src/emit/apex/print/expression.ts';
import { apexDoc, apexString } from '../../src/emit/apex/print/text.ts';
import { isReservedInApex } from '../../src/model/reserved-words.ts';
import { formattedApex } from './prettier.ts';

const name = fc
  .stringMatching(/^[a-z][A-Za-z0-9]{0,39}$/)
  .filter((word) => !isReservedInApex(word) && !['last', 'first', 'get', 'of'].includes(word.toLowerCase()))
  .map((word) => `x${word}`);
const type = name.map((word) => `T${word}`);
/** Of all widths, and with everything that needs an escape. */
const text = fc.string({
  unit: fc.oneof(
    { arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }), weight: 8 },
    fc.constantFrom('\n', '\t', "'", '\\', 'é', 'ß', '’', '…', '日', '한', '👍', '\u0000'),
  ),
  maxLength: 80,
});

const { expression } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(name, text.map(apexString), fc.integer({ min: 0, max: 99999 }).map(String)),
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(name, name, fc.array(tie('expression'), { maxLength: 4 }))
      .map(([on, at, args]) => call(`${on}.${at}`, ...args)),
    fc.tuple(type, fc.array(tie('expression'), { maxLength: 3 })).map(([of, args]) => create(of, ...args)),
    fc.tuple(type, fc.array(tie('expression'), { maxLength: 4 })).map(([of, items]) => list(of, items)),
    fc.tuple(type, fc.array(tie('expression'), { maxLength: 4 })).map(([of, items]) => set(of, items)),
    fc
      .tuple(type, fc.array(fc.tuple(text.map(apexString), tie('expression')), { maxLength: 3 }))
      .map(([of, entries]) => map('String', of, entries)),
  ),
}));
const calls = fc
  .tuple(name, name, fc.array(expression, { maxLength: 4 }))
  .map(([on, at, args]) => call(`${on}.${at}`, ...args));
const statement: fc.Arbitrary<Statement> = fc.oneof(
  calls.map(run),
  expression.map(give),
  fc.tuple(name, expression).map(([target, value]) => assign(target, value)),
  fc.tuple(type, name, expression).map(([of, target, value]) => declare(of, target, value)),
  fc.tuple(type, calls).map(([of, value]) => give(cast(of, value))),
);

function classOf(statements: readonly Statement[], doc = 'A class.'): string {
  return classText({
    doc: [doc],
    head: 'public inherited sharing class Made',
    members: [method({ doc: [doc], modifiers: 'public', returns: 'Object', name: 'go', statements })],
  });
}

describe('layout', () => {
  test('statements are laid out as by Prettier', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 20, maxLength: 40 }), async (statements) => {
        const content = classOf(statements);
        assert.equal(content, await formattedApex(content));
      }),
      { numRuns: 25 },
    );
  });

  test('methods and properties are laid out as by Prettier', async () => {
    const parameter = fc.record({ type, name });
    const members = fc.array(fc.tuple(type, name, fc.array(parameter, { maxLength: 5 }), text), {
      minLength: 5,
      maxLength: 10,
    });
    await fc.assert(
      fc.asyncProperty(members, async (all) => {
        const content = classText({
          doc: [],
          head: 'public inherited sharing class Made',
          members: all.flatMap(([returns, called, parameters, doc]) => [
            method({
              doc: [doc],
              modifiers: 'public',
              returns,
              name: called,
              parameters,
              statements: [give('null')],
            }),
            property(
              [doc],
              returns,
              `${called}Value`,
              give(call('this.get', "'a'")),
              run(call('this.put', 'value')),
            ),
          ]),
        });
        assert.equal(content, await formattedApex(content));
      }),
      { numRuns: 25 },
    );
  });
});

describe('literals', () => {
  const unescape = (literal: string): string =>
    literal
      .slice(1, -1)
      .replace(/\\(u[0-9A-F]{4}|.)/g, (_, escape: string) =>
        escape.length === 5
          ? String.fromCharCode(Number.parseInt(escape.slice(1), 16))
          : ({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[escape] ?? escape),
      );

  test('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => assert.equal(unescape(apexString(any)), any)),
    );
  });

  test('a literal stays on its line and ends where it ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        assert.match(apexString(any), /^'(?:[^'\\\n\r\u2028\u2029]|\\.)*'$/u);
      }),
    );
  });
});

describe('comments', () => {
  test('no text ends its comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', '/', ' ', 'a', '@', '\n') }), (any) => {
        const comment = apexDoc([any], 0).join('\n');
        if (comment !== '') assert.equal(comment.indexOf('*/'), comment.length - 2);
      }),
    );
  });

  test('lines are filled up to the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(words, (all) => {
        for (const line of apexDoc([all.join(' ')], 2)) assert.ok(line.length <= 110, line);
      }),
    );
  });

  test('paragraphs are parted', () => {
    assert.deepEqual(apexDoc(['One.', 'Two.'], 2), ['  /**', '   * One.', '   *', '   * Two.', '   */']);
  });

  test('nothing to say is no comment', () => {
    assert.deepEqual(apexDoc(['', ' '], 2), []);
  });
});
