import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { isIncomplete } from '../../types/hierarchy.ts';
import type { MethodSymbol } from '../../types/symbols.ts';
import type { ClassType } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';
import { choose, type Chosen } from './arguments.ts';

/** What `new X(...)`, `this(...)` or `super(...)` runs; `method` null is the default constructor of a source class. */
export type ChosenConstructor = Chosen | { readonly method: null; readonly arguments: readonly [] };

/** Chooses a constructor of a class; null, after a report, when none can be called. */
export function chooseConstructor(
  type: ClassType,
  args: readonly IrExpression[],
  scope: Scope,
  span: Span,
): ChosenConstructor | null {
  const { world } = scope;
  const candidates = world.constructors(type);
  if (args.length === 0 && hasDefault(type, candidates)) return { method: null, arguments: [] };
  const owner = describeType(type, world);
  return choose(candidates, args, scope, span, {
    owner,
    name: '',
    code: 'name/unknown-constructor',
    isIncomplete: isIncomplete(type),
    unknown: (types) => `${owner} has no constructor ${type.symbol.name}(${types}).`,
    otherNames: () => ({}),
  });
}

function hasDefault(type: ClassType, candidates: readonly MethodSymbol[]): boolean {
  return type.symbol.origin === 'source' && candidates.length === 0;
}
