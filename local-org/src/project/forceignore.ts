import { join } from 'node:path';
import { readText } from './config.ts';

/** Whether a path is left out. Paths are relative to the root, with forward slashes. */
export type Ignores = (path: string, isDirectory: boolean) => boolean;

interface Rule {
  readonly pattern: RegExp;
  readonly isNegated: boolean;
  readonly isForDirectories: boolean;
}

/** What deployments leave out whatever the project says. */
const ALWAYS = ['package2-descriptor.json', 'package2-manifest.json'];

/** Reads the rules of a project's `.forceignore`, which are those of a `.gitignore` without regard to case. */
export function readForceIgnore(root: string): Ignores {
  const content = readText(join(root, '.forceignore')) ?? '';
  return compileIgnores([...ALWAYS, ...content.split(/\r?\n/)]);
}

/**
 * The last rule that matches a path decides. What lies in an ignored folder is ignored too, but that is the matter
 * of whoever walks: it does not go in.
 */
export function compileIgnores(lines: readonly string[]): Ignores {
  const rules = lines.flatMap(compileRule);
  return (path, isDirectory) => {
    const last = rules.findLast((rule) => (isDirectory || !rule.isForDirectories) && rule.pattern.test(path));
    return last !== undefined && !last.isNegated;
  };
}

function compileRule(line: string): Rule[] {
  // A backslash keeps a space at the end.
  const text = line.replace(/(?<!\\)\s+$/, '');
  if (text === '' || text.startsWith('#')) return [];
  const isNegated = text.startsWith('!');
  const written = isNegated ? text.slice(1) : text;
  const isForDirectories = written.endsWith('/');
  const glob = written.replace(/\/+$/, '');
  // A slash before the end ties a pattern to the root; without one it holds in every folder.
  const isRooted = glob.includes('/');
  const source = compileGlob(glob.replace(/^\//, ''));
  const pattern = new RegExp(`^${isRooted ? '' : '(?:.*/)?'}${source}$`, 'i');
  return [{ pattern, isNegated, isForDirectories }];
}

const GLOB = /\\(.)|^\*\*\/|\/\*\*\/|\/\*\*$|\*+|\?|\[(!?)((?:\\.|[^\]\\])+)\]|([\s\S])/g;

function compileGlob(glob: string): string {
  return glob.replaceAll(GLOB, (all, escaped?: string, not?: string, characters?: string, plain?: string) => {
    if (escaped !== undefined) return escapeRegExp(escaped);
    if (characters !== undefined) return `(?!/)[${not ? '^' : ''}${characters.replaceAll('[', '\\[')}]`;
    if (plain !== undefined) return escapeRegExp(plain);
    return WILDCARDS[all] ?? '[^/]*';
  });
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**/': '/(?:.*/)?',
  '/**': '/.*',
  '?': '[^/]',
};

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
