import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { checkStatement } from '../../src/check/statements/statement.ts';
import { Body } from '../../src/check/scope.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { IrExpression, IrStatement } from '../../src/ir/ir.ts';
import { Catalogue } from '../../src/platform/catalogue.ts';
import { loadSchema } from '../../src/schema/load.ts';
import { parseClass } from '../../src/syntax/parse.ts';
import { buildWorld } from '../../src/types/build.ts';
import type { SourceUnit } from '../../src/types/build.ts';
import { LibraryIndex } from '../../src/types/library-index.ts';
import type { ProjectWorld } from '../../src/types/project-world.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol } from '../../src/types/symbols.ts';

const VIRTUAL = new Set(['System.Comparable', 'System.Queueable', 'System.Exception']);
const UNSUPPORTED = new Set(['System.Crypto', 'System.Approval']);

/** A library that has all of the platform but a few classes, so that names are what is tested. */
class WideLibrary extends LibraryIndex {
  constructor() {
    super([]);
  }

  override hasType(fullName: string): boolean {
    return !UNSUPPORTED.has(fullName) && fullName !== 'System.Quiddity';
  }

  override isVirtual(fullName: string): boolean {
    return VIRTUAL.has(fullName);
  }

  override hasMethod(method: MethodSymbol): boolean {
    return !UNSUPPORTED.has(method.owner.fullName);
  }

  override hasField(field: FieldSymbol): boolean {
    return !UNSUPPORTED.has(field.owner.fullName);
  }
}

const library = new WideLibrary();
const catalogue = new Catalogue({ isVirtual: (name) => library.isVirtual(name) });
const root = fileURLToPath(new URL('project', import.meta.url));
const schema = loadSchema({ root, packageDirectories: ['.'], namespace: null, asInstalled: false });

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** Of the method `run` of the first class. */
  readonly statements: readonly IrStatement[];
}

/** Checks all bodies of some classes; the first text is the class `Main`. */
export function check(texts: readonly string[], apiVersion = 66): Checked {
  const sink = new Diagnostics();
  const units: SourceUnit[] = [];
  texts.forEach((text, index) => {
    const file = index === 0 ? 'Main.cls' : `Other${index}.cls`;
    const unit = parseClass(text, file, sink);
    if (unit) units.push({ unit, file, apiVersion });
  });
  const world = buildWorld(units, { schema, library, catalogue, namespace: null, diagnostics: sink });
  const statements: IrStatement[] = [];
  for (const symbol of world.classes.values()) checkClass(symbol, world, statements);
  return { diagnostics: sink.all, statements };
}

function checkClass(symbol: ClassSymbol, world: ProjectWorld, found: IrStatement[]): void {
  const methods = [...symbol.methods.values()].flat();
  for (const method of [...methods, ...symbol.constructors]) checkBody(method, world, found);
  for (const inner of symbol.inner.values()) checkClass(inner, world, found);
}

function checkBody(method: MethodSymbol, world: ProjectWorld, found: IrStatement[]): void {
  const { declaration, owner } = method;
  if (!declaration?.body) return;
  const { isStatic, returnType } = method;
  const scope = new Body({ world, owner, method, isStatic, returnType, file: owner.file ?? '' }).scope();
  declaration.parameters.forEach((parameter, index) => {
    scope.declare(parameter.name.text, method.parameters[index]!.type, parameter.name.span);
  });
  for (const statement of declaration.body.statements) {
    const checked = [checkStatement(statement, scope)].flat();
    if (owner.name === 'Main' && method.name === 'run') found.push(...checked);
  }
}

/** Checks statements inside of a method of the class `Main`; `members` are further members of it. */
export function checkBodyText(
  body: string,
  members = '',
  others: readonly string[] = [],
  apiVersion = 66,
): Checked {
  const text = `public class Main {\n${members}\nvoid run() {\n${body}\n}\n}`;
  return check([text, ...others], apiVersion);
}

/** The value of the last local variable or expression statement, of a body that has nothing wrong. */
export function expressionOf(body: string, members = '', others: readonly string[] = []): IrExpression {
  const { diagnostics, statements } = checkBodyText(body, members, others);
  assert.deepEqual(
    diagnostics.map(({ code, message, span }) => `${span.line}:${span.column} ${code} ${message}`),
    [],
  );
  const last = statements.at(-1);
  if (last?.kind === 'declare' && last.value) return last.value;
  assert.ok(last?.kind === 'expression', `the last statement is ${last?.kind}`);
  return last.expression;
}
