import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts';
import type { IrExpression, IrLocal } from '../ir/ir.ts';
import type { ClassSymbol, MethodSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import type { World } from '../types/world.ts';

/*
 * The checker's common ground. Its rooms:
 *
 * - `check/check.ts`            `checkClass(world, symbol): IrClass` and `checkAnonymous(...)`: the entry
 * - `check/statements/*.ts`     one file per kind of statement; `statement.ts` dispatches: `checkStatement(node, scope)`
 * - `check/expressions/*.ts`    one file per kind of expression; `expression.ts` dispatches:
 *                               `checkExpression(node, scope, expected): IrExpression`
 * - `check/convert.ts`          `convertTo(expression, type, scope): IrExpression` for assignments, arguments, returns:
 *                               reports `type/mismatch` and adds `convert` nodes
 * - `check/flow.ts`             missing returns, unreachable code
 * - `check/nullness.ts`         which locals never hold null
 *
 * An expression that is wrong is reported once and becomes a `literal` null of type `unknown`, which fits everywhere.
 */

/** Where an expression or a statement stands. */
export interface Scope {
  readonly world: World;
  /** The class whose code this is. */
  readonly owner: ClassSymbol;
  /** The method, constructor or accessor; null in an initialiser. */
  readonly method: MethodSymbol | null;
  readonly isStatic: boolean;
  /** Code that runs before all fields have their values: a field's first value, a block of the class. */
  readonly isInitialiser: boolean;
  /** Void in an initialiser. */
  readonly returnType: Type;
  readonly file: string;
  readonly loops: number;
  /** The object of the trigger whose body this is: the type of the records of `Trigger.new`. */
  readonly triggerObject?: string | null;
  /** What DML and queries without a word about access run as: by the class's API version. */
  readonly defaultAccess: 'user' | 'system';
  /** A variable by name without case; null when there is none. */
  local(name: string): IrLocal | null;
  /** A new variable in this block. Reports `name/duplicate` when the method has one of that name that is visible here. */
  declare(name: string, type: Type, span: Span): IrLocal;
  /** A variable that no source names, e.g. for `?.`. */
  temporary(type: Type): IrLocal;
  /** A nested block. */
  block(): Scope;
  loop(): Scope;
  report(diagnostic: Omit<Diagnostic, 'file' | 'severity'>): void;
  /** Reports and gives the expression that stands for what is wrong. */
  wrong(diagnostic: Omit<Diagnostic, 'file' | 'severity'>): IrExpression;
}
