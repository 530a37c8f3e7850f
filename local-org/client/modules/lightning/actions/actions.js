export const CLOSE_ACTION_SCREEN = 'lightning__actionsclosescreen';

/** Closes the panel of a screen action. */
export class CloseActionScreenEvent extends CustomEvent {
  constructor(init = {}) {
    super(CLOSE_ACTION_SCREEN, { bubbles: true, composed: true, ...init });
  }
}
