const UTF8 = 1;
const TWO_SLOTS = new Set([5, 6]);
/** Bytes after the tag of each kind of constant (JVM specification, 4.4), UTF-8 apart. */
const SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/** A field of a Java class; the descriptor is in the JVM's form, e.g. `Lcom/acme/Order;`. */
export interface JavaField {
  readonly name: string;
  readonly descriptor: string;
}

/** Reads the fields that a compiled Java class declares, without a Java tool. */
export function readFields(bytes: Buffer): JavaField[] {
  const { texts, end } = readConstants(bytes);
  const interfaces = bytes.readUInt16BE(end + 6);
  let at = end + 8 + interfaces * 2;
  const count = bytes.readUInt16BE(at);
  at += 2;
  const fields: JavaField[] = [];
  for (let index = 0; index < count; index++) {
    const name = texts.get(bytes.readUInt16BE(at + 2)) ?? '';
    const descriptor = texts.get(bytes.readUInt16BE(at + 4)) ?? '';
    fields.push({ name, descriptor });
    at = skipAttributes(bytes, at + 6);
  }
  return fields;
}

function skipAttributes(bytes: Buffer, start: number): number {
  const count = bytes.readUInt16BE(start);
  let at = start + 2;
  for (let index = 0; index < count; index++) at += 6 + bytes.readUInt32BE(at + 2);
  return at;
}

function readConstants(bytes: Buffer): { texts: Map<number, string>; end: number } {
  const texts = new Map<number, string>();
  const count = bytes.readUInt16BE(8);
  let at = 10;
  for (let index = 1; index < count; index++) {
    const tag = bytes.readUInt8(at);
    if (tag === UTF8) {
      const length = bytes.readUInt16BE(at + 1);
      texts.set(index, bytes.toString('utf8', at + 3, at + 3 + length));
      at += 3 + length;
      continue;
    }
    const size = SIZES[tag];
    if (size === undefined) throw new Error(`Unknown constant ${tag} in a class file.`);
    at += 1 + size;
    if (TWO_SLOTS.has(tag)) index++;
  }
  return { texts, end: at };
}
