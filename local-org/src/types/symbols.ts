import type * as ast from '../syntax/ast.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { Type } from './type.ts';

export type Visibility = 'private' | 'protected' | 'public' | 'global';
export type Sharing = 'with' | 'without' | 'inherited' | null;

/**
 * A class, interface or enum: of the project (`source`) or of the platform (`platform`). Members are keyed by lower
 * case. Everything here is filled in two steps, names first and then headers, so that classes may refer to each other.
 */
export interface ClassSymbol {
  readonly origin: 'source' | 'platform';
  readonly kind: 'class' | 'interface' | 'enum';
  /** `Inner`, `HttpRequest`. */
  readonly name: string;
  /** `Outer.Inner`, `System.HttpRequest`; with the project's namespace when it is loaded namespaced: `acme.Outer`. */
  readonly fullName: string;
  /** `System`; the project's namespace or an empty text. */
  readonly namespace: string;
  readonly outer: ClassSymbol | null;
  readonly typeParameters: readonly string[];
  superType: Type | null;
  /** Declared ones only; use `allInterfaces` of `types/hierarchy.ts` for the whole set. */
  interfaces: readonly Type[];
  readonly visibility: Visibility;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly sharing: Sharing;
  /** E.g. 67 of `<apiVersion>67.0</apiVersion>`; the platform's own have Infinity. */
  readonly apiVersion: number;
  readonly annotations: readonly ast.Annotation[];
  readonly inner: Map<string, ClassSymbol>;
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: MethodSymbol[];
  /** In order; of an enum. */
  readonly enumConstants: readonly string[];
  readonly declaration: ast.TypeDeclaration | null;
  readonly file: string | null;
  readonly span: Span | null;
}

/** A field or a property. */
export interface FieldSymbol {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly type: Type;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  /** Null for a plain field. An accessor that does not exist is null; one without a body is `auto`. */
  readonly property: {
    readonly getter: 'auto' | 'code' | null;
    readonly setter: 'auto' | 'code' | null;
    readonly getterVisibility: Visibility;
    readonly setterVisibility: Visibility;
    readonly isVirtual: boolean;
    readonly isOverride: boolean;
    readonly isAbstract: boolean;
  } | null;
  /** The property of the JavaScript object that holds it; see `runtime/abi.md`. */
  readonly jsName: string;
  readonly declaration: ast.FieldDeclaration | ast.PropertyDeclaration | null;
  readonly annotations: readonly ast.Annotation[];
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: Type;
}

/** A method or a constructor (then `name` is the class's and `returnType` is void). */
export interface MethodSymbol {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly parameters: readonly ParameterSymbol[];
  readonly returnType: Type;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isTest: boolean;
  readonly visibility: Visibility;
  readonly isTestVisible: boolean;
  /**
   * The name of the JavaScript method; see `runtime/abi.md`. An override has the name of what it overrides. A platform
   * method that is called as a library function has its key instead, e.g. `substring(Integer,Integer)`.
   */
  readonly jsName: string;
  /** Further names under which the method must be reachable: it implements several interfaces' methods. */
  readonly aliases: readonly string[];
  readonly declaration: ast.MethodDeclaration | ast.ConstructorDeclaration | null;
  readonly annotations: readonly ast.Annotation[];
}
