import type { RuntimeType } from '../runtime/types.ts';
import { BrokenClass } from '../runtime/faults.ts';
import { ApexValue } from './value.ts';

/** A constant of an enum: one frozen instance per type and name, so `===` compares. */
export class EnumValue extends ApexValue {
  readonly type: RuntimeType;
  /** As declared: `HALF_UP`. */
  readonly name: string;
  readonly ordinal: number;

  constructor(type: RuntimeType, name: string, ordinal: number) {
    super();
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
    Object.freeze(this);
  }

  override apexType(): RuntimeType {
    return this.type;
  }

  override toString(): string {
    return this.name;
  }
}

/** The runtime's type of a platform enum brings its constants from the catalogue (`runtime/type-table.ts`). */
interface PlatformEnumType extends RuntimeType {
  readonly platform?: { readonly enumConstants: readonly string[] } | null;
}

interface Constants {
  readonly byName: ReadonlyMap<string, EnumValue>;
  readonly all: readonly EnumValue[];
}

const registry = new WeakMap<RuntimeType, Constants>();

/** Tells the constants of an enum type, in order; needed only for a type that does not bring them itself. */
export function defineEnum(type: RuntimeType, names: readonly string[]): readonly EnumValue[] {
  const all = names.map((name, ordinal) => new EnumValue(type, name, ordinal));
  registry.set(type, { all, byName: new Map(all.map((value) => [value.name.toLowerCase(), value])) });
  return all;
}

/** The constants of an enum in order, as `values()` gives them. Throws when nothing was told of the type. */
export function enumValues(type: RuntimeType): readonly EnumValue[] {
  return constantsOf(type).all;
}

/** The constant of a name in any case; null when there is none. */
export function findEnumValue(type: RuntimeType, name: string): EnumValue | null {
  return constantsOf(type).byName.get(name.toLowerCase()) ?? null;
}

/** The constant of a name in any case. Throws a JavaScript error when there is none: the checker has proved it. */
export function enumValue(type: RuntimeType, name: string): EnumValue {
  const value = findEnumValue(type, name);
  if (!value) throw new Error(`${type.name} has no constant ${name}.`);
  return value;
}

function constantsOf(type: RuntimeType): Constants {
  const known = registry.get(type);
  if (known) return known;
  const names = type.classInfo?.enumConstants ?? (type as PlatformEnumType).platform?.enumConstants;
  if (!names) throw new BrokenClass(type.name);
  defineEnum(type, names);
  return constantsOf(type);
}
