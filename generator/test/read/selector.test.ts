/** Selectors over made-up types, decoded without reading whole mappings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Project, ts } from 'ts-morph';
import type { PathModel } from '../../src/model/model.ts';
import { ApiTypes } from '../../src/read/api-types.ts';
import { ReadContext } from '../../src/read/context.ts';
import { pathOf } from '../../src/read/selector.ts';

const numRuns = process.env['BILLWRIGHT_LONG'] ? 2000 : 150;

const language = `
export declare function only(value: unknown, tag: unknown): any;
export declare function one(elements: unknown, match: unknown): any;
export declare function first(elements: unknown): any;
`;

interface Decoded {
  readonly path: PathModel | undefined;
  readonly codes: readonly string[];
  /** The underlined texts and the fixes. */
  readonly found: readonly { readonly text: string; readonly fix: string }[];
}

/** Decodes one selector whose parameter is \`r\`, of the type Root. */
function decode(types: string, selector: string): Decoded {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  project.createSourceFile('/language/index.ts', language);
  const imports = "import { only, one, first } from './language/index';\n";
  const text = `${imports}${types}\nexport const chosen = ${selector};\n`;
  project.createSourceFile('/test.ts', text);
  const program = project.getProgram().compilerObject;
  const ctx = new ReadContext({
    checker: program.getTypeChecker(),
    relative: (file) => file,
    isLanguage: (file) => file.startsWith('/language/'),
  });
  const file = program.getSourceFile('/test.ts');
  assert.ok(file);
  const api = new ApiTypes(ctx);
  api.readAll([file]);
  const chosen = file.statements.findLast((statement) => ts.isVariableStatement(statement));
  const initializer = chosen?.declarationList.declarations[0]?.initializer;
  assert.ok(initializer);
  const path = pathOf(ctx, api, 'Root', initializer);
  const lines = text.split('\n');
  return {
    path,
    codes: ctx.diagnostics.map(({ code }) => code),
    found: ctx.diagnostics.map(({ source: { line, column, length }, fix }) => ({
      text: lines[line - 1]?.slice(column - 1, column - 1 + length) ?? '',
      fix,
    })),
  };
}

/** One step of a made-up path: how the type before it is declared, how it is selected, how people read it. */
interface Hop {
  readonly kind: 'plain' | 'optional' | 'list' | 'chosen' | 'union';
  readonly name: string;
}

const name = fc.stringMatching(/^[a-z][a-zA-Z_]{3,11}$/).filter((text) => text !== 'constructor');
const hops = fc.uniqueArray(
  fc.record<Hop>({ kind: fc.constantFrom('plain', 'optional', 'list', 'chosen', 'union'), name }),
  { selector: (hop) => hop.name, minLength: 0, maxLength: 5 },
);

/** Types named Root, T1, T2, … of which each holds the next, a selector through all of them, and its text. */
function example(path: readonly Hop[], last: string): { types: string; selector: string; text: string } {
  const typeName = (index: number): string => (index === 0 ? 'Root' : `T${index}`);
  const declarations = path.map(({ kind, name: key }, index) => {
    const next = typeName(index + 1);
    const type = kind === 'list' || kind === 'chosen' ? `${next}[]` : kind === 'union' ? `U${next}` : next;
    return `${key}${kind === 'optional' ? '?' : ''}: ${type};`;
  });
  const bodies = [...declarations, `${last}: string;`];
  const types = bodies.map(
    (body, index) =>
      `/** @documented T */ export interface ${typeName(index)} { tag: '${typeName(index)}'; ${body} }`,
  );
  const unions = path.flatMap(({ kind }, index) =>
    kind === 'union' ? [`export type U${typeName(index + 1)} = ${typeName(index + 1)} | Other;`] : [],
  );
  const start = { selector: 'r', text: '' };
  const whole = path.reduce(({ selector, text }, { kind, name: key }, index) => {
    const tag = typeName(index + 1);
    const before = `${selector}.${key}`;
    const read = text === '' ? key : `${text}.${key}`;
    switch (kind) {
      case 'plain':
        return { selector: before, text: read };
      case 'optional':
        return { selector: `${before}!`, text: read };
      case 'list':
        return { selector: `first(${before})`, text: `${read}[first]` };
      case 'chosen':
        return { selector: `one(${before}, { tag: '${tag}' })`, text: `${read}[${tag}]` };
      case 'union':
        return { selector: `only(${before}, { tag: '${tag}' })`, text: `${read}(${tag})` };
    }
  }, start);
  return {
    types: [...types, "/** @documented T */ export interface Other { tag: 'Other' }", ...unions].join('\n'),
    selector: `(r: Root) => ${whole.selector}.${last}`,
    text: whole.text === '' ? last : `${whole.text}.${last}`,
  };
}

test('a selector through any types gives its steps in their order', () => {
  fc.assert(
    fc.property(hops, (path) => {
      const { types, selector, text } = example(path, 'last');
      const { path: found, codes } = decode(types, selector);
      assert.deepEqual(codes, []);
      assert.equal(found?.text, text);
      assert.equal(
        found.optional,
        path.some(({ kind }) => kind === 'optional'),
      );
      assert.deepEqual(found.type, { kind: 'scalar', scalar: 'string' });
      const names = found.steps.flatMap((step) => (step.kind === 'property' ? [step.name] : []));
      assert.deepEqual(names, [...path.map((hop) => hop.name), 'last']);
    }),
    { numRuns },
  );
});

test('a slip of the keyboard is underlined, and the right name suggested', () => {
  const slip = fc.record({ path: hops, right: name, at: fc.nat(), letter: fc.constantFrom(...'qxzjk') });
  fc.assert(
    fc.property(slip, ({ path, right, at, letter }) => {
      const others = new Set(['tag', ...path.map((hop) => hop.name)]);
      fc.pre(!others.has(right));
      const place = 1 + (at % (right.length - 1));
      const wrong = `${right.slice(0, place)}${letter}${right.slice(place + 1)}`;
      fc.pre(wrong !== right && !others.has(wrong));
      const { types, selector } = example(path, right);
      const {
        path: found,
        codes,
        found: told,
      } = decode(types, selector.replace(new RegExp(`${right}$`), wrong));
      assert.equal(found, undefined);
      assert.deepEqual(codes, ['BW1101']);
      assert.equal(told[0]?.text, wrong);
      assert.ok(told[0].fix.startsWith(`Did you mean "${right}"?`), told[0].fix);
    }),
    { numRuns },
  );
});

test('whatever stands in a selector, it gives a path or says why not', () => {
  const { types } = example([{ kind: 'list', name: 'items' }], 'last');
  const word = fc.constantFrom(
    'r',
    '.items',
    '?.',
    '!',
    'first(',
    'one(',
    'only(',
    ')',
    '.last',
    "['last']",
    '{}',
    '+',
    '1',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      const { path, codes } = decode(types, `(r: Root) => ${words.join('')}`);
      assert.notEqual(path === undefined, codes.length === 0);
    }),
    { numRuns },
  );
});

const party = `
/** @documented T1 */ export interface Root { readonly parties: Party[]; main: Party | null; mail?: Mail[]; }
/** @observed T2 */ export interface Company { kind: 'company'; name: string; 
  /** @inferred a guess */
  vat: string;
  mail: Mail[];
}
/** @documented T3 */ export interface Person { kind: 'person'; name: string; mail: Mail[] }
export type Party = Company | Person;
/** @documented T4 */ export interface Mail { use: 'work' | 'home'; 'e-mail': string; }
`;

test('the least certain mark on the way counts, and the last of several', () => {
  const mark = (selector: string) => decode(party, selector).path?.mark;
  assert.deepEqual(mark("(r) => only(r.main, { kind: 'company' }).vat"), {
    status: 'inferred',
    sources: ['a guess'],
  });
  assert.deepEqual(mark("(r) => only(r.main, { kind: 'person' }).name"), {
    status: 'documented',
    sources: ['T3'],
  });
  assert.deepEqual(mark('(r) => r.main!.name'), { status: 'observed', sources: ['T2'] });
});

test('what all members of a union have alike is selected from the union itself', () => {
  const { path } = decode(party, "(r) => one(r.main?.mail, { use: 'work' })['e-mail']");
  assert.equal(path?.text, 'main.mail[work].e-mail');
  assert.deepEqual(
    path.steps.map((step) => (step.kind === 'property' ? `${step.of}.${step.name}` : step.kind)),
    ['Root.main', 'Party.mail', 'one', 'Mail.e-mail'],
  );
});

test('optional and read-only come from any property on the way', () => {
  const flags = (selector: string) => {
    const { path } = decode(party, selector);
    return [path?.optional, path?.readOnly];
  };
  assert.deepEqual(flags("(r) => one(r.parties, { kind: 'person' }).name"), [false, true]);
  assert.deepEqual(flags('(r) => r.main!.name'), [true, false]);
  assert.deepEqual(flags("(r) => first(r.mail)['e-mail']"), [true, false]);
});
