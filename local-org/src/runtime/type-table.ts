import type { OrgSchema } from '../schema/model.ts';
import type { Value } from '../library/library.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { isNumeric } from '../values/scalars.ts';
import { ApexValue } from '../values/value.ts';
import type { ClassInfo, RuntimeType } from './types.ts';

const PRIMITIVES: Readonly<Record<string, (value: Value) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Integer: (value) => typeof value === 'number',
  Long: (value) => typeof value === 'bigint' || typeof value === 'number',
  // A smaller number fits a variable of a larger type, also behind an Object; Double and Decimal fit each other.
  Double: isNumeric,
  Decimal: isNumeric,
  Datetime: (value) => value instanceof ApexDatetime || value instanceof ApexDate,
  String: (value) => typeof value === 'string',
  Id: (value) => typeof value === 'string' && /^[a-zA-Z0-9]{18}$/.test(value),
};
/** Primitives that are objects in JavaScript: their values say what they are. */
const VALUE_CLASSES = ['Date', 'Time', 'Blob'];
const COLLECTIONS: Readonly<Record<string, 'list' | 'set' | 'map'>> = {
  list: 'list',
  set: 'set',
  map: 'map',
};

/** What the table asks about platform classes. */
export interface PlatformTypes {
  /** Full name in its own spelling, super type and interfaces by full name; null when the platform has no such class. */
  find(name: string): PlatformTypeInfo | null;
}

export interface PlatformTypeInfo {
  readonly fullName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly superType: string | null;
  readonly interfaces: readonly string[];
  readonly enumConstants: readonly string[];
}

interface Draft {
  name: string;
  kind: RuntimeType['kind'];
  arguments?: readonly RuntimeType[];
  superType?: RuntimeType | null;
  classInfo?: ClassInfo | null;
  objectName?: string | null;
  platform?: PlatformTypeInfo | null;
}

/** Every type of one program, one object each, so that `===` compares types. */
export class TypeTable {
  readonly #types = new Map<string, RuntimeType>();
  /** By object in lower case: a class of the project may have the name of an object. */
  readonly #records = new Map<string, RuntimeType>();
  readonly #schema: OrgSchema;
  readonly #platform: PlatformTypes;
  readonly #namespace: string | null;

  constructor(schema: OrgSchema, platform: PlatformTypes, namespace: string | null) {
    this.#schema = schema;
    this.#platform = platform;
    this.#namespace = namespace?.toLowerCase() ?? null;
    for (const [name, accepts] of Object.entries(PRIMITIVES)) {
      this.#add(name, new TypeOfValue({ name, kind: 'primitive' }, this, accepts));
    }
    for (const name of VALUE_CLASSES) this.#add(name, new TypeOfValue({ name, kind: 'primitive' }, this));
    this.#add('Object', new TypeOfValue({ name: 'Object', kind: 'object' }, this, () => true));
    this.#add('SObject', new TypeOfValue({ name: 'SObject', kind: 'sobject', objectName: 'SObject' }, this));
    this.#records.set('sobject', this.get('SObject'));
  }

  /** Adds a class of the project. */
  addClass(info: ClassInfo): RuntimeType {
    const kind = info.kind === 'class' ? 'class' : info.kind;
    const draft: Draft = { name: info.fullName, kind, classInfo: info };
    const type = new TypeOfValue(draft, this);
    this.#add(info.fullName, type);
    return type;
  }

  /** The checker lets no unknown name through; a class that was left out for its errors gets a type without values. */
  get(name: string): RuntimeType {
    return this.find(name) ?? this.#leftOut(name);
  }

  #leftOut(name: string): RuntimeType {
    const type = new TypeOfValue({ name, kind: 'class' }, this);
    this.#add(name, type);
    return type;
  }

  find(name: string): RuntimeType | null {
    const key = name.replaceAll(' ', '').toLowerCase();
    if (key.startsWith('schema.')) {
      const record = this.record(key.slice('schema.'.length));
      if (record) return record;
    }
    const known = this.#types.get(key) ?? this.#withoutPrefix(key);
    if (known) return known;
    const made = this.#make(name.trim(), key);
    if (made) this.#types.set(key, made);
    return made;
  }

  collection(kind: 'list' | 'set' | 'map', parameters: readonly RuntimeType[]): RuntimeType {
    const word = kind.charAt(0).toUpperCase() + kind.slice(1);
    const name = `${word}<${parameters.map((parameter) => parameter.name).join(',')}>`;
    const key = name.toLowerCase();
    const known = this.#types.get(key);
    if (known) return known;
    const made = new TypeOfValue({ name, kind, arguments: parameters }, this);
    this.#types.set(key, made);
    return made;
  }

  #add(name: string, type: RuntimeType): void {
    this.#types.set(name.toLowerCase(), type);
  }

  #withoutPrefix(key: string): RuntimeType | null {
    if (key.startsWith('system.')) {
      const known = this.#types.get(key.slice('system.'.length));
      return known && !known.classInfo ? known : null;
    }
    if (this.#namespace) {
      const own = this.#types.get(`${this.#namespace}.${key}`);
      if (own) return own;
    }
    return null;
  }

  #make(name: string, key: string): RuntimeType | null {
    if (key.endsWith('[]')) {
      const element = this.find(name.slice(0, -2));
      return element && this.collection('list', [element]);
    }
    const open = name.indexOf('<');
    if (open > 0 && name.endsWith('>'))
      return this.#makeGeneric(name.slice(0, open), name.slice(open + 1, -1));
    return this.record(name) ?? this.#makePlatform(name, []);
  }

  #makeGeneric(word: string, inside: string): RuntimeType | null {
    const parameters: RuntimeType[] = [];
    for (const part of splitArguments(inside)) {
      const parameter = this.find(part);
      if (!parameter) return null;
      parameters.push(parameter);
    }
    const collection = COLLECTIONS[word.toLowerCase().replace(/^system\./, '')];
    return collection ? this.collection(collection, parameters) : this.#makePlatform(word, parameters);
  }

  /** The type of an object's records; null when there is no such object. */
  record(objectName: string): RuntimeType | null {
    const known = this.#records.get(objectName.toLowerCase());
    if (known) return known;
    const object = this.#schema.object(objectName);
    if (!object) return null;
    const key = object.name.toLowerCase();
    const type =
      this.#records.get(key) ??
      new TypeOfValue({ name: object.name, kind: 'sobject', objectName: object.name }, this);
    this.#records.set(key, type).set(objectName.toLowerCase(), type);
    return type;
  }

  #makePlatform(name: string, parameters: readonly RuntimeType[]): RuntimeType | null {
    const found = this.#platform.find(name.replace(/^system\./i, 'System.'));
    if (!found) return null;
    const suffix = parameters.length ? `<${parameters.map((parameter) => parameter.name).join(',')}>` : '';
    const full = `${found.fullName}${suffix}`;
    const same = this.#types.get(full.toLowerCase());
    if (same) return same;
    const superType = found.superType ? this.find(found.superType) : null;
    const kind = found.kind === 'enum' ? 'enum' : 'platform';
    const type = new TypeOfValue(
      { name: full, kind, arguments: parameters, superType, platform: found },
      this,
    );
    this.#add(full, type);
    const short = full.replace(/^System\./, '').toLowerCase();
    if (!this.#types.has(short)) this.#types.set(short, type);
    return type;
  }
}

function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

class TypeOfValue implements RuntimeType {
  readonly name: string;
  readonly kind: RuntimeType['kind'];
  readonly arguments: readonly RuntimeType[];
  readonly classInfo: ClassInfo | null;
  readonly objectName: string | null;
  readonly platform: PlatformTypeInfo | null;
  readonly #superType: RuntimeType | null;
  readonly #table: TypeTable;
  readonly #acceptsPrimitive: ((value: Value) => boolean) | null;
  /** Answers of `isAssignableFrom`; the questions come back often and the answers never change. */
  readonly #answers = new Map<RuntimeType, boolean>();

  constructor(draft: Draft, table: TypeTable, acceptsPrimitive: ((value: Value) => boolean) | null = null) {
    this.name = draft.name;
    this.kind = draft.kind;
    this.arguments = draft.arguments ?? [];
    this.classInfo = draft.classInfo ?? null;
    this.objectName = draft.objectName ?? null;
    this.platform = draft.platform ?? null;
    this.#superType = draft.superType ?? null;
    this.#table = table;
    this.#acceptsPrimitive = acceptsPrimitive;
  }

  get superType(): RuntimeType | null {
    return this.classInfo ? this.classInfo.superType : this.#superType;
  }

  accepts(value: Value): boolean {
    if (this.#acceptsPrimitive) return this.#acceptsPrimitive(value);
    return value instanceof ApexValue && this.isAssignableFrom(value.apexType());
  }

  isAssignableFrom(other: RuntimeType): boolean {
    if (other === this || this.kind === 'object') return true;
    const known = this.#answers.get(other);
    if (known !== undefined) return known;
    const answer = this.#isAssignableFrom(other);
    this.#answers.set(other, answer);
    return answer;
  }

  #isAssignableFrom(other: RuntimeType): boolean {
    if (this.kind === 'sobject') return other.kind === 'sobject' && this.objectName === 'SObject';
    if (this.kind === 'list' || this.kind === 'set' || this.kind === 'map') {
      return (
        other.kind === this.kind && this.arguments.every((own, at) => argumentFits(own, other.arguments[at]))
      );
    }
    if (this.kind === 'primitive') return this.name === 'String' && other.name === 'Id';
    return this.#supers(other).some(
      (each) => each === this || this.#fitsGeneric(each) || this.isAssignableFrom(each),
    );
  }

  #fitsGeneric(other: RuntimeType): boolean {
    const bare = (type: RuntimeType) => type.name.replace(/<.*/, '');
    return (
      this.arguments.length > 0 &&
      bare(other) === bare(this) &&
      this.arguments.every((own, at) => argumentFits(own, other.arguments[at]))
    );
  }

  #supers(other: RuntimeType): readonly RuntimeType[] {
    const info = other.classInfo;
    if (info) return [...(info.superType ? [info.superType] : []), ...info.interfaces];
    if ((other.kind === 'list' || other.kind === 'set') && this.name.startsWith('System.Iterable')) {
      return [this.#table.get(`System.Iterable<${other.arguments[0]?.name ?? 'Object'}>`)];
    }
    const platform = other instanceof TypeOfValue ? other.platform : null;
    const names = [...(platform?.superType ? [platform.superType] : []), ...(platform?.interfaces ?? [])];
    return names.flatMap((name) => this.#table.find(name) ?? []);
  }
}

/** A list of any sObject type may stand for a list of another; the platform looks at the rows only when they are used. */
function argumentFits(own: RuntimeType, other: RuntimeType | undefined): boolean {
  if (!other) return false;
  if (own.kind === 'sobject' && other.kind === 'sobject') {
    return own === other || own.objectName === 'SObject' || other.objectName === 'SObject';
  }
  return own.isAssignableFrom(other);
}
