import { LightningElement } from 'lwc';
import { FormPartEvent } from 'host/recordForm';

/** What the org said against saving the record form around it. */
export default class Messages extends LightningElement {
  problem;

  connectedCallback() {
    this.dispatchEvent(
      new FormPartEvent({
        show: ({ problem }) => {
          this.problem = problem;
        },
      }),
    );
  }
}
