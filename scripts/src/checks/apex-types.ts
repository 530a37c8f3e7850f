import { join } from 'node:path';
import type { Check, Finding, Project } from '../model.ts';
import { applyExceptions, readExceptions } from '../project/allow.ts';
import { packageFiles, shown } from '../project/files.ts';
import { packageFile } from '../../../local-org/src/platform/jar/modules.ts';
import { command } from '../runner/command.ts';
import { systemTool } from '../system-tools.ts';

// What this does not see, and who does: fields in SOQL, through a relationship and as tokens of standard objects
// (soql-fields); abstract methods not implemented, private test classes called from outside, bad signatures of
// @AuraEnabled and @InvocableMethod (apex-second-opinion); permission sets (cross-references). A missing superclass
// hides unknown variables in that class until it is there.

const ALLOW = 'scripts/allow/apex-ls.json';
const MAIN = 'io.github.apexdevtools.apexls.CheckForIssues';
const WITH_ISSUES = 4;

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number; readonly offset: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

function toFindings(project: Project, { files }: Report): Finding[] {
  return files.flatMap(({ path, messages }) =>
    messages.map(({ start, category, message }) => ({
      file: shown(project, path),
      line: start.line,
      column: start.offset + 1,
      rule: category.toLowerCase(),
      severity: category === 'Warning' ? 'warning' : 'error',
      message,
    })),
  );
}

async function compile(project: Project): Promise<Finding[]> {
  const jars = join(packageFile('@salesforce/code-analyzer-pmd-engine', 'dist', 'java-lib'), '*');
  const args = ['-cp', jars, MAIN, '-n', '-w', project.root, '-d', 'warnings', '-f', 'json'];
  const { status, stdout, stderr } = await command(await systemTool('java'), args, { cwd: project.root });
  if (status !== 0 && status !== WITH_ISSUES)
    throw new Error(`apex-ls ended with ${status}: ${stdout}${stderr}`);
  return toFindings(project, JSON.parse(stdout) as Report);
}

export const apexTypes: Check = {
  name: 'apex-types',
  title: 'apex-ls compiles all Apex: no error and no warning',
  async run(project) {
    const sources = packageFiles(project).filter((path) => /\.(cls|trigger)$/.test(path));
    const findings = await compile(project);
    return {
      looked: sources.length,
      what: 'classes and triggers',
      findings: applyExceptions(findings, readExceptions(project.root, ALLOW), ALLOW),
      notes: [],
    };
  },
};
