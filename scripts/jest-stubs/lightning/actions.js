// sfdx-lwc-jest has no stub for this module. On the platform the event closes the panel of a screen quick action.

/** Closes the quick action; a test listens for "lightning__actionsclosescreen" on the component. */
export class CloseActionScreenEvent extends CustomEvent {
  constructor() {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true });
  }
}
