import { LightningElement, api } from 'lwc';
import failed from '@salesforce/label/c.BillingSetupFailed';
import working from '@salesforce/label/c.BillingSetupWorking';

/** The frame of a step: heading, what it does, its error, a spinner while it works. The step itself is in the slot. */
export default class BillingSetupStep extends LightningElement {
  @api heading;
  @api help;
  /** Whatever the step's last call threw. */
  @api error;
  @api isBusy = false;
  /** What the step has just done; read out by screen readers. */
  @api done = '';

  label = { failed, working };
}
