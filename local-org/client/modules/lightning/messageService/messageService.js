/** Messages between components of one page. */

const subscriptions = new Set();

export const APPLICATION_SCOPE = Symbol('application');

/** What components get from `@wire(MessageContext)`, and what stands for the page. */
export class MessageContext {
  constructor(emit) {
    this.emit = emit;
  }

  connect() {
    this.emit({});
  }

  disconnect() {
    // Subscriptions end with unsubscribe or with the page.
  }

  update() {
    // It has no parameters.
  }
}

export function createMessageContext() {
  return {};
}

export function releaseMessageContext(context) {
  for (const subscription of [...subscriptions]) {
    if (subscription.context === context) subscriptions.delete(subscription);
  }
}

export function subscribe(context, { channel }, listener) {
  const subscription = { context, channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription) {
  subscriptions.delete(subscription);
}

export function publish(_context, { channel }, message) {
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel) subscription.listener(message);
  }
}
