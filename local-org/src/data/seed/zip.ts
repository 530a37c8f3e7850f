import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** 2.0, the lowest version that knows folders. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day that a zip can name: the same folder always gives the same bytes. */
const DATE = 0x0021;

/** A folder as a zip with its files stored as they are, in the order of their paths. */
export function zipOf(folder: string): Uint8Array {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const path of filesBelow(folder)) {
    const content = readFileSync(join(folder, path));
    const name = Buffer.from(path);
    const common = commonHeader(name, content);
    const local = Buffer.concat([uint32(LOCAL_HEADER), common, name, content]);
    // No comment, first disk, no attributes.
    const rest = Buffer.concat([Buffer.alloc(10), uint32(offset)]);
    entries.push(Buffer.concat([uint32(CENTRAL_HEADER), uint16(VERSION), common, rest, name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(entries);
  const counts = [uint16(entries.length), uint16(entries.length)];
  const end = [uint32(END), uint32(0), ...counts, uint32(central.length), uint32(offset), uint16(0)];
  return Buffer.concat([...parts, central, ...end]);
}

/** Relative paths with forward slashes. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** What the two headers of a file share, from the version needed to the length of extra fields. */
function commonHeader(name: Buffer, content: Buffer): Buffer {
  const stored = uint16(0);
  const time = uint16(0);
  const size = uint32(content.length);
  const noExtra = uint16(0);
  return Buffer.concat([
    ...[uint16(VERSION), uint16(FLAGS), stored, time, uint16(DATE)],
    ...[uint32(crc32(content)), size, size, uint16(name.length), noExtra],
  ]);
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
