import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OrgOptions } from '../local-org.ts';
import type { TestSelection } from './plan.ts';
import type { FileCoverage, TestResult } from './results.ts';

/** Options that another thread can be given. */
export type ThreadOptions = Omit<OrgOptions, 'callouts' | 'testCallouts' | 'clock'>;

/** What a thread of tests begins with. */
export interface ThreadTask {
  readonly options: ThreadOptions;
  readonly selection: TestSelection;
  /** What another thread has compiled, serialised; null for the one that compiles. */
  readonly compiled: SharedArrayBuffer | null;
}

/** What a thread that is ready is asked for. */
export type ThreadRequest =
  | { readonly kind: 'run'; readonly className: string }
  | { readonly kind: 'share' }
  | { readonly kind: 'end' };

/** What the project is, once it is compiled. */
export interface Ready {
  readonly kind: 'ready';
  readonly diagnostics: readonly Diagnostic[];
  /** Full names of all classes that run. */
  readonly classes: readonly string[];
  /** Full names of those whose tests were selected. */
  readonly testClasses: readonly string[];
  /** It was compiled now, not read back as it was kept. */
  readonly wasCompiled: boolean;
}

export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
  /** The project can't be read: the message says all. */
  readonly isOfProject: boolean;
}

/** What it answers. */
export type ThreadAnswer =
  | Ready
  | Failed
  | { readonly kind: 'result'; readonly result: TestResult }
  | { readonly kind: 'classDone' }
  | { readonly kind: 'shared'; readonly compiled: SharedArrayBuffer }
  | { readonly kind: 'ended'; readonly coverage: readonly FileCoverage[] };
