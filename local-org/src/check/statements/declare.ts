import { isReservedName } from '../classes/reserved-names.ts';
import type { Scope } from '../checker.ts';
import type { IrLocal } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';

/** Declares a variable of a statement in its scope and reports a name that Apex reserves. */
export function declareVariable(scope: Scope, { text, span }: ast.Identifier, type: Type): IrLocal {
  if (isReservedName(text)) {
    const message = `"${text}" is a reserved word and cannot be a name.`;
    scope.report({ code: 'name/reserved', span, message });
  }
  return scope.declare(text, type, span);
}
