import { currentTransaction } from '../context.ts';
import type { RuntimeType } from '../types.ts';
import { PlatformObject } from '../../values/value.ts';

/** A call of a future method, kept with its arguments until the transaction is done. */
class FutureCall extends PlatformObject {
  readonly #owner: string;
  readonly #body: () => void;

  constructor(owner: string, body: () => void) {
    super();
    this.#owner = owner;
    this.#body = body;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#owner);
  }

  'execute/1'(): void {
    this.#body();
  }
}

/** Queues the body of a `@Future` method of the class `owner`. `allowsCallouts`: its `callout=true`. */
export function future(owner: string, allowsCallouts: boolean, body: () => void): void {
  currentTransaction().enqueue({
    kind: 'future',
    target: new FutureCall(owner, body),
    delay: 0,
    maximumDepth: null,
    signature: null,
    allowsCallouts,
  });
}
