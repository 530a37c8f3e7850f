import { BrokenClass } from './faults.ts';

/** Stands for a class that was not emitted: every use of it says why. */
export function missingClass(name: string): never {
  const refuse = (): never => {
    throw new BrokenClass(name);
  };
  const target = class {
    constructor() {
      refuse();
    }
  };
  return new Proxy(target, {
    get: (_, property) => (property === 'prototype' ? target.prototype : refuse()),
  }) as never;
}
