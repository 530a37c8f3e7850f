import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ApexParserFactory, ThrowingErrorListener, type ApexParser } from '@apexdevtools/apex-parser';
import { takeShortcuts } from '../../src/syntax/shortcuts.ts';

const CONFORMANCE = join(import.meta.dirname, '../../conformance/force-app');

/** Every class of the conformance project, which uses all of the language. */
const SOURCES = readdirSync(CONFORMANCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cls'))
  .map((name) => readFileSync(join(CONFORMANCE, name), 'utf8'));

function parserOf(text: string): ApexParser {
  const lexer = ApexParserFactory.createLexer(text);
  const parser = ApexParserFactory.createParser(ApexParserFactory.createTokenStream(lexer));
  parser.addErrorListener(ThrowingErrorListener.INSTANCE);
  return parser;
}

function treeOf(parser: ApexParser): string {
  return parser.compilationUnit().toStringTree(parser.ruleNames, parser);
}

/** How many steps of prediction were worked out so far; parsers of one process share them. */
function workedOut(parser: ApexParser): number {
  const { decisionToDFA } = parser._interp as unknown as {
    decisionToDFA: readonly { readonly states: { readonly length: number } }[];
  };
  return decisionToDFA.reduce((sum, { states }) => sum + states.length, 0);
}

test('shortcuts give the tree of the full prediction and spare most of its work', () => {
  const quick = SOURCES.map((text) => {
    const parser = parserOf(text);
    takeShortcuts(parser);
    return treeOf(parser);
  });
  const worked = workedOut(parserOf(''));
  const full = SOURCES.map((text) => treeOf(parserOf(text)));
  assert.deepEqual(quick, full);
  const without = workedOut(parserOf('')) - worked;
  assert.ok(worked * 3 < without, `${worked} states with shortcuts, ${without} more without`);
});
