import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';

/** `Foo.class`, `List<String>.class`. */
export function checkClassLiteral(node: ast.ClassLiteral, scope: Scope): IrExpression {
  const of = scope.world.resolve(node.type, scope.owner);
  if (of.kind === 'unknown') return unknownExpression(node.span);
  return { kind: 'classLiteral', of, type: scope.world.platform('System.Type'), span: node.span };
}
