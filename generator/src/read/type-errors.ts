/** What TypeScript itself says about mapping files, asked again only for files that a change can reach. */
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import type { Diagnostic } from '../model/diagnostics.ts';
import type { Source } from '../model/model.ts';
import { codes } from './codes.ts';

/** A type error, with the whole lines of the property that it stands in. */
export interface TypeError {
  readonly diagnostic: Diagnostic;
  readonly span: Span;
  readonly unit: Span;
}

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Span {
  readonly start: Place;
  readonly end: Place;
}

export class TypeErrors {
  readonly #byFile = new Map<string, readonly TypeError[]>();
  /** Files that a file imports, by path. */
  readonly #imports = new Map<string, readonly string[]>();
  readonly #surfaces = new Map<string, string>();

  of(
    program: ts.Program,
    files: readonly ts.SourceFile[],
    changed: ReadonlySet<string>,
    relative: (file: string) => string,
  ): TypeError[] {
    for (const file of files)
      if (changed.has(file.fileName)) this.#imports.set(file.fileName, importsOf(file));
    const visible = this.#visiblyChanged(files, changed);
    for (const path of [...changed, ...this.#reachedBy(visible)]) this.#byFile.delete(path);
    return files.flatMap((file) => {
      const known = this.#byFile.get(file.fileName) ?? errorsOf(program, file, relative);
      this.#byFile.set(file.fileName, known);
      return known;
    });
  }

  /** The changed files that other files see as changed; a file that is gone is one of them. */
  #visiblyChanged(files: readonly ts.SourceFile[], changed: ReadonlySet<string>): ReadonlySet<string> {
    const byPath = new Map(files.map((file) => [file.fileName, file]));
    const visible = [...changed].filter((path) => {
      const before = this.#surfaces.get(path);
      const file = byPath.get(path);
      this.#surfaces.delete(path);
      if (file === undefined) return true;
      const surface = surfaceOf(file);
      this.#surfaces.set(path, surface);
      return surface !== before;
    });
    return new Set(visible);
  }

  /** The given files and all that import them, directly or not. */
  #reachedBy(paths: ReadonlySet<string>): ReadonlySet<string> {
    const importers = new Map<string, string[]>();
    for (const [file, imports] of this.#imports)
      for (const path of imports) importers.set(path, [...(importers.get(path) ?? []), file]);
    const reached = new Set(paths);
    for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
    return reached;
  }
}

/** The text of a file without the tables of its mappings: they don't show in the types that it exports. */
function surfaceOf(file: ts.SourceFile): string {
  const tables = file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) =>
      statement.declarationList.declarations.flatMap(({ initializer }) => initializer ?? []),
    )
    .flatMap((call) => (isMapping(call) ? (call.arguments[2] ?? []) : []));
  return tables.reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end), file.text);
}

const isMapping = (node: ts.Expression): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'mapping';

function importsOf(file: ts.SourceFile): string[] {
  return file.statements.flatMap((statement) => {
    const isLink = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const specifier = isLink ? statement.moduleSpecifier : undefined;
    return specifier && ts.isStringLiteral(specifier)
      ? [posix.resolve(posix.dirname(file.fileName), specifier.text)]
      : [];
  });
}

function errorsOf(program: ts.Program, file: ts.SourceFile, relative: (file: string) => string): TypeError[] {
  const syntactic = program.getSyntacticDiagnostics(file);
  const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file);
  return found.map((one) => typeError(file, one, relative));
}

function typeError(file: ts.SourceFile, error: ts.Diagnostic, relative: (file: string) => string): TypeError {
  const start = error.start ?? 0;
  const end = start + Math.max(1, error.length ?? 1);
  const span = spanOf(file, start, end);
  const isOneLine = span.start.line === span.end.line;
  const lineEnd = file.getLineEndOfPosition(start);
  const length = Math.max(1, isOneLine ? end - start : lineEnd - start);
  const unit = unitOf(file, start, end);
  return {
    span: isOneLine ? span : { start: span.start, end: span.start },
    unit: unit ? spanOf(file, unit.getStart(file), unit.end) : span,
    diagnostic: {
      code: codes.typeScript,
      source: { file: relative(file.fileName), ...span.start, length },
      ...problemOf(error),
    },
  };
}

/** The checker explains from the outside in; the innermost reason is the one to act on. */
function problemOf({ messageText, code }: ts.Diagnostic): Pick<Diagnostic, 'what' | 'why' | 'fix'> {
  const messages = messagesOf(messageText).map((message) =>
    shortened(message.replaceAll(/\s+/g, ' ').trim()),
  );
  const outermost = messages[0] ?? '';
  return {
    what: messages.at(-1) ?? outermost,
    why: `TypeScript refuses the file, error ${code}${messages.length > 1 ? `: ${outermost}` : '.'}`,
    fix:
      code < 2000
        ? 'Correct the syntax.'
        : 'Make the types fit; an editor shows the same error at this place.',
  };
}

function messagesOf(message: string | ts.DiagnosticMessageChain): string[] {
  if (typeof message === 'string') return [message];
  const [next] = message.next ?? [];
  return [message.messageText, ...(next ? messagesOf(next) : [])];
}

const longest = 300;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

function spanOf(file: ts.SourceFile, start: number, end: number): Span {
  return { start: placeOf(file, start), end: placeOf(file, end) };
}

function placeOf(file: ts.SourceFile, position: number): Place {
  const { line, character } = file.getLineAndCharacterOfPosition(position);
  return { line: line + 1, column: character + 1 };
}

/** The innermost property that holds the whole error, in an object literal or an interface. */
function unitOf(file: ts.SourceFile, start: number, end: number): ts.Node | undefined {
  let unit: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.end < end) return;
    if (ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) unit = node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return unit;
}

/**
 * Type errors that say something new: none of our own diagnostics is about the same place or the same property. Ours
 * know better what is meant.
 */
export function withoutCovered(errors: readonly TypeError[], ours: readonly Source[]): Diagnostic[] {
  const byFile = new Map<string, Span[]>();
  for (const source of ours) byFile.set(source.file, [...(byFile.get(source.file) ?? []), spanAt(source)]);
  return errors
    .filter(({ diagnostic, span, unit }) => {
      const spans = byFile.get(diagnostic.source.file) ?? [];
      return !spans.some((one) => overlaps(one, span) || within(one, unit));
    })
    .map(({ diagnostic }) => diagnostic);
}

function spanAt({ line, column, length }: Source): Span {
  return { start: { line, column }, end: { line, column: column + length } };
}

const atMost = (a: Place, b: Place): boolean =>
  a.line < b.line || (a.line === b.line && a.column <= b.column);
const within = (inner: Span, outer: Span): boolean =>
  atMost(outer.start, inner.start) && atMost(inner.end, outer.end);
const overlaps = (a: Span, b: Span): boolean => atMost(a.start, b.end) && atMost(b.start, a.end);
