import type { LocalOrg } from '../../local-org.ts';
import type { FileCoverage, TestResult } from '../../testing/results.ts';
import { runClass } from '../../testing/run-class.ts';
import type { OrgHost } from '../back/org-host.ts';
import type { SelectedClass } from './test-selection.ts';

const TABLES = ['ApexCodeCoverage', 'ApexCodeCoverageAggregate', 'ApexOrgWideCoverage'];

/** Which lines of a class or a trigger tests have run, and which not. */
interface Lines {
  readonly id: string;
  readonly name: string;
  readonly isTrigger: boolean;
  readonly isCovered: Map<number, boolean>;
}

/**
 * Runs tests with their lines counted, in an org of the same project with data of its own: to count lines all the time
 * would slow everything down. ApexCodeCoverage, ApexCodeCoverageAggregate and ApexOrgWideCoverage tell the result, as
 * long as the project's files stay as they are.
 */
export class TestCoverage {
  readonly #host: OrgHost;
  #twin: LocalOrg | null = null;
  /** Of the whole project, by file. */
  readonly #lines = new Map<string, Lines>();

  constructor(host: OrgHost) {
    this.#host = host;
  }

  /** Runs the tests of one class. */
  run({ info, filter }: SelectedClass): TestResult[] {
    const twin = this.#open();
    const twinInfo = twin.kernel.program.classes.get(info.fullName.toLowerCase());
    if (!twinInfo) return [];
    const results: TestResult[] = [];
    const covered: { readonly method: string; readonly files: readonly FileCoverage[] }[] = [];
    twin.resetCoverage();
    for (const result of runClass(twin.kernel, twinInfo, filter)) {
      results.push(result);
      covered.push({ method: result.method, files: twin.coverage().filter(hasRun) });
      twin.resetCoverage();
    }
    this.#host.org.kernel.storage.commit(() => {
      const testClassId = this.#host.org.kernel.storage.classId(info.name) ?? '';
      this.#rows.removeAll('ApexCodeCoverage', { field: 'ApexTestClassId', id: testClassId });
      for (const { method, files } of covered)
        for (const file of files) this.#note(testClassId, method, file);
      this.#writeTotals();
    });
    return results;
  }

  /** What a synchronous run tells of each class and trigger. */
  summary(): object[] {
    const { namespace } = this.#host.org.kernel.schema;
    return [...this.#lines.values()].map(({ id, name, isTrigger, isCovered }) => {
      const missed = [...isCovered].filter(([, covered]) => !covered).map(([line]) => line);
      return {
        id,
        name,
        namespace,
        type: isTrigger ? 'Trigger' : 'Class',
        numLocations: isCovered.size,
        numLocationsNotCovered: missed.length,
        locationsNotCovered: missed.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 })),
      };
    });
  }

  /** The lines are of files that have changed, or of a server that has ended. */
  async forget(): Promise<void> {
    this.#host.org.kernel.storage.commit(() => {
      for (const name of TABLES) this.#rows.removeAll(name);
    });
    await this.close();
  }

  async close(): Promise<void> {
    this.#lines.clear();
    const twin = this.#twin;
    this.#twin = null;
    await twin?.close();
  }

  get #rows(): OrgHost['org']['kernel']['storage']['rows'] {
    return this.#host.org.kernel.storage.rows;
  }

  #open(): LocalOrg {
    if (this.#twin) return this.#twin;
    const twin = (this.#twin = this.#host.org.twinWithCoverage());
    const triggers = new Map(
      this.#host.org.query('SELECT Id, Name FROM ApexTrigger').map(({ Id, Name }) => [Name, String(Id)]),
    );
    for (const { file, className, lines } of twin.coverage()) {
      const isTrigger = file.endsWith('.trigger');
      const id = isTrigger ? triggers.get(className) : this.#host.org.kernel.storage.classId(className);
      if (!id || lines.size === 0) continue;
      const isCovered = new Map([...lines.keys()].map((line) => [line, false]));
      this.#lines.set(file, { id, name: className, isTrigger, isCovered });
    }
    return twin;
  }

  #note(testClassId: string, method: string, { file, lines }: FileCoverage): void {
    const all = this.#lines.get(file);
    if (!all) return;
    for (const [line, count] of lines) if (count > 0) all.isCovered.set(line, true);
    this.#rows.insert('ApexCodeCoverage', {
      ApexTestClassId: testClassId,
      TestMethodName: method,
      ApexClassOrTriggerId: all.id,
      ...columnsOf(new Map([...lines].map(([line, count]) => [line, count > 0]))),
    });
  }

  #writeTotals(): void {
    this.#rows.removeAll('ApexCodeCoverageAggregate');
    this.#rows.removeAll('ApexOrgWideCoverage');
    for (const { id, isCovered } of this.#lines.values())
      this.#rows.insert('ApexCodeCoverageAggregate', {
        ApexClassOrTriggerId: id,
        ...columnsOf(isCovered),
      });
    const all = [...this.#lines.values()].flatMap(({ isCovered }) => [...isCovered.values()]);
    const percent = all.length ? (all.filter(Boolean).length / all.length) * 100 : 0;
    this.#rows.insert('ApexOrgWideCoverage', { PercentCovered: Math.round(percent) });
  }
}

function hasRun({ lines }: FileCoverage): boolean {
  return [...lines.values()].some((count) => count > 0);
}

function columnsOf(lines: ReadonlyMap<number, boolean>): Record<string, string | number> {
  const of = (covered: boolean): number[] =>
    [...lines].filter(([, one]) => one === covered).map(([line]) => line);
  const [coveredLines, uncoveredLines] = [of(true), of(false)];
  return {
    NumLinesCovered: coveredLines.length,
    NumLinesUncovered: uncoveredLines.length,
    Coverage: JSON.stringify({ coveredLines, uncoveredLines }),
  };
}
