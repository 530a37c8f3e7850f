import { createRequire } from 'node:module';
import type { Diagnostic, DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { AnonymousUnit, ClassUnit, TriggerUnit } from './ast.ts';
import type * as Parsers from './parse.ts';
import type { SoqlQuery, SoslQuery } from './soql.ts';
import { openTreeStore } from './tree-store.ts';
import type { TreeStore } from './tree-store.ts';

interface Units {
  class: ClassUnit;
  trigger: TriggerUnit;
  anonymous: AnonymousUnit;
}

/** Parses as `parse.ts` does, and loads that, and the grammar with it, only for what has not been parsed before. */
export interface AstCache {
  /** Null when the text has errors of syntax, which are reported to the sink. */
  parse<Kind extends keyof Units>(
    kind: Kind,
    text: string,
    file: string,
    sink: DiagnosticSink,
  ): Units[Kind] | null;
  /** @throws SoqlSyntaxError when the text is no query. */
  query(text: string): SoqlQuery;
  /** @throws SoqlSyntaxError when the text is no search. */
  search(text: string): SoslQuery;
}

/** How many trees a folder keeps when nothing else is said. */
const MOST_TREES = 5000;

const PLACE = { line: 1, column: 1, start: 0, end: 0 };

/**
 * A cache of syntax trees by the content of their text.
 * @param folder where trees are kept between runs, created when needed; null for no cache.
 * @param mostTrees older trees are deleted when a run begins to write and finds more than these.
 */
export function createAstCache(folder: string | null, mostTrees = MOST_TREES): AstCache {
  const store = folder === null ? null : openTreeStore(folder, mostTrees);
  return {
    parse: (kind, text, file, sink) => parseUnit(store, kind, text, file, sink),
    query: (text) => cached(store, 'query', text, () => loadParsers().parseQuery(text)),
    search: (text) => cached(store, 'search', text, () => loadParsers().parseSearch(text)),
  };
}

/** Only a text without any diagnostic is kept: what is wrong with one is reported on every run. */
function parseUnit<Kind extends keyof Units>(
  store: TreeStore | null,
  kind: Kind,
  text: string,
  file: string,
  sink: DiagnosticSink,
): Units[Kind] | null {
  const kept = store?.read<Units[Kind]>(kind, text);
  if (kept) return kept;
  let isClean = true;
  const watching = {
    report(diagnostic: Diagnostic): void {
      isClean = false;
      sink.report(diagnostic);
    },
  };
  const unit = parseAs(kind, text, file, watching) as Units[Kind] | null;
  if (unit && isClean) store?.write(kind, text, unit);
  reportProblem(store, file, sink);
  return unit;
}

function parseAs(kind: keyof Units, text: string, file: string, sink: DiagnosticSink) {
  const parsers = loadParsers();
  if (kind === 'class') return parsers.parseClass(text, file, sink);
  if (kind === 'trigger') return parsers.parseTrigger(text, file, sink);
  return parsers.parseAnonymous(text, file, sink);
}

function cached<T extends object>(store: TreeStore | null, kind: string, text: string, parse: () => T): T {
  const kept = store?.read<T>(kind, text);
  if (kept) return kept;
  const tree = parse();
  store?.write(kind, text, tree);
  return tree;
}

/** A folder that cannot be written costs time and nothing else, so it is a warning, given once. */
function reportProblem(store: TreeStore | null, file: string, sink: DiagnosticSink): void {
  const problem = store?.takeProblem();
  if (!problem) return;
  sink.report({
    code: 'syntax/cache',
    file,
    span: PLACE,
    message: `Syntax trees cannot be kept: ${problem}`,
    suggestion: 'Make the cache folder writable, or run without one.',
    severity: 'warning',
  });
}

let parsers: typeof Parsers | null = null;

function loadParsers(): typeof Parsers {
  return (parsers ??= createRequire(import.meta.url)('./parse.ts') as typeof Parsers);
}
