/** What every decoder needs: where a node stands, what a name means, and where to put what is wrong. */
import { ts } from 'ts-morph';
import type { Diagnostic } from '../model/diagnostics.ts';
import type { Source } from '../model/model.ts';
import type { Code } from './codes.ts';

/** What is wrong, why it can't stay so, and the way out: three sentences. */
export interface Problem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export interface ContextOptions {
  readonly checker: ts.TypeChecker;
  /** Path of a file relative to the repository, with forward slashes. */
  readonly relative: (fileName: string) => string;
  /** True for the files of the mapping language itself. */
  readonly isLanguage: (fileName: string) => boolean;
}

export class ReadContext {
  readonly checker: ts.TypeChecker;
  readonly #options: ContextOptions;
  /** By code and place, so that a helper that is used twice is reported once. */
  readonly #diagnostics = new Map<string, Diagnostic>();
  readonly #covered: Source[] = [];
  #reports = 0;

  constructor(options: ContextOptions) {
    this.checker = options.checker;
    this.#options = options;
  }

  get diagnostics(): Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** How often something was reported, be it for the first time or again. */
  get reports(): number {
    return this.#reports;
  }

  /** Places of which nobody has to hear from the type checker. */
  get covered(): Source[] {
    return [...this.diagnostics.map(({ source }) => source), ...this.#covered];
  }
  /** Says that what the type checker finds at a place is told elsewhere, or will be by the model's validator. */
  cover(at: ts.Node): void {
    this.#covered.push(this.sourceOf(at));
  }

  report(code: Code, at: ts.Node | Source, problem: Problem): void {
    this.#reports += 1;
    const source = 'kind' in at ? this.sourceOf(at) : at;
    const key = [code, source.file, source.line, source.column, problem.what].join('|');
    if (!this.#diagnostics.has(key)) this.#diagnostics.set(key, { code, source, ...problem });
  }

  /** The place of a node; what goes over several lines is underlined to the end of the first. */
  sourceOf(node: ts.Node): Source {
    const file = node.getSourceFile();
    return this.sourceAt(file, node.getStart(file), node.end);
  }

  sourceAt(file: ts.SourceFile, start: number, end: number): Source {
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const breakAt = file.text.slice(start, end).search(/\r?\n/);
    const length = Math.max(1, breakAt === -1 ? end - start : breakAt);
    return { file: this.#options.relative(file.fileName), line: line + 1, column: character + 1, length };
  }

  isLanguage(node: ts.Node): boolean {
    return this.#options.isLanguage(node.getSourceFile().fileName);
  }

  /** What a name stands for, through imports; undefined where it stands for nothing. */
  symbolOf(name: ts.Node): ts.Symbol | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? this.checker.getShorthandAssignmentValueSymbol(name.parent)
      : this.checker.getSymbolAtLocation(name);
    return symbol && this.#target(symbol);
  }

  /** True when the name comes from an import that leads nowhere: that is reported at the import. */
  isBrokenImport(name: ts.Node): boolean {
    const symbol = this.checker.getSymbolAtLocation(name);
    return symbol !== undefined && this.#target(symbol) === undefined;
  }

  /** Names of values that can be used at a place. */
  valuesInScope(at: ts.Node): string[] {
    return this.checker
      .getSymbolsInScope(at, ts.SymbolFlags.BlockScopedVariable | ts.SymbolFlags.Alias)
      .filter((symbol) => this.#target(symbol) !== undefined)
      .map((symbol) => symbol.name);
  }

  /** What a symbol stands for, through imports; undefined where an import leads nowhere. */
  #target(symbol: ts.Symbol): ts.Symbol | undefined {
    if ((symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
    const target = this.checker.getAliasedSymbol(symbol);
    return target.declarations === undefined ? undefined : target;
  }
}
