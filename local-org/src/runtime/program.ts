import type { ClassInfo, RuntimeType } from './types.ts';
import type { Value } from '../library/library.ts';

/** The compiled classes of a project, linked with the library. */
export interface Program {
  readonly namespace: string | null;
  /** By full name in lower case. */
  readonly classes: ReadonlyMap<string, ClassInfo>;
  /** `Integer`, `List<Account>`, `Outer.Inner`, `System.HttpRequest`, `Object`. Throws for what does not exist. */
  type(name: string): RuntimeType;
  /** The type of an object's records, also where a class of the project has the object's name. */
  recordType(objectName: string): RuntimeType;
  /** The same for a name from outside (`Type.forName`): null when there is none. */
  findType(name: string, namespace?: string | null): RuntimeType | null;
  listOf(element: RuntimeType): RuntimeType;
  setOf(element: RuntimeType): RuntimeType;
  mapOf(key: RuntimeType, value: RuntimeType): RuntimeType;
  /** A new object by the constructor without parameters, as `Type.newInstance()` makes it. */
  construct(type: RuntimeType): Value;
}
