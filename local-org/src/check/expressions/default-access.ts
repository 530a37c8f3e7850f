import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { classType, OBJECT, sameTypes } from '../../types/make.ts';
import type { MethodSymbol } from '../../types/symbols.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import type { Chosen } from './arguments.ts';

/** The classes whose methods read and write records, some with an AccessLevel at their end. */
const OWNERS: ReadonlySet<string> = new Set(['System.Database', 'System.Search']);

/**
 * A call of `Database` or `Search` that says nothing of access runs as the class of the caller does: where that is the
 * user's rights (API version 67), it becomes the call that says so.
 */
export function withDefaultAccess(chosen: Chosen, span: Span, scope: Scope): Chosen {
  if (scope.defaultAccess !== 'user' || !OWNERS.has(chosen.method.owner.fullName)) return chosen;
  const level = scope.world.platform('System.AccessLevel');
  const method = withLevel(chosen.method, level, scope);
  return method ? { method, arguments: [...chosen.arguments, userMode(level, span)] } : chosen;
}

/** The method that takes the same and an access level; the catalogue calls that of a cursor an Object. */
function withLevel(method: MethodSymbol, level: Type, scope: Scope): MethodSymbol | null {
  const types = method.parameters.map(({ type }) => type);
  const last = method.name.toLowerCase().startsWith('getcursor') ? OBJECT : level;
  const others = scope.world.methods(classType(method.owner), method.name, true);
  const wanted = [...types, last];
  return (
    others.find((other) =>
      sameTypes(
        other.parameters.map(({ type }) => type),
        wanted,
      ),
    ) ?? null
  );
}

function userMode(type: Type, span: Span): IrExpression {
  if (type.kind !== 'class') throw new Error('AccessLevel is no class.');
  return { kind: 'platformProperty', target: null, symbol: type.symbol, name: 'USER_MODE', type, span };
}
