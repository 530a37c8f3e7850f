export const ShowToastEventName = 'lightning__showtoast';

/** Asks for a toast; `messageData` fills `{0}` in the message, as a text or as `{ url, label }`. */
export class ShowToastEvent extends CustomEvent {
  constructor(detail) {
    super(ShowToastEventName, { composed: true, cancelable: true, bubbles: true, detail });
  }
}
