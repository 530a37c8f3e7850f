/** Why a record takes no part, by name. The panel, the guide and the remedy buttons come from this one list. */

export interface ReasonOptions {
  /** What a sales rep reads: plain words, ends in a full stop; `{field}` and the like are filled in. */
  readonly rep: string;
  /** What an admin reads: the cause and the way out. */
  readonly admin: string;
  /** What the button beside it does. */
  readonly remedy:
    'editRecord' | 'openSetup' | 'openAccount' | 'resolveConflict' | 'retry' | 'askAdmin' | 'none';
}
export interface Reason {
  readonly options: ReasonOptions;
}
export declare function reason(options: ReasonOptions): Reason;
