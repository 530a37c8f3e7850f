import type { Diagnostic } from '../diagnostics.ts';
import type { Source } from '../model.ts';
import type { ValidateCode } from './codes.ts';
import type { Facts } from './facts.ts';

/** What the validator must know besides the model. */
export interface ValidateContext {
  /** Of the package. */
  readonly namespace: string;
  /** Names that people gave to components of the namespace. */
  readonly handWritten: {
    readonly classes: readonly string[];
    readonly components: readonly string[];
    /** With their object: `Subscription__c.BillingSyncSelected`. */
    readonly listButtons: readonly string[];
  };
  /** Files of which the reader did not understand everything: what seems to be missing may stand there. */
  readonly halfRead: readonly string[];
  /** Folder of the mappings, relative to the repository. */
  readonly mappingsDir: string;
}

/** Judges one thing. */
export interface Rule {
  readonly check: (facts: Facts) => readonly Diagnostic[];
}

/** A diagnostic of the validator. */
export function diagnostic(
  code: ValidateCode,
  source: Source,
  what: string,
  why: string,
  fix: string,
): Diagnostic {
  return { code, source, what, why, fix };
}
