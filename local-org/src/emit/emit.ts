import type { EncodedSourceMap } from '@jridgewell/gen-mapping';
import type { TriggerHead } from '../check/trigger.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { IrClass, IrInitialStep, IrProgramUnit } from '../ir/ir.ts';
import { ANONYMOUS } from '../types/anonymous.ts';
import type { ClassSymbol } from '../types/symbols.ts';
import { classHead, classMembers } from './class-info.ts';
import { emitClass } from './class.ts';
import { CoverageCounters, ModuleLinks } from './module.ts';
import { sourceMap } from './source-map.ts';
import { write, type Code } from './writer.ts';

/** One source file as JavaScript: the body of a function of `$rt` that gives an `EmittedUnit` (`runtime/linker.ts`). */
export interface EmittedFile {
  readonly file: string;
  /** The top-level class. */
  readonly className: string;
  /** What it is for, when it is a trigger. */
  readonly trigger: TriggerHead | null;
  /** Test classes are not covered by tests. */
  readonly isTest: boolean;
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** Where each method stands, for stack traces. */
  readonly methods: readonly MethodPlace[];
  /** What code outside of a method is called in a stack trace: `Foo.<init>`. */
  readonly initialiser: string;
  /** Executable lines and their counters; empty without coverage. */
  readonly lines: readonly (readonly [line: number, counter: number])[];
}

export interface MethodPlace {
  /** `Outer.Inner.run` */
  readonly name: string;
  readonly first: Position;
  /** Behind its last character. */
  readonly last: Position;
}

export interface Position {
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export interface EmitOptions {
  readonly coverage: boolean;
}

const PRELUDE = `"use strict";
const $n = $rt.notNull, $s = $rt.text, $d = $rt.integer.divide, $t = $rt.heldText;
`;

/** Emits a file. `text` is its source, needed to know where methods end. */
export function emitFile(unit: IrProgramUnit, text: string, options: EmitOptions): EmittedFile {
  const links = new ModuleLinks();
  const counters = options.coverage ? new CoverageCounters() : null;
  const classes = unit.classes.flatMap(withInner);
  const bodies = classes.map((each): Code => {
    const kind = each.symbol.kind;
    const make = kind === 'class' ? emitClass(each, links, counters) : 'null';
    return [
      '{ name: ',
      JSON.stringify(each.symbol.fullName),
      ', make: ',
      make,
      ', head: ',
      classHead(each),
      ', members: () => (',
      classMembers(each),
      ') },\n',
    ];
  });
  const code: Code = [
    PRELUDE,
    counters ? `const $c = $rt.counters(${JSON.stringify(unit.file)}, ${counters.lines.size});\n` : '',
    links.declarations(),
    'return {\n  classes: [\n',
    ...bodies,
    '  ],\n  link() {\n',
    links.fills(),
    '  },\n};\n',
  ];
  const { text: javascript, mappings } = write(code);
  return {
    file: unit.file,
    className: unit.classes[0]?.symbol.fullName ?? '',
    trigger: null,
    isTest: unit.classes.some((each) => each.symbol.isTest),
    code: javascript,
    map: sourceMap(unit.file, mappings),
    methods: classes.flatMap((each) => places(each, text)),
    initialiser: `${classes[0]?.symbol.name ?? 'AnonymousBlock'}.<init>`,
    lines: [...(counters?.lines ?? [])],
  };
}

function withInner(each: IrClass): IrClass[] {
  return [each, ...each.inner.flatMap(withInner)];
}

function places(each: IrClass, text: string): MethodPlace[] {
  const owner = apexName(each.symbol);
  const lineOf = lineIndex(text);
  const place = (name: string, { line, column, end }: Span): MethodPlace => {
    const last = { line: lineOf(end), column: end - text.lastIndexOf('\n', end - 1) };
    return { name: `${owner}.${name}`, first: { line, column }, last };
  };
  const step = (name: string, one: IrInitialStep): MethodPlace =>
    place(name, one.kind === 'field' ? one.span : one.body.span);
  return [
    ...each.instanceSteps.map((one) => step('<init>', one)),
    ...each.staticSteps.map((one) => step('<clinit>', one)),
    ...each.constructors.map((one) => place('<init>', one.span)),
    ...each.methods.map((one) => place(one.symbol.name, one.span)),
    ...each.accessors.map((one) => place(`__sfdc_${one.field.name}`, one.span)),
  ];
}

/** `Outer.Inner`; code outside of any class is the platform's AnonymousBlock. */
function apexName(symbol: ClassSymbol): string {
  const name = symbol.name === ANONYMOUS ? 'AnonymousBlock' : symbol.name;
  return symbol.outer ? `${apexName(symbol.outer)}.${name}` : name;
}

function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
