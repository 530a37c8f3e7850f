// sfdx-lwc-jest has no stub for this module. On the platform open() puts the component into a window and gives what it
// closed with; here a test says what that is, and listens for "modalclosed" on a window that it made itself.
import { LightningElement, api } from 'lwc';

export default class LightningModal extends LightningElement {
  @api label;
  @api size;
  @api description;
  @api disableClose;

  static open = jest.fn(() => Promise.resolve());

  /** Closes the window with a result. */
  @api
  close(result) {
    this.dispatchEvent(new CustomEvent('modalclosed', { detail: result }));
  }
}
