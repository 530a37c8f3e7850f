import { tmpdir } from 'node:os';
import { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } from '@salesforce/code-analyzer-core';
import type { EngineLogEvent, LogEvent } from '@salesforce/code-analyzer-core';
import type { CheckResult, Finding, Project } from '../model.ts';
import { SetupProblem } from '../model.ts';
import { packageFiles, shown } from '../project/files.ts';
import { systemTool } from '../system-tools.ts';
import { unfinishedPath } from './unfinished-paths.ts';

/** The names under which npm publishes the engines. */
export type EnginePackage = 'pmd' | 'regex' | 'retirejs' | 'sfge';

/** What to run: selectors are joined by "or"; every named engine must bring at least one rule. */
export interface Scan {
  readonly packages: readonly EnginePackage[];
  readonly engines: readonly string[];
  readonly selectors: readonly string[];
  /** The files that are looked at, out of all that are known; every one if it is not said. */
  readonly isTarget?: (file: string) => boolean;
}

type Plugin = Parameters<CodeAnalyzer['addEnginePlugin']>[0];
type Violation = ReturnType<Awaited<ReturnType<CodeAnalyzer['run']>>['getViolations']>[number];

/** What was found, and the entry points that were given up on. */
export interface ScanResult extends CheckResult {
  readonly unfinished: readonly Finding[];
}

/** Runs Salesforce's code analyzer over the package directories. Throws if an engine could not do its work. */
export async function scan(project: Project, what: Scan): Promise<ScanResult> {
  const { packages, engines, selectors, isTarget } = what;
  const { analyzer, errors } = await createAnalyzer(packages);
  const files = packageFiles(project);
  const targets = isTarget && files.filter((file) => isTarget(shown(project, file)));
  const workspace = await analyzer.createWorkspace([...project.packageDirs], targets);
  const rules = await analyzer.selectRules([...selectors], { workspace });
  const idle = engines.filter((engine) => rules.getRulesFor(engine).length === 0);
  if (idle.length > 0)
    throw new SetupProblem(`No rule was selected for ${idle.join(', ')}: ${selectors.join(', ')}.`);
  const results = await analyzer.run(rules, { workspace });
  const unfinished = errors.flatMap((message) => unfinishedPath(project, message) ?? []);
  const broken = errors.filter((message) => unfinishedPath(project, message) === undefined);
  if (broken.length > 0)
    throw new SetupProblem(`The code analyzer could not do its work:\n${broken.join('\n')}`);
  return {
    looked: (targets ?? files).length,
    what: `files with ${rules.getCount()} rules`,
    findings: results.getViolations().map((violation) => toFinding(project, violation)),
    notes: [],
    unfinished,
  };
}

async function createAnalyzer(
  packages: readonly EnginePackage[],
): Promise<{ analyzer: CodeAnalyzer; errors: string[] }> {
  const java = { java_command: await systemTool('java') };
  const config = CodeAnalyzerConfig.fromObject({
    log_folder: tmpdir(),
    // Markers in the source would hide findings without anybody counting them.
    suppressions: { disable_suppressions: true },
    engines: { pmd: java, sfge: java, cpd: { ...java, disable_engine: true } },
  });
  const analyzer = new CodeAnalyzer(config);
  const errors: string[] = [];
  const keep = ({ logLevel, message }: { logLevel: LogLevel; message: string }): void => {
    if (logLevel === LogLevel.Error) errors.push(message);
  };
  analyzer.onEvent<LogEvent>(EventType.LogEvent, keep);
  analyzer.onEvent<EngineLogEvent>(EventType.EngineLogEvent, keep);
  for (const name of packages) {
    const engine = (await import(`@salesforce/code-analyzer-${name}-engine`)) as {
      createEnginePlugin(): Plugin;
    };
    await analyzer.addEnginePlugin(engine.createEnginePlugin());
  }
  return { analyzer, errors };
}

function toFinding(project: Project, violation: Violation): Finding {
  const location = violation.getPrimaryLocation();
  const file = location.getFile();
  const line = location.getStartLine();
  const column = location.getStartColumn();
  return {
    file: file ? shown(project, file) : 'sfdx-project.json',
    ...(line ? { line } : {}),
    ...(column ? { column } : {}),
    rule: violation.getRule().getName(),
    severity: 'error',
    message: violation.getMessage().replaceAll(/\s+/g, ' '),
  };
}
