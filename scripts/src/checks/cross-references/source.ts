import { basename } from 'node:path';
import type { Finding } from '../../model.ts';
import { packageFiles, readText, shown } from '../../project/files.ts';
import type { Context, Place, Rule } from './context.ts';
import { finding } from './context.ts';

interface Source {
  readonly file: string;
  readonly text: string;
}

/** Static methods under @AuraEnabled; other annotations and comments may stand between. */
const AURA_METHOD =
  /@AuraEnabled(?:\s*\([^)]*\))?(?:\s|@\w+(?:\s*\([^)]*\))?|\/\/.*|\/\*[\s\S]*?\*\/)*(?:public|global)\s+static\s+[\w<>,.\s[\]]+?\s(?<name>\w+)\s*\(/gi;
const IMPORT = /(?:from\s+|import\s+|import\(\s*|jest\.mock\(\s*)(['"])(?<name>(?:@salesforce|c)\/[^'"]+)\1/g;
const TAG = /<c-(?<name>[a-z][a-z0-9-]*)/g;
const APEX_LABEL = /(?<![\w.])(?:System\.)?Label\.(?<name>\w+(?:\.\w+)?)/gi;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

function sources(context: Context, pattern: RegExp): Source[] {
  return packageFiles(context.project)
    .filter((path) => pattern.test(path))
    .map((path) => ({ file: shown(context.project, path), text: readText(path) }));
}

/** Comments become blanks, so that places stay right. */
function withoutComments(text: string): string {
  return text.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
}

function placeOf({ file, text }: Source, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function matches(source: Source, pattern: RegExp): { name: string; place: Place }[] {
  return [...source.text.matchAll(pattern)].map((match) => ({
    name: match.groups?.name ?? '',
    place: placeOf(source, match.index),
  }));
}

/** What a web component imports: Apex methods, fields, labels, permissions, resources and other components. */
export const imports: Rule = (context) => {
  const aura = auraMethods(context);
  return sources(context, /[\\/]lwc[\\/].*\.[jt]s$/).flatMap((source) =>
    matches({ ...source, text: withoutImportComments(source.text) }, IMPORT).flatMap(({ name, place }) =>
      importProblem(context, aura, place, name),
    ),
  );
};

/** Only whole comment lines: `//` also stands in the texts of addresses. */
function withoutImportComments(text: string): string {
  return text.replace(/^[ \t]*(?:\/\/|\*|\/\*).*$/gm, (line) => ' '.repeat(line.length));
}

function importProblem(context: Context, aura: ReadonlySet<string>, place: Place, name: string): Finding[] {
  const [kind = '', ...rest] = name.replace(/^@salesforce\//, '').split('/');
  const target = rest.join('/');
  const plain = context.objects.plain(target);
  switch (kind) {
    case 'c':
      return context.webComponent(place, target);
    case 'apex':
      return apexMethod(context, aura, place, target);
    case 'schema':
      return target.includes('.') ? context.qualifiedField(place, target) : context.object(place, target);
    case 'label':
      return context.label(place, target.replace(/^\w+\./, ''));
    case 'customPermission':
      return context.own(place, 'CustomPermission', plain);
    case 'resourceUrl':
      return context.own(place, 'StaticResource', plain);
    case 'messageChannel':
      return context.own(place, 'LightningMessageChannel', plain.replace(/__c$/, ''));
    default:
      return [];
  }
}

/** `Class.method`, with our namespace before it or without; paths below are Salesforce's own, e.g. refreshApex. */
function apexMethod(context: Context, aura: ReadonlySet<string>, place: Place, target: string): Finding[] {
  if (!target.includes('.')) return [];
  const name = target.replace(new RegExp(`^${context.project.namespace ?? 'c'}\\.`, 'i'), '');
  if (aura.has(name.toLowerCase())) return [];
  return [finding(place, 'missing-reference', `There is no static @AuraEnabled method ${name}.`)];
}

function auraMethods(context: Context): Set<string> {
  const names = sources(context, /\.cls$/).flatMap(({ file, text }) =>
    [...text.matchAll(AURA_METHOD)].map((match) =>
      `${basename(file, '.cls')}.${match.groups?.name}`.toLowerCase(),
    ),
  );
  return new Set(names);
}

/** `<c-sync-panel>` in a template is the bundle syncPanel. */
export const templates: Rule = (context) =>
  sources(context, /[\\/]lwc[\\/].*\.html$/).flatMap((source) =>
    matches(source, TAG).flatMap(({ name, place }) =>
      context.webComponent(
        place,
        name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      ),
    ),
  );

/** `System.Label.X` in Apex. */
export const apexLabels: Rule = (context) =>
  sources(context, /\.(cls|trigger)$/).flatMap((source) =>
    matches({ ...source, text: withoutComments(source.text) }, APEX_LABEL).flatMap(({ name, place }) =>
      labelProblem(context, place, name),
    ),
  );

/** The second word is the label if the first is our namespace, and else a method of the text. */
function labelProblem(context: Context, place: Place, name: string): Finding[] {
  const [first = '', second] = name.split('.');
  const isNamespace = first.toLowerCase() === context.project.namespace?.toLowerCase();
  if (!isNamespace && /^(get|translationExists)$/i.test(first)) return [];
  return context.label(place, isNamespace && second ? second : first);
}
