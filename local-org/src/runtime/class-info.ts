import type { Runtime } from './support/runtime.ts';
import type { AnnotationInfo, ClassInfo, FieldInfo, MethodInfo, RuntimeType } from './types.ts';

/** What the emitter writes of a class: types by name. */
export interface ClassHead extends Omit<
  ClassInfo,
  'superType' | 'interfaces' | 'fields' | 'methods' | 'constructors' | 'jsClass'
> {
  readonly superType: string | null;
  readonly interfaces: readonly string[];
}

/** What the emitter writes of the members of a class. */
export interface ClassMembers {
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

type LinkedMembers = Pick<ClassInfo, 'fields' | 'methods' | 'constructors'>;

/**
 * A class of the program. Types and members are looked up when they are first asked for: types may belong to classes
 * that are linked later, and few classes are asked for their members, which take more memory than the rest.
 */
export class LinkedClass implements ClassInfo {
  readonly name: string;
  readonly fullName: string;
  readonly namespace: string;
  readonly outer: string | null;
  readonly kind: ClassInfo['kind'];
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly visibility: ClassInfo['visibility'];
  readonly sharing: ClassInfo['sharing'];
  readonly apiVersion: number;
  readonly file: string;
  readonly enumConstants: readonly string[];
  readonly annotations: readonly AnnotationInfo[];
  readonly #head: ClassHead;
  readonly #read: () => ClassMembers;
  readonly #runtime: Runtime;
  #superType: RuntimeType | null = null;
  #interfaces: readonly RuntimeType[] | null = null;
  #members: LinkedMembers | null = null;

  constructor(head: ClassHead, members: () => ClassMembers, runtime: Runtime) {
    this.name = head.name;
    this.fullName = head.fullName;
    this.namespace = head.namespace;
    this.outer = head.outer;
    this.kind = head.kind;
    this.isAbstract = head.isAbstract;
    this.isTest = head.isTest;
    this.visibility = head.visibility;
    this.sharing = head.sharing;
    this.apiVersion = head.apiVersion;
    this.file = head.file;
    this.enumConstants = head.enumConstants;
    this.annotations = head.annotations;
    this.#head = head;
    this.#read = members;
    this.#runtime = runtime;
  }

  get jsClass(): ClassInfo['jsClass'] {
    return this.kind === 'class' ? this.#runtime.jsClass(this.fullName) : null;
  }

  get superType(): RuntimeType | null {
    return (this.#superType ??= this.#typeOrNull(this.#head.superType));
  }

  get interfaces(): readonly RuntimeType[] {
    return (this.#interfaces ??= this.#head.interfaces.map((name) => this.#runtime.type(name)));
  }

  get fields(): readonly FieldInfo[] {
    return this.#linked().fields;
  }

  get methods(): readonly MethodInfo[] {
    return this.#linked().methods;
  }

  get constructors(): readonly MethodInfo[] {
    return this.#linked().constructors;
  }

  #linked(): LinkedMembers {
    if (this.#members) return this.#members;
    const { fields, methods, constructors } = this.#read();
    this.#members = {
      fields: fields.map((field) => ({ ...field, type: this.#runtime.type(field.type) })),
      methods: methods.map((method) => this.#method(method)),
      constructors: constructors.map((method) => this.#method(method)),
    };
    return this.#members;
  }

  #method(data: MethodData): MethodInfo {
    return {
      ...data,
      parameters: data.parameters.map(({ name, type }) => ({ name, type: this.#runtime.type(type) })),
      returnType: this.#typeOrNull(data.returnType),
    };
  }

  #typeOrNull(name: string | null): RuntimeType | null {
    return name === null ? null : this.#runtime.type(name);
  }
}
