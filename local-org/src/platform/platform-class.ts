import type {
  ClassSymbol,
  FieldSymbol,
  MethodSymbol,
  ParameterSymbol,
  Visibility,
} from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import { describe, VOID } from '../types/make.ts';
import type { Correction } from './corrections.ts';
import { parseMember, parseType } from './declaration-text.ts';
import { Access } from './jar/class-file.ts';
import type { JavaClass, JavaMember } from './jar/class-file.ts';
import { parseClassSignature, parseMethodSignature, parseTypeSignature } from './jar/signature.ts';
import type { ClassFinder } from './java-types.ts';
import { apexType } from './java-types.ts';
import { memberName } from './names.ts';

/** What a platform class is made of. */
export interface PlatformSource {
  readonly fullName: string;
  readonly name: string;
  readonly namespace: string;
  /** Null for what only the corrections have. */
  readonly java: JavaClass | null;
  readonly correction: Correction;
  readonly outer: ClassSymbol | null;
  /** May classes of the project extend or implement it? */
  readonly isVirtual: boolean;
  readonly classes: ClassFinder;
  innerClasses(): readonly ClassSymbol[];
}

interface Members {
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
}

/** A class of the platform. Everything that names other classes is read at its first use. */
export class PlatformClass implements ClassSymbol {
  readonly origin = 'platform';
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly fullName: string;
  readonly namespace: string;
  readonly outer: ClassSymbol | null;
  readonly typeParameters: readonly string[];
  readonly visibility = 'global';
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest = false;
  readonly sharing = null;
  readonly apiVersion = Infinity;
  readonly annotations = [];
  readonly enumConstants: readonly string[];
  readonly declaration = null;
  readonly file = null;
  readonly span = null;
  readonly #source: PlatformSource;
  #members: Members | null = null;
  #inner: Map<string, ClassSymbol> | null = null;

  constructor(source: PlatformSource) {
    const { java, correction } = source;
    this.#source = source;
    this.name = source.name;
    this.fullName = source.fullName;
    this.namespace = source.namespace;
    this.outer = source.outer;
    this.kind = correction.kind ?? kindOf(java);
    this.typeParameters = java?.signature ? parseClassSignature(java.signature).typeParameters : [];
    this.isAbstract =
      correction.isAbstract ?? (this.kind === 'interface' || hasAccess(java, Access.abstract));
    this.isVirtual = source.isVirtual || this.kind === 'interface';
    this.enumConstants = this.kind === 'enum' ? enumConstantsOf(java, correction) : [];
  }

  get superType(): Type | null {
    const { java, correction, classes } = this.#source;
    if (correction.extends) return parseType(correction.extends, this.typeParameters, classes);
    if (!java?.superName || java.superName.startsWith('java/')) return null;
    if (java.signature) return apexType(parseClassSignature(java.signature).superType, classes);
    return apexType({ kind: 'class', name: java.superName, arguments: [] }, classes);
  }

  get interfaces(): readonly Type[] {
    const { java, correction, classes } = this.#source;
    const added = (correction.implements ?? []).map((text) => parseType(text, this.typeParameters, classes));
    if (!java || this.kind === 'enum') return added;
    const written = java.signature
      ? parseClassSignature(java.signature).interfaces
      : java.interfaceNames.map((name) => ({ kind: 'class' as const, name, arguments: [] }));
    return [...written.map((each) => apexType(each, classes)), ...added];
  }

  get inner(): Map<string, ClassSymbol> {
    this.#inner ??= new Map(this.#source.innerClasses().map((each) => [each.name.toLowerCase(), each]));
    return this.#inner;
  }

  get fields(): Map<string, FieldSymbol> {
    return this.#read().fields;
  }

  get methods(): Map<string, MethodSymbol[]> {
    return this.#read().methods;
  }

  get constructors(): MethodSymbol[] {
    return this.#read().constructors;
  }

  #read(): Members {
    if (this.#members) return this.#members;
    const members: Members = { fields: new Map(), methods: new Map(), constructors: [] };
    this.#members = members;
    const { java, correction } = this.#source;
    const removed = new Set(correction.remove);
    if (java) this.#readJava(java, members, removed);
    for (const text of correction.add ?? []) this.#addWritten(text, members);
    return members;
  }

  #readJava(java: JavaClass, members: Members, removed: ReadonlySet<string>): void {
    for (const field of java.fields) {
      if (this.kind === 'enum' || isHidden(field) || removed.has(memberName(field.name))) continue;
      const type = apexType(parseTypeSignature(field.signature), this.#source.classes);
      this.#addField(members, memberName(field.name), type, field.access);
    }
    for (const method of java.methods) {
      if (this.kind === 'enum' || isHidden(method) || method.name === '<clinit>') continue;
      const signature = parseMethodSignature(method.signature);
      const parameters = signature.parameters.map((each) => apexType(each, this.#source.classes));
      const returnType = apexType(signature.returnType, this.#source.classes);
      const made = this.#method(memberName(method.name), parameters, returnType, method.access);
      if (!removed.has(methodKey(method.name === CONSTRUCTOR ? '' : made.name, parameters)))
        addMethod(members, made);
    }
  }

  #addWritten(text: string, members: Members): void {
    const written = parseMember(text, this.typeParameters, this.#source.classes);
    const access = Access.public | (written.isStatic ? Access.static : 0);
    if (written.kind === 'field') return this.#addField(members, written.name, written.type, access);
    const name = written.kind === 'constructor' ? CONSTRUCTOR : written.name;
    const abstract = this.kind === 'interface' ? Access.abstract : 0;
    addMethod(members, this.#method(name, written.parameters, written.type, access | abstract));
  }

  #addField(members: Members, name: string, type: Type, access: number): void {
    const visibility: Visibility = 'global';
    members.fields.set(name.toLowerCase(), {
      owner: this,
      name,
      type,
      isStatic: (access & Access.static) !== 0,
      isFinal: (access & Access.final) !== 0,
      isTransient: false,
      visibility,
      isTestVisible: false,
      property: null,
      jsName: name,
      declaration: null,
      annotations: [],
    });
  }

  #method(javaName: string, parameters: readonly Type[], returnType: Type, access: number): MethodSymbol {
    const isConstructor = javaName === CONSTRUCTOR;
    const isStatic = (access & Access.static) !== 0;
    const name = isConstructor ? this.name : javaName;
    const isVirtual = this.isVirtual && !isStatic && !isConstructor;
    return {
      owner: this,
      name,
      parameters: parameters.map(toParameter),
      returnType: isConstructor ? VOID : returnType,
      isStatic,
      isAbstract: (access & Access.abstract) !== 0,
      isVirtual,
      isOverride: false,
      isTest: false,
      visibility: (access & Access.protected) !== 0 ? 'protected' : 'global',
      isTestVisible: false,
      jsName: isVirtual
        ? virtualName(this.fullName, name, parameters.length)
        : methodKey(isConstructor ? '' : name, parameters),
      aliases: [],
      declaration: null,
      annotations: [],
    };
  }
}

const CONSTRUCTOR = '<init>';

/** The key of a library function: `substring(Integer,Integer)`; of a constructor with an empty name: `(String)`. */
export function methodKey(name: string, parameters: readonly Type[]): string {
  return `${name}(${parameters.map(describe).join(',')})`;
}

/** How a method that classes of the project implement is called: `compareto/1`. */
export function arityName(name: string, parameters: number): string {
  return `${name.toLowerCase()}/${parameters}`;
}

/** One class may be a Queueable, a Finalizer and a Schedulable at once, so the last two have names of their own. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'System.Finalizer.execute': 'execute/finalizer',
  'System.Schedulable.execute': 'execute/schedulable',
};

function virtualName(owner: string, name: string, parameters: number): string {
  return OWN_NAMES[`${owner}.${name}`] ?? arityName(name, parameters);
}

function addMethod(members: Members, method: MethodSymbol): void {
  if (method.jsName.startsWith('(')) {
    members.constructors.push(method);
    return;
  }
  const key = method.name.toLowerCase();
  const same = members.methods.get(key);
  if (same) same.push(method);
  else members.methods.set(key, [method]);
}

function toParameter(type: Type, at: number): ParameterSymbol {
  return { name: `p${at + 1}`, type };
}

function kindOf(java: JavaClass | null): 'class' | 'interface' | 'enum' {
  if (hasAccess(java, Access.enum)) return 'enum';
  return hasAccess(java, Access.interface) ? 'interface' : 'class';
}

function hasAccess(java: JavaClass | null, flag: number): boolean {
  return java !== null && (java.access & flag) !== 0;
}

function isHidden(member: JavaMember): boolean {
  return (member.access & (Access.private | Access.synthetic)) !== 0;
}

function enumConstantsOf(java: JavaClass | null, correction: Correction): readonly string[] {
  const { constants = constantsOf(java), moreConstants = [] } = correction;
  return [...constants, ...moreConstants];
}

function constantsOf(java: JavaClass | null): string[] {
  return (java?.fields ?? [])
    .filter((field) => (field.access & Access.enum) !== 0)
    .map((field) => memberName(field.name));
}
