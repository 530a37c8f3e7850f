import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import type { Type } from '../../types/type.ts';
import { unknownExpression } from '../scope.ts';

/** `Foo.class`, `List<String>.class`, `void.class`. */
export function checkClassLiteral(node: ast.ClassLiteral, scope: Scope): IrExpression {
  const isVoid = node.type.parts.length === 1 && node.type.parts[0]?.name.text.toLowerCase() === 'void';
  const of: Type = isVoid ? { kind: 'void' } : scope.world.resolve(node.type, scope.owner);
  if (of.kind === 'unknown') return unknownExpression(node.span);
  return { kind: 'classLiteral', of, type: scope.world.platform('System.Type'), span: node.span };
}
