import type { IrLocal } from '../ir/ir.ts';
import type { SoqlQuery, SoslQuery } from '../syntax/soql.ts';
import type { ClassSymbol, FieldSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import type { Code } from './writer.ts';
import { typeName } from './names.ts';

/**
 * What one emitted file refers to outside of itself. Each thing is a variable of the module, filled once when the
 * program is linked (`link()`), so that hot code reads a constant.
 */
export class ModuleLinks {
  readonly #names = new Map<string, string>();
  readonly #fills: string[] = [];

  /** The emitted JavaScript class of a source class. */
  jsClass(fullName: string): string {
    return this.#link(`class ${fullName}`, 'C', `$rt.jsClass(${JSON.stringify(fullName)})`);
  }

  type(type: Type): string {
    const name = typeName(type);
    return this.#link(`type ${name}`, 'T', `$rt.type(${JSON.stringify(name)})`);
  }

  /** A library function by class and key. */
  library(className: string, part: LibraryPart, key: string): string {
    const call = `$rt.${part}(${JSON.stringify(className)}, ${JSON.stringify(key)})`;
    return this.#link(`library ${className} ${part} ${key}`, 'F', call);
  }

  enumConstant(type: Type, name: string): string {
    const call = `$rt.enumConstant(${JSON.stringify(typeName(type))}, ${JSON.stringify(name)})`;
    return this.#link(`enum ${typeName(type)} ${name.toLowerCase()}`, 'E', call);
  }

  decimal(digits: string): string {
    return this.#link(`decimal ${digits}`, 'D', `$rt.decimalOf(${JSON.stringify(digits)})`);
  }

  double(digits: string): string {
    return this.#link(`double ${digits}`, 'D', `$rt.doubleOf(${JSON.stringify(digits)})`);
  }

  query(query: SoqlQuery | SoslQuery): string {
    const text = JSON.stringify(query, withoutSpans);
    return this.#link(`query ${text}`, 'Q', `$rt.plan(${text})`);
  }

  /** A value that the runtime makes once, e.g. a field token. */
  value(call: string): string {
    return this.#link(`value ${call}`, 'V', `$rt.${call}`);
  }

  declarations(): Code {
    const names = [...this.#names.values()];
    return names.length ? `let ${names.join(', ')};\n` : '';
  }

  fills(): Code {
    return this.#fills.map((fill) => `    ${fill}\n`);
  }

  #link(key: string, letter: string, call: string): string {
    const known = this.#names.get(key);
    if (known) return known;
    const name = `$${letter}${this.#names.size}`;
    this.#names.set(key, name);
    this.#fills.push(`${name} = ${call};`);
    return name;
  }
}

export type LibraryPart =
  'method' | 'static' | 'constructor_' | 'getter' | 'setter' | 'staticGetter' | 'staticSetter';

/** Positions and bind expressions do not matter when a query runs; binds are numbered. */
function withoutSpans(key: string, value: unknown): unknown {
  return key === 'span' || key === 'accessSpan' || key === 'expression' ? undefined : value;
}

/** Where lines of a class were counted, for coverage. */
export interface CoverageLine {
  readonly line: number;
  readonly counter: number;
}

/** What a piece of code is in its class. */
export interface FunctionRole {
  readonly isConstructor?: boolean;
  readonly accessorOf?: FieldSymbol | null;
  readonly owner?: ClassSymbol | null;
}

/** What one method is emitted with: its variables and the module's links. */
export class FunctionContext {
  readonly links: ModuleLinks;
  readonly coverage: CoverageCounters | null;
  /** True inside of static code, where there is no `this`. */
  readonly isStatic: boolean;
  /** True in a constructor, which gives `this` wherever it returns. */
  readonly isConstructor: boolean;
  /** The class whose code this is. */
  readonly owner: ClassSymbol | null;
  /** The property whose accessor this is: inside of it the property's name means the stored value. */
  readonly accessorOf: FieldSymbol | null;
  readonly #locals = new Set<string>();
  /** Variables of the source seen so far, by name in lower case: what a dynamic query may bind. */
  readonly variables = new Map<string, string>();
  #temporaries = 0;

  constructor(
    links: ModuleLinks,
    coverage: CoverageCounters | null,
    isStatic: boolean,
    { isConstructor = false, accessorOf = null, owner = null }: FunctionRole = {},
  ) {
    this.links = links;
    this.coverage = coverage;
    this.isStatic = isStatic;
    this.owner = owner;
    this.isConstructor = isConstructor;
    this.accessorOf = accessorOf;
  }

  /** Declares a local of the IR at the top of the function; its name is unique there. */
  local(local: IrLocal): string {
    this.#locals.add(local.jsName);
    this.variables.set(local.name.toLowerCase(), local.jsName);
    return local.jsName;
  }

  temporary(): string {
    const name = `$${++this.#temporaries}`;
    this.#locals.add(name);
    return name;
  }

  /** To be written before the body, parameters apart. */
  declarations(parameters: readonly IrLocal[]): Code {
    const own = new Set(parameters.map((parameter) => parameter.jsName));
    const names = [...this.#locals].filter((name) => !own.has(name)).map((name) => `${name} = null`);
    return names.length ? `let ${names.join(', ')};\n` : '';
  }
}

/** One counter per line that has a statement. */
export class CoverageCounters {
  readonly lines = new Map<number, number>();

  counter(line: number): number {
    const known = this.lines.get(line);
    if (known !== undefined) return known;
    const next = this.lines.size;
    this.lines.set(line, next);
    return next;
  }
}
