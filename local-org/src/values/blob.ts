import { currentTransaction } from '../runtime/context.ts';
import { throwApex } from '../runtime/faults.ts';
import type { RuntimeType } from '../runtime/types.ts';
import { ApexValue } from './value.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A Blob of Apex: bytes. Immutable. */
export class Blob extends ApexValue {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }

  /** The text in UTF-8. */
  static ofText(text: string): Blob {
    return new Blob(Buffer.from(text, 'utf8'));
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('Blob');
  }

  get size(): number {
    return this.bytes.length;
  }

  /** As `Blob.toString()`. Throws `System.StringException` when the bytes are no UTF-8. */
  toText(): string {
    try {
      return decoder.decode(this.bytes);
    } catch (error) {
      if (error instanceof TypeError) throwApex('System.StringException', 'BLOB is not a valid UTF-8 string');
      throw error;
    }
  }

  equals(other: unknown): boolean {
    return other instanceof Blob && Buffer.compare(this.bytes, other.bytes) === 0;
  }

  hashCode(): number {
    let hash = 1;
    for (const byte of this.bytes) hash = (Math.imul(31, hash) + ((byte << 24) >> 24)) | 0;
    return hash;
  }

  /** `Blob[3]`, as concatenated to a text. */
  override toString(): string {
    return `Blob[${this.size}]`;
  }
}
