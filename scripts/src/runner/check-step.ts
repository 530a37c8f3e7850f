import type { Check, CheckResult, Project } from '../model.ts';
import type { Step, StepResult } from './step.ts';

/** Makes a step of a check. The project is asked for late, so that only the checks fail if there is none. */
export function checkStep(check: Check, project: () => Project): Step {
  return {
    name: check.name,
    title: check.title,
    run: async () => judge(check, await check.run(project())),
  };
}

/** A check passes if it looked at something and found nothing. */
export function judge(check: Pick<Check, 'name'>, result: CheckResult): StepResult {
  const nothing = result.looked === 0;
  const ok = !nothing && result.findings.length === 0;
  const notes = nothing
    ? [...result.notes, `${check.name} looked at no ${result.what}, so it has proved nothing.`]
    : result.notes;
  return {
    passed: ok ? 1 : 0,
    failed: ok ? 0 : 1,
    looked: `${result.looked} ${result.what}`,
    findings: result.findings,
    notes,
  };
}
