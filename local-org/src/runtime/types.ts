import { ApexValue } from '../values/value.ts';
import { currentTransaction } from './context.ts';
import type { Value } from '../library/library.ts';

/**
 * What a value is at run time, one object per type and program: `===` compares types. Made by
 * `Program.type('List<Account>')` (`runtime/program.ts`).
 */
export interface RuntimeType {
  /** As Apex prints it: `List<Account>`, `Outer.Inner`, `Integer`, `System.HttpRequest` prints as `System.HttpRequest`. */
  readonly name: string;
  readonly kind:
    'primitive' | 'object' | 'list' | 'set' | 'map' | 'sobject' | 'class' | 'interface' | 'enum' | 'platform';
  /** Element of a list or set; key and value of a map; parameter of an `Iterator<T>`. */
  readonly arguments: readonly RuntimeType[];
  /** Source classes and exceptions. */
  readonly superType: RuntimeType | null;
  /** Does a non-null value fit a variable of this type (`instanceof`, casts)? */
  accepts(value: Value): boolean;
  /** A value of type `other` fits a variable of this type. */
  isAssignableFrom(other: RuntimeType): boolean;
  /** Of a source class, interface or enum; for JSON, Type, createStub. */
  readonly classInfo: ClassInfo | null;
  /** Of an sObject: its API name. */
  readonly objectName: string | null;
}

/** `@AuraEnabled(cacheable=true)`: names in lower case. */
export interface AnnotationInfo {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | number | boolean>>;
}

/** What the emitter tells the runtime of a source class. */
export interface ClassInfo {
  readonly name: string;
  readonly fullName: string;
  readonly namespace: string;
  readonly outer: string | null;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  readonly apiVersion: number;
  readonly file: string;
  /** The emitted JavaScript class; null for an interface and an enum. */
  readonly jsClass: (abstract new () => object) | null;
  readonly superType: RuntimeType | null;
  readonly interfaces: readonly RuntimeType[];
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  /** `jsName` of the constructors. An empty list: the default constructor `new()`. */
  readonly constructors: readonly MethodInfo[];
  readonly enumConstants: readonly string[];
  readonly annotations: readonly AnnotationInfo[];
}

export interface FieldInfo {
  readonly name: string;
  readonly jsName: string;
  readonly type: RuntimeType;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly isFinal: boolean;
  readonly isProperty: boolean;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly AnnotationInfo[];
}

export interface MethodInfo {
  readonly name: string;
  readonly jsName: string;
  readonly parameters: readonly { readonly name: string; readonly type: RuntimeType }[];
  /** Null for void. */
  readonly returnType: RuntimeType | null;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly visibility: 'private' | 'protected' | 'public' | 'global';
  readonly line: number;
  readonly annotations: readonly AnnotationInfo[];
}

/** What a non-null value is. */
export function runtimeTypeOf(value: Value): RuntimeType {
  if (value instanceof ApexValue) return value.apexType();
  return currentTransaction().program.type(PRIMITIVE_TYPES[typeof value] ?? 'Object');
}

const PRIMITIVE_TYPES: Readonly<Record<string, string>> = {
  string: 'String',
  number: 'Integer',
  bigint: 'Long',
  boolean: 'Boolean',
};
