import { everythingChanged } from 'host/records';

const handlers = new Map();
let last = 0;

export function addRefreshHandler(handler) {
  last += 1;
  handlers.set(last, handler);
  return last;
}

export function removeRefreshHandler(id) {
  handlers.delete(id);
}

/** What a page does when it is asked to refresh: every record it shows, and every component that wants to know. */
export async function refreshPage() {
  everythingChanged();
  await Promise.allSettled([...handlers.values()].map((handler) => handler()));
}
