import type { ClassInfo, FieldInfo, MethodInfo, RuntimeType } from './types.ts';
import type { Runtime } from './support/runtime.ts';

/** A `ClassInfo` as the emitter writes it: types by name. */
export interface ClassData extends Omit<
  ClassInfo,
  'superType' | 'interfaces' | 'fields' | 'methods' | 'constructors' | 'jsClass'
> {
  readonly superType: string | null;
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldData[];
  readonly methods: readonly MethodData[];
  readonly constructors: readonly MethodData[];
}

interface FieldData extends Omit<FieldInfo, 'type'> {
  readonly type: string;
}

interface MethodData extends Omit<MethodInfo, 'parameters' | 'returnType'> {
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returnType: string | null;
}

/** Looks types up when they are first asked for: they may belong to classes that are linked later. */
export function linkedClassInfo(data: ClassData, runtime: Runtime): ClassInfo {
  const typeOf = (name: string): RuntimeType => runtime.type(name);
  const field = (each: FieldData): FieldInfo => lazy({ ...each }, { type: () => typeOf(each.type) });
  const method = (each: MethodData): MethodInfo =>
    lazy(
      { ...each },
      {
        parameters: () => each.parameters.map(({ name, type }) => ({ name, type: typeOf(type) })),
        returnType: () => (each.returnType === null ? null : typeOf(each.returnType)),
      },
    );
  return lazy(
    {
      ...data,
      fields: data.fields.map(field),
      methods: data.methods.map(method),
      constructors: data.constructors.map(method),
    },
    {
      jsClass: () => (data.kind === 'class' ? runtime.jsClass(data.fullName) : null),
      superType: () => (data.superType === null ? null : typeOf(data.superType)),
      interfaces: () => data.interfaces.map(typeOf),
    },
  );
}

/** Adds properties that are computed once, when they are first read. */
function lazy<T>(target: object, properties: Readonly<Record<string, () => unknown>>): T {
  for (const [name, compute] of Object.entries(properties)) {
    Object.defineProperty(target, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = compute();
        Object.defineProperty(target, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return target as T;
}
