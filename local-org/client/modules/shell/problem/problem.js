import { LightningElement, api } from 'lwc';

/** A page or part that can't be shown, and why. */
export default class Problem extends LightningElement {
  @api title;
  @api message;
}
