import { addRefreshHandler, removeRefreshHandler } from 'host/refresh';

export const REFRESH_VIEW = 'lightning__refreshview';
export const REFRESH_ERROR = 'refresherror';
export const REFRESH_COMPLETE = 'refreshcomplete';
export const REFRESH_COMPLETE_WITH_ERROR = 'refreshcompletewitherror';

/** Asks the page to load its records anew. */
export class RefreshEvent extends CustomEvent {
  constructor() {
    super(REFRESH_VIEW, { bubbles: true, composed: true });
  }
}

/**
 * @param {object} context the component, which the handler is called on.
 * @param {() => Promise} handler called when the page is refreshed.
 * @returns {number} for `unregisterRefreshHandler`.
 */
export function registerRefreshHandler(context, handler) {
  return addRefreshHandler(handler.bind(context));
}

export function unregisterRefreshHandler(id) {
  removeRefreshHandler(id);
}
