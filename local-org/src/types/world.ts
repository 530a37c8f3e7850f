import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { OrgSchema } from '../schema/model.ts';
import type * as ast from '../syntax/ast.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import type { PrimitiveName, Type } from './type.ts';

/**
 * Everything that has a name: the project's classes, the platform's classes, the schema. Built once per project
 * (`types/build.ts`: `buildWorld(units, schema, library, diagnostics)`); the checker only asks.
 */
export interface World {
  readonly namespace: string | null;
  readonly schema: OrgSchema;
  readonly diagnostics: DiagnosticSink;
  /** The project's top-level classes, by name in lower case. */
  readonly classes: ReadonlyMap<string, ClassSymbol>;

  /** The class that stands for a trigger or for anonymous Apex: its methods are static. It is not among `classes`. */
  declare(unit: ast.AnonymousUnit | ast.TriggerUnit, file: string, apiVersion: number): ClassSymbol;

  primitive(name: PrimitiveName): Type;
  /** `List<element>`, `Set<element>`, `Map<key, value>`. */
  listOf(element: Type): Type;
  setOf(element: Type): Type;
  mapOf(key: Type, value: Type): Type;
  /** The type of a platform class by full name, e.g. `System.HttpRequest`; for the checker's own use, so it must exist. */
  platform(fullName: string, ...typeArguments: Type[]): Type;

  /**
   * Resolves a written type as seen from inside `from` (inner classes of it, of its outer and of their super classes,
   * then the project's classes, then sObjects, then System, then Schema, then `Namespace.Class`). Reports
   * `name/unknown-type` with a suggestion and gives `unknown`, or `unsupported/type` for a platform type that no library
   * class supports.
   */
  resolve(reference: ast.TypeReference, from: ClassSymbol | null): Type;
  /** The same for one bare name, without a report: null when nothing has it. What `Foo.bar` asks for `Foo`. */
  findType(name: string, from: ClassSymbol | null): Type | null;
  /** `System`, `Schema`, `Database`, the project's namespace...: the names in front of a platform class. */
  isNamespace(name: string): boolean;
  findInNamespace(namespace: string, name: string): Type | null;

  /** A field or property of a class type, its super classes included; type arguments put in. */
  field(type: Type, name: string, isStatic: boolean): FieldSymbol | null;
  /**
   * All methods of that name which the type has: super classes, interfaces, and what every object has (`equals`,
   * `hashCode`, `toString`); an overridden one only once; type arguments put in. Works for primitives (`System.String`),
   * sObjects (`System.SObject`) and Object. `isStatic` null gives both.
   */
  methods(type: Type, name: string, isStatic: boolean | null): readonly MethodSymbol[];
  constructors(type: Type): readonly MethodSymbol[];
  /** Names near `name`, best first, of what could stand there: for suggestions. */
  memberNames(type: Type, isStatic: boolean | null): readonly string[];

  /** May a member be used from inside of `from`? Private, protected, `@TestVisible`, namespaces. */
  isVisible(member: FieldSymbol | MethodSymbol | ClassSymbol, from: ClassSymbol | null): boolean;

  /** Assignment without a cast: widening, `List<Account>` to `List<SObject>`, Id and String, sub types, null. */
  isAssignable(from: Type, to: Type): boolean;
  /** A cast that may succeed. */
  isCastable(from: Type, to: Type): boolean;
  /** The most specific of `candidates` for the arguments; `none` or `ambiguous` when there is no such one. */
  chooseOverload(
    candidates: readonly MethodSymbol[],
    args: readonly Type[],
  ): MethodSymbol | 'none' | 'ambiguous';
  superTypeOf(type: Type): Type | null;
  /** The type seen as `fullName`, e.g. `asType(t, 'System.Iterable')` gives `Iterable<Account>`; null when it is not one. */
  asType(type: Type, fullName: string): Type | null;
  /** As messages print it: `List<Account>`. */
  describe(type: Type): string;
  /** What no library class supports: the method, constructor or property is in the platform and not here. */
  isSupported(member: MethodSymbol | FieldSymbol): boolean;
}
