import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createOrg } from '../src/local-org.ts';
import { selectClasses } from '../src/testing/plan.ts';
import { runClass } from '../src/testing/run-class.ts';

/*
 * Mutation score of one class: changes one operator or constant at a time and asks whether a test notices.
 *
 *   npm run apex:mutate -- force-app/main/generated/gotransverse/classes/GtvAccountMapper.cls GtvAccountMapperTest
 */

interface Change {
  readonly pattern: RegExp;
  readonly replacement: string;
}

const CHANGES: readonly Change[] = [
  { pattern: / == /g, replacement: ' != ' },
  { pattern: / != /g, replacement: ' == ' },
  { pattern: / && /g, replacement: ' || ' },
  { pattern: / \|\| /g, replacement: ' && ' },
  { pattern: / \+ /g, replacement: ' - ' },
  { pattern: /\btrue\b/g, replacement: 'false' },
  { pattern: /\bfalse\b/g, replacement: 'true' },
  { pattern: /\b1\b/g, replacement: '2' },
  { pattern: /'([a-z_]{3,})'/g, replacement: "'$1x'" },
];

const [file, ...testClasses] = process.argv.slice(2);
if (file === undefined || !testClasses.length) {
  console.error('Usage: npm run apex:mutate -- <class file> <test class>...');
  process.exit(2);
}
const project = mkdtempSync(join(tmpdir(), 'local-org-mutants-'));
try {
  for (const part of ['sfdx-project.json', 'force-app'])
    cpSync(resolve(part), join(project, part), { recursive: true });
  report(file, testClasses);
} finally {
  rmSync(project, { recursive: true });
}

function report(path: string, tests: readonly string[]): void {
  const original = readFileSync(path, 'utf8');
  if (!passes(tests)) throw new Error('The tests fail before anything was changed.');
  const survivors: string[] = [];
  const texts = mutants(original);
  for (const { text, line, what } of texts) {
    writeFileSync(join(project, path), text);
    if (passes(tests)) survivors.push(`${path}:${line}: ${what}`);
  }
  for (const survivor of survivors) console.log(`survived ${survivor}`);
  const killed = texts.length - survivors.length;
  console.log(
    `${killed} of ${texts.length} mutants noticed: ${((killed / texts.length) * 100).toFixed(0)} %`,
  );
}

/** A mutant that does not compile is noticed as well. */
function passes(tests: readonly string[]): boolean {
  const org = createOrg({ project, cache: join(project, 'cache') });
  try {
    if (org.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) return false;
    const classes = selectClasses(org.kernel.program.classes.values(), { classes: tests });
    return classes.every((info) => [...runClass(org.kernel, info)].every((result) => result.passed));
  } finally {
    void org.close();
  }
}

/** One change each, outside of comments. */
function mutants(original: string): { text: string; line: number; what: string }[] {
  return CHANGES.flatMap(({ pattern, replacement }) =>
    [...original.matchAll(pattern)].flatMap((match) => {
      const start = original.lastIndexOf('\n', match.index) + 1;
      if (/^\s*(\*|\/\/|\/\*)/.test(original.slice(start, match.index + 1))) return [];
      const changed = match[0].replace(pattern, replacement);
      const text = original.slice(0, match.index) + changed + original.slice(match.index + match[0].length);
      return [
        {
          text,
          line: original.slice(0, match.index).split('\n').length,
          what: `${match[0].trim()} to ${changed.trim()}`,
        },
      ];
    }),
  );
}
