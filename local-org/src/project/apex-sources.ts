import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import { readText } from './config.ts';
import { relativePath } from './files.ts';
import type { ApexMeta, ParseApexMeta } from './meta.ts';
import { apexMetaParser } from './meta.ts';

/** A class or trigger file with its `-meta.xml`. */
export interface ApexSource extends ApexMeta {
  /** The file's name without its ending. */
  readonly name: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Read when first asked for. */
  readonly text: string;
}

/** What all Apex of one kind has in common. */
interface Kind {
  readonly ending: '.cls' | '.trigger';
  readonly element: 'ApexClass' | 'ApexTrigger';
  readonly word: string;
}

export const CLASSES: Kind = { ending: '.cls', element: 'ApexClass', word: 'class' };
export const TRIGGERS: Kind = { ending: '.trigger', element: 'ApexTrigger', word: 'trigger' };

const META = '-meta.xml';

/** The sources of one kind among the files. One without a usable `-meta.xml` is reported, and is as by default. */
export function listSources(
  kind: Kind,
  root: string,
  files: readonly string[],
  apiVersion: string,
  sink: DiagnosticSink,
): ApexSource[] {
  const present = new Set(files);
  for (const path of files) {
    if (!path.endsWith(kind.ending + META) || present.has(path.slice(0, -META.length))) continue;
    const message = `There is no ${basename(path).slice(0, -META.length)} for this file.`;
    report(sink, 'metadata/orphan', relativePath(root, path), message, 'Delete it, or add the source.');
  }
  const parse = apexMetaParser(kind.element);
  const sources = files
    .filter((path) => path.endsWith(kind.ending))
    .map((path) => {
      const file = relativePath(root, path);
      return makeSource(path, file, readMeta(kind, parse, path, file, apiVersion, sink));
    });
  reportDoubles(kind, sources, sink);
  return sources;
}

function makeSource(path: string, file: string, meta: ApexMeta): ApexSource {
  let text: string | null = null;
  return {
    ...meta,
    name: basename(path, extname(path)),
    file,
    path,
    get text() {
      return (text ??= readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    },
  };
}

function readMeta(
  kind: Kind,
  parse: ParseApexMeta,
  path: string,
  file: string,
  apiVersion: string,
  sink: DiagnosticSink,
): ApexMeta {
  const byDefault = { apiVersion, status: 'Active' } as const;
  const xml = readText(path + META);
  if (xml === null) {
    const message = `The ${kind.word} has no ${basename(path)}${META}.`;
    const content = `an ${kind.element} element with apiVersion ${apiVersion} and status Active`;
    report(sink, 'metadata/missing', file, message, `Create the file with ${content}.`);
    return byDefault;
  }
  const meta = parse(xml);
  if (!('problem' in meta)) return meta;
  report(sink, 'metadata/invalid', file + META, meta.problem, undefined, meta.line, meta.column);
  return byDefault;
}

/** Names are without case, and one org has one class of a name. */
function reportDoubles(kind: Kind, sources: readonly ApexSource[], sink: DiagnosticSink): void {
  const first = new Map<string, ApexSource>();
  for (const source of sources) {
    const other = first.get(source.name.toLowerCase());
    if (!other) first.set(source.name.toLowerCase(), source);
    else {
      const message = `There is another ${kind.word} ${other.name} in ${other.file}.`;
      report(sink, 'metadata/duplicate', source.file, message, 'Rename or delete one of them.');
    }
  }
}

function report(
  sink: DiagnosticSink,
  code: string,
  file: string,
  message: string,
  suggestion?: string,
  line = 1,
  column = 1,
): void {
  const diagnostic = {
    code,
    file,
    span: { line, column, start: 0, end: 0 },
    message,
    severity: 'error',
  } as const;
  sink.report(suggestion === undefined ? diagnostic : { ...diagnostic, suggestion });
}
