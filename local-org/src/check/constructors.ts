import type * as ast from '../syntax/ast.ts';
import { superSymbol } from '../types/make.ts';
import type { ClassSymbol } from '../types/symbols.ts';
import type { BodySetting } from './scope.ts';

/**
 * Reports a class whose super class cannot be made without arguments, where no `super(...)` gives them.
 *
 * @param member Null for a class without a constructor of its own.
 */
export function checkImplicitSuper(
  symbol: ClassSymbol,
  member: ast.ConstructorDeclaration | null,
  setting: BodySetting,
): void {
  if (member && startsWithConstructorCall(member.body)) return;
  const above = superSymbol(symbol);
  if (above?.origin !== 'source' || above.constructors.length === 0) return;
  if (above.constructors.some((constructor) => constructor.parameters.length === 0)) return;
  const span = member?.name.span ?? symbol.declaration?.name.span;
  if (!span) return;
  const message = `${above.name} has no constructor without parameters, so ${symbol.name} must say how it is made.`;
  setting.world.diagnostics.report({
    code: 'class/no-super-constructor',
    file: setting.file,
    span,
    message,
    suggestion: 'Start a constructor with `super(...)`.',
    severity: 'error',
  });
}

function startsWithConstructorCall(body: ast.Block): boolean {
  const [first] = body.statements;
  return first?.kind === 'expression' && first.expression.kind === 'call' && first.expression.name === null;
}
