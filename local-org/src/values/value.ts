import type { RuntimeType } from '../runtime/types.ts';

/** Everything in Apex that is an object in JavaScript and not a plain string, number, bigint or boolean. */
export abstract class ApexValue {
  /** What this value is. */
  abstract apexType(): RuntimeType;
}

/** The base of the objects of source classes. The emitter's classes override `apexType`. */
export abstract class ApexObject extends ApexValue {
  /** Gives the fields the values of their declarations; emitted classes add theirs. */
  '$fields()'(): void {}

  /** `clone()`: another object of the class with the same values in its fields. */
  'clone/0'(): this {
    return Object.assign(Object.create(Object.getPrototypeOf(this) as object) as this, this);
  }
}

/** The base of the library's own objects, e.g. an HttpRequest. */
export abstract class PlatformObject extends ApexValue {}
