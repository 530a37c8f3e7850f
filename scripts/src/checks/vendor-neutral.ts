import type { Check, Finding, Project } from '../model.ts';
import { packageFiles, readText, shown } from '../project/files.ts';

interface Ban {
  /** Which files, by their path relative to the project. */
  readonly where: RegExp;
  readonly word: RegExp;
  readonly rule: string;
  readonly because: string;
}

const BANS: readonly Ban[] = [
  {
    where: /(^|\/)main\/default\//,
    word: /gtv|gotransverse/i,
    rule: 'vendor',
    because: 'the engine in main/default names no billing system; move it to the mappings',
  },
  {
    where: /^/,
    word: /local-org|billing-server/i,
    rule: 'surroundings',
    because: 'nothing in the package knows what it is tested with',
  },
];

function findingsOf(file: string, text: string): Finding[] {
  const lines = [file, ...text.split('\n')];
  return BANS.filter(({ where }) => where.test(file)).flatMap(({ word, rule, because }) =>
    lines.flatMap((content, line) => {
      const match = word.exec(content);
      if (!match) return [];
      const place = line > 0 ? { line, column: match.index + 1 } : {};
      return [
        { file, ...place, rule, severity: 'error', message: `“${match[0]}” may not stand here: ${because}.` },
      ];
    }),
  );
}

export const vendorNeutral: Check = {
  name: 'vendor-neutral',
  title: 'the hand-written engine names no billing system and nothing that only tests know',
  run(project: Project) {
    const files = packageFiles(project);
    const findings = files.flatMap((path) => findingsOf(shown(project, path), readText(path)));
    return Promise.resolve({ looked: files.length, what: 'files', findings, notes: [] });
  },
};
