import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Reads single files out of a zip or jar, of which nothing but the directory is in memory. Zip64 and encryption are not
 * supported; jars of types need neither.
 */
export class Zip {
  readonly #file: string;
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(file: string) {
    this.#file = file;
    this.#entries = withFile(file, (read, size) => readDirectory(...findDirectory(read, size, file)));
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The unpacked bytes, or undefined if there is no such file. */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const packed = withFile(this.#file, (read) => {
      const head = read(entry.offset, LOCAL_SIZE);
      const start = entry.offset + LOCAL_SIZE + head.readUInt16LE(26) + head.readUInt16LE(28);
      return read(start, entry.size);
    });
    return entry.method === DEFLATED ? inflateRawSync(packed) : packed;
  }
}

type Read = (position: number, length: number) => Buffer;

/** The file is open only as long as `action` runs: nobody has to close a `Zip`. */
function withFile<T>(file: string, action: (read: Read, size: number) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return action((position, length) => {
      const bytes = Buffer.allocUnsafeSlow(length);
      readSync(descriptor, bytes, 0, length, position);
      return bytes;
    }, fstatSync(descriptor).size);
  } finally {
    closeSync(descriptor);
  }
}

/** The directory and the number of its entries. It is at the end of the file, followed by at most 64 KB of comment. */
function findDirectory(read: Read, size: number, file: string): [bytes: Buffer, count: number] {
  const length = Math.min(size, END_SIZE + MOST_COMMENT);
  const bytes = read(size - length, length);
  for (let at = length - END_SIZE; at >= 0; at--) {
    if (bytes.readUInt32LE(at) !== END) continue;
    return [read(bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 12)), bytes.readUInt16LE(at + 10)];
  }
  throw new Error(`${file} is not a zip file.`);
}

function readDirectory(bytes: Buffer, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
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
