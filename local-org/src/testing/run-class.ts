import type { ApexException } from '../values/exception.ts';
import type { LogLine } from '../runtime/apex-transaction.ts';
import { inTransaction } from '../runtime/context.ts';
import { LocalOrgDefect } from '../runtime/faults.ts';
import type { Org, Outcome } from '../runtime/org.ts';
import type { TestState } from '../runtime/transaction.ts';
import type { ClassInfo, MethodInfo } from '../runtime/types.ts';
import type { TestResult } from './results.ts';

/** Which methods of a class to run; all when it says nothing. */
export type MethodFilter = (method: MethodInfo) => boolean;

/** Is there anything to run in the class? */
export function testMethods(info: ClassInfo, filter: MethodFilter = () => true): MethodInfo[] {
  return info.methods.filter((method) => method.isTest && !isSetup(method) && filter(method));
}

function isSetup(method: MethodInfo): boolean {
  return method.annotations.some((annotation) => annotation.name === 'testsetup');
}

/**
 * Runs the tests of one class. What a test writes is undone after it; what the class's `@TestSetup` methods write, each
 * test finds. The org's own data only tests with `SeeAllData` see: they come last.
 */
export function* runClass(org: Org, info: ClassInfo, filter?: MethodFilter): Generator<TestResult, void> {
  const methods = testMethods(info, filter);
  const seesAll = (method: MethodInfo): boolean => seesAllData(info, method);
  for (const hidesData of [true, false]) {
    const some = methods.filter((method) => seesAll(method) !== hidesData);
    if (some.length > 0) yield* runMethods(org, info, some, hidesData);
  }
}

function* runMethods(
  org: Org,
  info: ClassInfo,
  methods: readonly MethodInfo[],
  hidesData: boolean,
): Generator<TestResult, void> {
  const setups = info.methods.filter(isSetup);
  const close = org.storage.open({ hidesData });
  try {
    const failure = setups.map((setup) => run(org, info, setup)).find((result) => !result.passed);
    for (const method of methods) {
      yield failure ? { ...failure, method: method.name } : run(org, info, method);
    }
  } finally {
    close();
  }
}

function run(org: Org, info: ClassInfo, method: MethodInfo): TestResult {
  const start = performance.now();
  const test: TestState = {
    calloutMock: null,
    seeAllData: seesAllData(info, method),
    isStarted: false,
    isStopped: false,
    settings: new Map(),
  };
  const body = (): void => {
    org.program.jsClass(info.fullName)[method.jsName]();
  };
  const log: LogLine[] = [];
  const options = { kind: 'synchronous', user: org.storage.administrator, test, log } as const;
  const attempt = (): Outcome<void> => org.transact(options, body);
  // Data of a setup method stays until the class is done; `runClass` undoes it then.
  const named = { className: info.fullName, method: method.name };
  try {
    const outcome = isSetup(method) ? attempt() : org.storage.discard(attempt);
    const time = performance.now() - start;
    return { ...named, time, log, ...verdict(org, outcome) };
  } catch (error) {
    // What is no exception of Apex: something unsupported, a broken class, a defect. It fails this test and no other.
    return { ...named, time: performance.now() - start, log, ...failure(org, error) };
  }
}

function failure(org: Org, error: unknown): Pick<TestResult, 'passed' | 'message' | 'stack' | 'place'> {
  const shown = error instanceof Error ? error : new Error(String(error));
  const inner = shown.cause instanceof Error ? shown.cause : shown;
  const frames = org.stacks.frames(inner.stack ?? '');
  const place = frames[0] ? { file: frames[0].file, line: frames[0].line } : null;
  const where = shown instanceof LocalOrgDefect ? `\n${inner.stack ?? ''}` : '';
  return { passed: false, message: `${shown.message}${where}`, stack: org.stacks.print(frames), place };
}

function seesAllData(info: ClassInfo, method: MethodInfo): boolean {
  return [...info.annotations, ...method.annotations].some(
    (annotation) => annotation.name === 'istest' && annotation.arguments.seealldata === true,
  );
}

function verdict(
  org: Org,
  outcome: Outcome<void>,
): Pick<TestResult, 'passed' | 'message' | 'stack' | 'place'> {
  const { exception } = outcome;
  if (!exception) return { passed: true, message: null, stack: '', place: null };
  const frames = org.stacks.frames(exception.stack);
  const place = frames[0] ? { file: frames[0].file, line: frames[0].line } : null;
  const message = inTransaction(outcome.transaction, () => describe(exception));
  return { passed: false, message, stack: org.stacks.print(frames), place };
}

/** The exception and what caused it, one line each. */
function describe(exception: ApexException): string {
  const lines: string[] = [];
  for (let one: ApexException | null = exception; one; one = one.$cause) {
    lines.push(`${lines.length ? 'Caused by: ' : ''}${one['gettypename/0']()}: ${one['getmessage/0']()}`);
  }
  return lines.join('\n');
}
