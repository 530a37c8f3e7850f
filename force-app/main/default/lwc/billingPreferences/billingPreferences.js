/** Kept per person and browser: a server round trip for a tick in a box would cost more than the box is worth. */
const key = 'billwright.showChangesFirst';

let forThisPage = false;

/** A browser may forbid pages to keep anything; then a choice lasts as long as the page. */
function storage() {
  try {
    return window.localStorage;
  } catch (error) {
    if (error.name === 'SecurityError') return undefined;
    throw error;
  }
}

/** Whether the person wants to see changes before they are written. */
export function showsChangesFirst() {
  const stored = storage();
  return stored ? stored.getItem(key) === 'true' : forThisPage;
}

/** Remembers the person's choice. */
export function rememberShowChangesFirst(chosen) {
  forThisPage = chosen;
  storage()?.setItem(key, String(chosen));
}
