const UTF8 = 1;
const CLASS = 7;
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

/** JVM specification, 4.1, 4.5 and 4.6. */
export const Access = {
  public: 1,
  private: 2,
  protected: 4,
  static: 8,
  final: 16,
  synthetic: 0x1000,
  interface: 0x200,
  abstract: 0x400,
  enum: 0x4000,
} as const;

/** A field of a Java class; the descriptor is in the JVM's form, e.g. `Lcom/acme/Order;`. */
export interface JavaField {
  readonly name: string;
  readonly descriptor: string;
}

/** A field or a method. `signature` has the generic types where there are any, and is the descriptor otherwise. */
export interface JavaMember extends JavaField {
  readonly access: number;
  readonly signature: string;
}

/** What a compiled Java class declares. Names are in the JVM's form: `java/lang/Object`. */
export interface JavaClass {
  readonly access: number;
  readonly name: string;
  /** Null for `java/lang/Object` alone. */
  readonly superName: string | null;
  readonly interfaceNames: readonly string[];
  /** Null when neither the class nor what it extends is generic. */
  readonly signature: string | null;
  readonly fields: readonly JavaMember[];
  readonly methods: readonly JavaMember[];
}

/** Reads the fields that a compiled Java class declares, without a Java tool. */
export function readFields(bytes: Buffer): JavaField[] {
  return readClass(bytes).fields.map(({ name, descriptor }) => ({ name, descriptor }));
}

/** Reads the declarations of a compiled Java class; code is skipped. */
export function readClass(bytes: Buffer): JavaClass {
  const constants = readConstants(bytes);
  const at = constants.end;
  const count = bytes.readUInt16BE(at + 6);
  const interfaceNames: string[] = [];
  for (let index = 0; index < count; index++) {
    interfaceNames.push(constants.className(bytes.readUInt16BE(at + 8 + index * 2)) ?? '');
  }
  const fields = readMembers(bytes, at + 8 + count * 2, constants);
  const methods = readMembers(bytes, fields.end, constants);
  return {
    access: bytes.readUInt16BE(at),
    name: constants.className(bytes.readUInt16BE(at + 2)) ?? '',
    superName: constants.className(bytes.readUInt16BE(at + 4)),
    interfaceNames,
    signature: readAttributes(bytes, methods.end, constants).signature,
    fields: fields.members,
    methods: methods.members,
  };
}

function readMembers(
  bytes: Buffer,
  start: number,
  constants: Constants,
): { members: JavaMember[]; end: number } {
  const count = bytes.readUInt16BE(start);
  const members: JavaMember[] = [];
  let at = start + 2;
  for (let index = 0; index < count; index++) {
    const descriptor = constants.text(bytes.readUInt16BE(at + 4));
    const attributes = readAttributes(bytes, at + 6, constants);
    members.push({
      access: bytes.readUInt16BE(at),
      name: constants.text(bytes.readUInt16BE(at + 2)),
      descriptor,
      signature: attributes.signature ?? descriptor,
    });
    at = attributes.end;
  }
  return { members, end: at };
}

function readAttributes(
  bytes: Buffer,
  start: number,
  constants: Constants,
): { signature: string | null; end: number } {
  const count = bytes.readUInt16BE(start);
  let at = start + 2;
  let signature: string | null = null;
  for (let index = 0; index < count; index++) {
    if (constants.text(bytes.readUInt16BE(at)) === 'Signature') {
      signature = constants.text(bytes.readUInt16BE(at + 6));
    }
    at += 6 + bytes.readUInt32BE(at + 2);
  }
  return { signature, end: at };
}

/** The texts of a class file's constant pool. */
class Constants {
  readonly end: number;
  readonly #texts: ReadonlyMap<number, string>;
  readonly #classes: ReadonlyMap<number, number>;

  constructor(texts: ReadonlyMap<number, string>, classes: ReadonlyMap<number, number>, end: number) {
    this.#texts = texts;
    this.#classes = classes;
    this.end = end;
  }

  text(index: number): string {
    return this.#texts.get(index) ?? '';
  }

  className(index: number): string | null {
    const text = this.#classes.get(index);
    return text === undefined ? null : this.text(text);
  }
}

function readConstants(bytes: Buffer): Constants {
  const texts = new Map<number, string>();
  const classes = new Map<number, number>();
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
    if (tag === CLASS) classes.set(index, bytes.readUInt16BE(at + 1));
    const size = SIZES[tag];
    if (size === undefined) throw new Error(`Unknown constant ${tag} in a class file.`);
    at += 1 + size;
    if (TWO_SLOTS.has(tag)) index++;
  }
  return new Constants(texts, classes, at);
}
