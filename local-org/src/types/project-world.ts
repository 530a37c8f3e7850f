import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { Catalogue } from '../platform/catalogue.ts';
import type { OrgSchema } from '../schema/model.ts';
import type * as ast from '../syntax/ast.ts';
import { isAssignable, isCastable } from './assignability.ts';
import { asSymbol, superTypeOf } from './hierarchy.ts';
import type { LibraryIndex } from './library-index.ts';
import { classType, describe, primitive } from './make.ts';
import { findConstructors, findField, findMethods, listMemberNames } from './members.ts';
import type { MemberContext } from './members.ts';
import { chooseOverload } from './overload.ts';
import { Resolver } from './resolve.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import type { PrimitiveName, Type } from './type.ts';
import { isVisible } from './visibility.ts';
import type { World } from './world.ts';

export interface WorldParts {
  readonly schema: OrgSchema;
  readonly library: LibraryIndex;
  readonly namespace: string | null;
  readonly packageNamespace?: string | null;
  readonly diagnostics: DiagnosticSink;
  readonly catalogue: Catalogue;
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  readonly duplicates: readonly ClassSymbol[];
  declare(unit: ast.AnonymousUnit | ast.TriggerUnit, file: string, apiVersion: number): ClassSymbol;
}

/** The world of one project. Each method's work is done by the module of its name. */
export class ProjectWorld implements World, MemberContext {
  readonly namespace: string | null;
  readonly schema: OrgSchema;
  readonly diagnostics: DiagnosticSink;
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  /** Classes whose name another one has already. */
  readonly duplicates: readonly ClassSymbol[];
  readonly catalogue: Catalogue;
  readonly #library: LibraryIndex;
  readonly #resolver: Resolver;
  readonly #declare: WorldParts['declare'];

  constructor(parts: WorldParts) {
    this.namespace = parts.namespace;
    this.schema = parts.schema;
    this.diagnostics = parts.diagnostics;
    this.classes = parts.classes;
    this.duplicates = parts.duplicates;
    this.catalogue = parts.catalogue;
    this.#library = parts.library;
    this.#declare = parts.declare;
    this.#resolver = new Resolver(parts);
  }

  /** The class that stands for a trigger or for anonymous Apex; it is not among `classes`. */
  declare(unit: ast.AnonymousUnit | ast.TriggerUnit, file: string, apiVersion: number): ClassSymbol {
    return this.#declare(unit, file, apiVersion);
  }

  primitive(name: PrimitiveName): Type {
    return primitive(name);
  }

  listOf(element: Type): Type {
    return this.platform('System.List', element);
  }

  setOf(element: Type): Type {
    return this.platform('System.Set', element);
  }

  mapOf(key: Type, value: Type): Type {
    return this.platform('System.Map', key, value);
  }

  platform(fullName: string, ...typeArguments: Type[]): Type {
    return classType(this.platformSymbol(fullName), typeArguments);
  }

  platformSymbol(fullName: string): ClassSymbol {
    const symbol = this.catalogue.find(fullName);
    if (!symbol) throw new Error(`The platform has no class ${fullName}.`);
    return symbol;
  }

  resolve(reference: ast.TypeReference, from: ClassSymbol | null): Type {
    return this.#resolver.resolve(reference, from);
  }

  findType(name: string, from: ClassSymbol | null): Type | null {
    return this.#resolver.findType(name, from);
  }

  isNamespace(name: string): boolean {
    return this.#resolver.isNamespace(name);
  }

  findInNamespace(namespace: string, name: string): Type | null {
    return this.#resolver.findInNamespace(namespace, name);
  }

  field(type: Type, name: string, isStatic: boolean): FieldSymbol | null {
    return findField(type, name, isStatic, this);
  }

  methods(type: Type, name: string, isStatic: boolean | null): readonly MethodSymbol[] {
    return findMethods(type, name, isStatic, this);
  }

  constructors(type: Type): readonly MethodSymbol[] {
    return findConstructors(type);
  }

  memberNames(type: Type, isStatic: boolean | null): readonly string[] {
    return listMemberNames(type, isStatic, this);
  }

  isVisible(member: FieldSymbol | MethodSymbol | ClassSymbol, from: ClassSymbol | null): boolean {
    return isVisible(member, from);
  }

  isAssignable(from: Type, to: Type): boolean {
    return isAssignable(from, to);
  }

  isCastable(from: Type, to: Type): boolean {
    return isCastable(from, to);
  }

  chooseOverload(
    candidates: readonly MethodSymbol[],
    args: readonly Type[],
  ): MethodSymbol | 'none' | 'ambiguous' {
    return chooseOverload(candidates, args);
  }

  superTypeOf(type: Type): Type | null {
    return superTypeOf(type);
  }

  asType(type: Type, fullName: string): Type | null {
    const symbol = this.catalogue.find(fullName) ?? this.classes.get(fullName.toLowerCase());
    return symbol ? asSymbol(type, symbol) : null;
  }

  describe(type: Type): string {
    return describe(type);
  }

  isSupported(member: MethodSymbol | FieldSymbol): boolean {
    if (member.owner.origin === 'source') return true;
    return 'parameters' in member ? this.#library.hasMethod(member) : this.#library.hasField(member);
  }
}
