import { randomUUID } from 'node:crypto';
import { chance } from '../../runtime/chance.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { noNulls } from './arguments.ts';

/** A universally unique identifier, in small letters. */
export class Uuid extends PlatformObject {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  /** Throws `System.IllegalArgumentException`. */
  static of(this: void, text: string): Uuid {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
      throwApex('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
    }
    return new Uuid(text.toLowerCase());
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.UUID');
  }

  'equals/1'(other: Value): boolean {
    return other instanceof Uuid && other.text === this.text;
  }

  /** Java's hash: the four words of 32 bits, one on the other. */
  'hashcode/0'(): number {
    const words = this.text.replaceAll('-', '').match(/.{8}/g) ?? [];
    return words.reduce((hash, word) => hash ^ parseInt(word, 16), 0);
  }

  override toString(): string {
    return this.text;
  }
}

export const uuidClass = libraryClass({
  name: 'System.UUID',
  statics: {
    'fromString(String)': noNulls(Uuid.of),
    'randomUUID()': () => new Uuid(chance('uuid', randomUUID)),
  },
  methods: {
    'equals(Object)': (uuid: Uuid, other: Value) => uuid['equals/1'](other),
    'hashCode()': (uuid: Uuid) => uuid['hashcode/0'](),
    'toString()': (uuid: Uuid) => uuid.text,
  },
});
