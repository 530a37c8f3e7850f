import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { enumValues, findEnumValue, type EnumValue } from '../../values/enum.ts';
import { hashOf, strictEquals } from '../../values/equality.ts';
import { ApexList } from '../../values/list.ts';
import type { TypeValue } from './type-value.ts';
import { libraryClass, type Value } from '../library.ts';
import { stringOf } from '../text/stringify.ts';

/** What every object can do. */
const COMMON = {
  'equals(Object)': (target: Value, other: Value) => strictEquals(target, other),
  'hashCode()': (target: Value) => hashOf(target),
  'toString()': (target: Value) => stringOf(target),
};

/** System.Object. */
export const objectClass = libraryClass({ name: 'System.Object', methods: COMMON });

/** `Season.values()`. */
export function enumConstants(type: RuntimeType): ApexList {
  return new ApexList(currentTransaction().program.listOf(type), [...enumValues(type)]);
}

/** `Season.valueOf('SUMMER')`, in any case. Throws `System.NoSuchElementException`. */
export function enumValueOf(type: RuntimeType, name: string | null): EnumValue {
  const constant = name === null ? null : findEnumValue(type, name);
  return constant ?? throwApex('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
}

/** What every enum has. Its static methods get the enum's type first. */
export const enumClass = libraryClass({
  name: 'System.Enum',
  statics: {
    'values()': (token: TypeValue) => enumConstants(token.type),
    'valueOf(String)': (token: TypeValue, name) => enumValueOf(token.type, name),
  },
  methods: {
    ...COMMON,
    'name()': (constant: EnumValue) => constant.name,
    'ordinal()': (constant: EnumValue) => constant.ordinal,
  },
});
