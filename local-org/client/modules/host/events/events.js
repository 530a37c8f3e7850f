/** What the server tells a page that is open. */

const listeners = new Map();
let source;

/**
 * @param {string} type `log` or `reload`.
 * @param {(content: object) => void} listener
 * @returns {() => void} ends it.
 */
export function onServerEvent(type, listener) {
  source ??= new EventSource('/local/events');
  const receive = (event) => listener(JSON.parse(event.data));
  source.addEventListener(type, receive);
  listeners.set(listener, receive);
  return () => {
    source.removeEventListener(type, listeners.get(listener));
    listeners.delete(listener);
  };
}
