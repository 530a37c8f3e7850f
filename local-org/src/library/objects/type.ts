import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { hashOfText } from '../../values/equality.ts';
import { objectTypeOf } from '../collections/object-type.ts';
import { required } from '../collections/arguments.ts';
import { libraryClass, type Value } from '../library.ts';
import { typeValue, type TypeValue } from './type-value.ts';

/** System.Type. */
export const typeClass = libraryClass({
  name: 'System.Type',
  statics: {
    'forName(String)': (name) => valueOf(currentTransaction().program.findType(required(name))),
    'forName(String,String)': (namespace, name) => valueOf(findIn(namespace, required(name))),
  },
  methods: {
    'equals(Object)': (type: TypeValue, other: Value) => type === other,
    'getName()': (type: TypeValue) => type.type.name,
    'hashCode()': (type: TypeValue) => hashOfText(type.type.name),
    'isAssignableFrom(Type)': (type: TypeValue, other: TypeValue) =>
      type.type.isAssignableFrom(required(other).type),
    'newInstance()': (type: TypeValue) => newInstance(type.type),
    'toString()': (type: TypeValue) => type.type.name,
  },
  properties: {
    SObjectType: {
      get: (type: TypeValue) => (type.type.kind === 'sobject' ? objectTypeOf(type.type) : null),
    },
  },
});

/** Throws `System.TypeException` for what has no constructor without parameters. */
function newInstance(type: RuntimeType): Value {
  const info = type.classInfo;
  const hasConstructor =
    !info?.constructors.length || info.constructors.some((each) => each.parameters.length === 0);
  const isPrimitive = type.kind === 'primitive' || type.kind === 'object';
  if (isPrimitive || (info && (info.kind !== 'class' || info.isAbstract || !hasConstructor))) {
    throwApex('System.TypeException', `Type cannot be constructed: ${type.name}`);
  }
  return currentTransaction().program.construct(type);
}

/** Without a namespace, a class of the project. */
function findIn(namespace: string | null, name: string): RuntimeType | null {
  const { program } = currentTransaction();
  return namespace ? program.findType(name, namespace) : program.findType(name);
}

function valueOf(type: RuntimeType | null): TypeValue | null {
  return type && typeValue(type);
}
