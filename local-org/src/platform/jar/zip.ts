import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

/** Reads single files out of a zip or jar. Zip64 and encryption are not supported; jars of types need neither. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(file: string) {
    this.#bytes = readFileSync(file);
    this.#entries = readDirectory(this.#bytes, file);
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The unpacked bytes, or undefined if there is no such file. */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const nameLength = this.#bytes.readUInt16LE(entry.offset + 26);
    const extraLength = this.#bytes.readUInt16LE(entry.offset + 28);
    const start = entry.offset + LOCAL_SIZE + nameLength + extraLength;
    const packed = this.#bytes.subarray(start, start + entry.size);
    return entry.method === DEFLATED ? inflateRawSync(packed) : packed;
  }
}

/** The directory is at the end of the file, followed only by a comment of unknown length. */
function findEnd(bytes: Buffer, file: string): number {
  for (let at = bytes.length - END_SIZE; at >= 0; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new Error(`${file} is not a zip file.`);
}

function readDirectory(bytes: Buffer, file: string): Map<string, Entry> {
  const end = findEnd(bytes, file);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const rest = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    entries.set(bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength), {
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_SIZE + nameLength + rest;
  }
  return entries;
}
