/** What a part of a record form, a field or the messages, says to the form around it when it is connected. */
export const FORM_PART = 'recordformpart';

/** @param {{ show(state): void }} part shown whenever what the form knows changes. */
export class FormPartEvent extends CustomEvent {
  constructor(part) {
    super(FORM_PART, { bubbles: true, composed: true, detail: part });
  }
}
