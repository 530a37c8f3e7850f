import { isJsonObject } from '../../aura/json.ts';
import type { TestResult } from '../../testing/results.ts';
import { runClass } from '../../testing/run-class.ts';
import type { OrgHost } from '../back/org-host.ts';
import { HttpError, type ApiRequest } from '../back/reply.ts';
import { selectedTests, type SelectedClass } from './test-selection.ts';

/** `POST .../tooling/runTestsSynchronous` */
export function runTestsSynchronous(host: OrgHost, request: ApiRequest): object {
  checkRight(host, request);
  const countsLines = wantsCoverage(request);
  const run = ({ info, filter }: SelectedClass): Iterable<TestResult> =>
    countsLines ? host.coverage.run({ info, filter }) : runClass(host.org.kernel, info, filter);
  const results = selectedTests(host, request.body).flatMap((selected) =>
    [...run(selected)].map((result) => ({ selected, result })),
  );
  const failed = results.filter(({ result }) => !result.passed);
  const passed = results.filter(({ result }) => result.passed);
  return {
    apexLogId: null,
    codeCoverage: countsLines ? host.coverage.summary() : [],
    codeCoverageWarnings: [],
    numTestsRun: results.length,
    numFailures: failed.length,
    totalTime: Math.round(results.reduce((sum, { result }) => sum + result.time, 0)),
    successes: passed.map(({ selected, result }) => summary(host, selected, result)),
    failures: failed.map(({ selected, result }) => ({
      ...summary(host, selected, result),
      message: result.message ?? '',
      stackTrace: result.stack,
      type: 'Class',
      packageName: selected.info.name,
    })),
  };
}

/** `POST .../tooling/runTestsAsynchronous`: the id of the run. */
export function runTestsAsynchronous(host: OrgHost, request: ApiRequest): string {
  checkRight(host, request);
  const tests = selectedTests(host, request.body);
  return host.testRuns.start(host.user(request).id, tests, wantsCoverage(request));
}

/** The Salesforce CLI says `skipCodeCoverage: false` when coverage was asked for. */
function wantsCoverage({ body }: ApiRequest): boolean {
  return isJsonObject(body) && body.skipCodeCoverage === false;
}

function checkRight(host: OrgHost, request: ApiRequest): void {
  if (host.org.kernel.storage.rightsOf(host.user(request)).hasUserPermission('AuthorApex')) return;
  throw new HttpError(403, 'INSUFFICIENT_ACCESS', 'Running tests needs the permission “Author Apex”.');
}

function summary(host: OrgHost, { info }: SelectedClass, { method, time }: TestResult): object {
  const { storage, schema } = host.org.kernel;
  return {
    id: storage.classId(info.name),
    name: info.name,
    namespace: schema.namespace,
    methodName: method,
    time: Math.round(time),
    seeAllData: false,
  };
}
