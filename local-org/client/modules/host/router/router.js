import { addressOf, pageReferenceOf } from 'host/pageReference';

const listeners = new Set();
let current = pageReferenceOf(window.location);

window.addEventListener('popstate', arrive);

/** The page that is shown. */
export function currentPage() {
  return current;
}

/**
 * @param {(page: object) => void} arrived called now and after every navigation.
 * @returns {() => void} ends it.
 */
export function watchPage(arrived) {
  listeners.add(arrived);
  arrived(current);
  return () => listeners.delete(arrived);
}

/** Goes to a page of this app; another site opens in a window of its own. */
export function navigate(reference, { replace = false } = {}) {
  const address = addressOf(reference);
  if (reference.type === 'standard__webPage' && !isOwn(address)) {
    window.open(address, '_blank', 'noopener');
    return;
  }
  goTo(address, { replace });
}

/** Goes to an address of this app. */
export function goTo(address, { replace = false } = {}) {
  if (replace) window.history.replaceState({}, '', address);
  else window.history.pushState({}, '', address);
  arrive();
}

function isOwn(address) {
  return new URL(address, window.location.href).origin === window.location.origin;
}

function arrive() {
  current = pageReferenceOf(window.location);
  for (const arrived of [...listeners]) arrived(current);
}
