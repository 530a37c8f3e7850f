import type { Check, Finding, Project } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
import { packageFiles, readText, shown } from '../project/files.ts';
import { scan } from './code-analyzer.ts';

const ALLOW = 'scripts/allow/security.json';

/** Marks in a source that make a scanner look away; each must be in the counted list. */
const MARK =
  /@SuppressWarnings|\bNOPMD\b|sfge-disable[\w-]*|code-analyzer-suppress[\w-]*|eslint-disable[\w-]*/i;

function marks(project: Project): Finding[] {
  return packageFiles(project)
    .filter((path) => /\.(cls|trigger|js|html)$/.test(path))
    .flatMap((path) =>
      readText(path)
        .split('\n')
        .flatMap((text, index) => {
          const match = MARK.exec(text);
          if (!match) return [];
          const message = `${match[0]} hides findings; remove it or list it in ${ALLOW} with its reason.`;
          const place = { line: index + 1, column: match.index + 1 };
          return [
            {
              file: shown(project, path),
              ...place,
              rule: 'suppression',
              severity: 'error' as const,
              message,
            },
          ];
        }),
    );
}

export const security: Check = {
  name: 'security',
  title: 'the code analyzer with the selectors of the AppExchange review: no violation',
  async run(project) {
    const result = await scan(project, {
      packages: ['pmd', 'regex', 'retirejs'],
      engines: ['pmd', 'regex', 'retire-js'],
      selectors: ['AppExchange', 'Recommended:Security'],
    });
    const findings = [...result.findings, ...marks(project)];
    return {
      ...result,
      findings: applyExceptions(findings, readExceptions(project.root, ALLOW), ALLOW, { mustCount: true }),
    };
  },
};
