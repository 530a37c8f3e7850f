import type { DiagnosticSink, Span } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Catalogue } from '../platform/catalogue.ts';
import type { OrgSchema } from '../schema/model.ts';
import { isOfTooling } from '../schema/standard/tooling-objects.ts';
import type * as ast from '../syntax/ast.ts';
import { superChain } from './hierarchy.ts';
import type { LibraryIndex } from './library-index.ts';
import { classType, findPrimitive, OBJECT, selfType, SOBJECT, sobjectType, UNKNOWN } from './make.ts';
import type { ClassSymbol } from './symbols.ts';
import type { ClassType, Type } from './type.ts';

/** What names mean. */
export interface ResolveContext {
  readonly classes: ReadonlyMap<string, ClassSymbol>;
  readonly catalogue: Catalogue;
  readonly schema: OrgSchema;
  readonly library: LibraryIndex;
  readonly namespace: string | null;
  /** That of the package, also where the project is loaded without it: its code may name its own classes with it. */
  readonly packageNamespace?: string | null;
  readonly diagnostics: DiagnosticSink;
}

/** Namespaces whose classes need no prefix. */
const IMPLICIT = ['System', 'Schema'];
/** Names of a class and of an object: as the type of a variable these are the class, all others the object. */
const VALUE_CLASSES = new Set(['address', 'location']);
const RECORD_TYPES = new Map<string, Type>([
  ['sobject', SOBJECT],
  ['aggregateresult', sobjectType('AggregateResult')],
]);

/** Turns written names into types. */
export class Resolver {
  readonly #context: ResolveContext;
  /** What was reported as not supported, by top-level class. */
  readonly #unsupported = new WeakMap<ClassSymbol, Set<string>>();

  constructor(context: ResolveContext) {
    this.#context = context;
  }

  /** Reports what it does not know and gives `unknown`. */
  resolve(reference: ast.TypeReference, from: ClassSymbol | null): Type {
    let type = this.#resolveNamed(reference, from);
    if (type.kind === 'unknown') return type;
    for (let count = 0; count < reference.arrays; count++) type = this.#list(type);
    return type;
  }

  /** As an expression sees a bare name: classes before objects. Null when nothing has it. */
  findType(name: string, from: ClassSymbol | null): Type | null {
    return (
      this.#findSource(name, from) ??
      this.#findLanguage(name) ??
      this.#findPlatform(name) ??
      this.#findObject(name)
    );
  }

  isNamespace(name: string): boolean {
    return this.#context.catalogue.namespace(name) !== null || this.#isOwnNamespace(name);
  }

  findInNamespace(namespace: string, name: string): Type | null {
    if (this.#isOwnNamespace(namespace)) {
      const own = this.#context.classes.get(name.toLowerCase());
      return own ? selfType(own) : this.#findObject(name);
    }
    const key = namespace.toLowerCase();
    if (key === 'system') {
      const language = this.#findLanguage(name);
      if (language) return language;
    }
    const symbol = this.#context.catalogue.find(`${namespace}.${name}`);
    if (symbol) return selfType(symbol);
    return key === 'schema' ? this.#findObject(name) : null;
  }

  #isOwnNamespace(name: string): boolean {
    const key = name.toLowerCase();
    const { namespace, packageNamespace } = this.#context;
    return namespace?.toLowerCase() === key || packageNamespace?.toLowerCase() === key;
  }

  #list(element: Type): Type {
    return classType(this.#context.catalogue.find('System.List')!, [element]);
  }

  #resolveNamed(reference: ast.TypeReference, from: ClassSymbol | null): Type {
    const type = this.#findReference(reference, from);
    const typeArguments = reference.parts.at(-1)!.arguments.map((each) => this.resolve(each, from));
    if (!type) return this.#reportUnknown(reference, from);
    const wanted = type.kind === 'class' ? type.symbol.typeParameters.length : 0;
    if (wanted !== typeArguments.length) return this.#reportArguments(reference, wanted, from);
    if (type.kind !== 'class') return type;
    if (!this.#isSupported(type)) this.#reportUnsupported(type, reference, from);
    return wanted ? classType(type.symbol, typeArguments) : type;
  }

  #isSupported(type: ClassType): boolean {
    const { origin, kind, fullName } = type.symbol;
    return origin === 'source' || kind === 'enum' || this.#context.library.hasType(fullName);
  }

  #findReference(reference: ast.TypeReference, from: ClassSymbol | null): Type | null {
    const [first = '', second, ...more] = reference.parts.map((part) => part.name.text);
    if (second === undefined) return this.#findBare(first, from);
    const outer = this.#findSource(first, from) ?? this.#findPlatform(first);
    const inner = outer && findInner(outer, [second, ...more]);
    if (inner) return inner;
    const inNamespace = this.findInNamespace(first, second);
    return inNamespace && findInner(inNamespace, more);
  }

  /** As a declaration sees a bare name: objects before most classes of the platform. */
  #findBare(name: string, from: ClassSymbol | null): Type | null {
    const known = this.#findSource(name, from) ?? this.#findLanguage(name);
    if (known) return known;
    const platform = () => this.#findPlatform(name);
    const object = () => this.#findObject(name);
    return VALUE_CLASSES.has(name.toLowerCase()) ? (platform() ?? object()) : (object() ?? platform());
  }

  #findSource(name: string, from: ClassSymbol | null): Type | null {
    const key = name.toLowerCase();
    for (let scope = from; scope; scope = scope.outer) {
      if (scope.name.toLowerCase() === key && scope.outer === null) return selfType(scope);
      for (const each of superChain(classType(scope))) {
        const inner = each.symbol.inner.get(key);
        if (inner) return selfType(inner);
      }
    }
    const symbol = this.#context.classes.get(key);
    return symbol ? selfType(symbol) : null;
  }

  #findLanguage(name: string): Type | null {
    const key = name.toLowerCase();
    if (key === 'object') return OBJECT;
    return findPrimitive(key) ?? RECORD_TYPES.get(key) ?? null;
  }

  #findPlatform(name: string): Type | null {
    for (const namespace of IMPLICIT) {
      const symbol = this.#context.catalogue.find(`${namespace}.${name}`);
      if (symbol) return selfType(symbol);
    }
    return null;
  }

  #findObject(name: string): Type | null {
    const object = this.#context.schema.object(name);
    return object && !isOfTooling(object.name) ? sobjectType(object.name) : null;
  }

  #reportUnknown(reference: ast.TypeReference, from: ClassSymbol | null): Type {
    const written = nameOf(reference);
    if (this.#isBeyondTheCatalogue(reference, from)) {
      return this.#report(reference.span, from, {
        code: 'unsupported/type',
        message: `The local org does not know the type "${written}" of the platform.`,
      });
    }
    const names =
      reference.parts.length === 1 ? this.#namesSeenFrom(from) : this.#namesWithin(reference, from);
    return this.#report(reference.span, from, {
      code: 'name/unknown-type',
      message: `There is no type "${written}".`,
      ...didYouMean(reference.parts.at(-1)!.name.text, names),
    });
  }

  /**
   * Namespaces of the platform beside System and Schema are larger than the catalogue, and flows and scripts of the org
   * are types, too: `Flow.Interview.My_Flow`.
   */
  #isBeyondTheCatalogue(reference: ast.TypeReference, from: ClassSymbol | null): boolean {
    const [first = '', second] = reference.parts.map((part) => part.name.text);
    if (second === undefined || this.#findSource(first, from)) return false;
    const key = first.toLowerCase();
    if (key === 'system' || key === 'schema' || this.#isOwnNamespace(first)) return false;
    return key === 'dataweavescriptresource' || this.#context.catalogue.namespace(first) !== null;
  }

  #namesWithin(reference: ast.TypeReference, from: ClassSymbol | null): readonly string[] {
    const first = reference.parts[0]!.name.text;
    const outer = this.#findSource(first, from);
    const inner = outer?.kind === 'class' ? [...outer.symbol.inner.values()].map((each) => each.name) : [];
    return [...inner, ...this.#context.catalogue.names(first)];
  }

  #namesSeenFrom(from: ClassSymbol | null): readonly string[] {
    const { classes, schema, catalogue } = this.#context;
    const names = [...classes.values()].map((each) => each.name);
    for (let scope = from; scope; scope = scope.outer) {
      for (const each of superChain(classType(scope)))
        names.push(...[...each.symbol.inner.values()].map((i) => i.name));
    }
    const objects = [...schema.objects.values()].map((each) => each.name);
    return [...names, ...objects, ...IMPLICIT.flatMap((each) => catalogue.names(each))];
  }

  #reportArguments(reference: ast.TypeReference, wanted: number, from: ClassSymbol | null): Type {
    const name = reference.parts.map((part) => part.name.text).join('.');
    const count = reference.parts.at(-1)!.arguments.length;
    const words = wanted === 0 ? 'no type arguments' : `${wanted} type argument${wanted > 1 ? 's' : ''}`;
    return this.#report(reference.span, from, {
      code: 'type/arguments',
      message: `"${name}" takes ${words}, but ${count === 0 ? 'none is' : `${count} are`} given.`,
    });
  }

  /** Once for each file: what is done with the type is what can't run. */
  #reportUnsupported(type: ClassType, reference: ast.TypeReference, from: ClassSymbol | null): void {
    const { fullName } = type.symbol;
    if (from && this.#wasReported(fullName, from)) return;
    this.#report(reference.span, from, {
      code: 'unsupported/type',
      message: `The platform has "${fullName}", but the local org does not support it yet.`,
    });
  }

  #wasReported(fullName: string, from: ClassSymbol): boolean {
    let top = from;
    while (top.outer) top = top.outer;
    const reported = this.#unsupported.get(top) ?? new Set();
    this.#unsupported.set(top, reported);
    const before = reported.size;
    return reported.add(fullName).size === before;
  }

  #report(
    span: Span,
    from: ClassSymbol | null,
    what: { readonly code: string; readonly message: string; readonly suggestion?: string },
  ): Type {
    this.#context.diagnostics.report({ ...what, span, file: from?.file ?? '', severity: 'error' });
    return UNKNOWN;
  }
}

function findInner(outer: Type, names: readonly string[]): Type | null {
  let type: Type | null = outer;
  for (const name of names) {
    if (type?.kind !== 'class') return null;
    const inner: ClassSymbol | undefined = superChain(type)
      .map((each) => each.symbol.inner.get(name.toLowerCase()))
      .find((each) => each !== undefined);
    type = inner ? selfType(inner) : null;
  }
  return type;
}

/** A type as its author wrote it. */
export function nameOf(reference: ast.TypeReference): string {
  const parts = reference.parts.map((part) => {
    const inside = part.arguments.map(nameOf).join(', ');
    return inside ? `${part.name.text}<${inside}>` : part.name.text;
  });
  return parts.join('.') + '[]'.repeat(reference.arrays);
}
