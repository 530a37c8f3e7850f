import type { Source } from './model.ts';

/** Something in the mappings that stops the generator. Nothing is written while there is one. */
export interface Diagnostic {
  /** `BW` and four digits; the list is in `codes.ts`. */
  readonly code: string;
  readonly source: Source;
  /** What is wrong, naming the thing; a sentence. */
  readonly what: string;
  /** Why it can't stay so. */
  readonly why: string;
  /** The way out, with a name to use where one is close. */
  readonly fix: string;
}
