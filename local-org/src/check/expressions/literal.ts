import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { PrimitiveName, Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';

const TYPES: Readonly<Record<Exclude<ast.Literal['type'], 'null'>, PrimitiveName>> = {
  boolean: 'Boolean',
  integer: 'Integer',
  long: 'Long',
  decimal: 'Decimal',
  double: 'Double',
  string: 'String',
};

export function checkLiteral(node: ast.Literal, scope: Scope, _expected: Type | null = null): IrExpression {
  return signedLiteral(node, '', node.span, scope);
}

/**
 * A number with its sign: a constant, and not one that is negated each time. What is out of range was reported when it
 * was parsed.
 */
export function signedLiteral(
  node: ast.Literal,
  sign: '' | '-',
  span: ast.Literal['span'],
  scope: Scope,
): IrExpression {
  if (node.type === 'null')
    return { kind: 'literal', literal: 'null', value: null, type: { kind: 'null' }, span };
  const type = scope.world.primitive(TYPES[node.type]);
  const text = sign + node.value;
  switch (node.type) {
    case 'boolean':
      return { kind: 'literal', literal: 'boolean', value: node.value.toLowerCase() === 'true', type, span };
    case 'string':
      return { kind: 'literal', literal: 'string', value: node.value, type, span };
    case 'decimal':
      return { kind: 'literal', literal: 'decimal', value: text, type, span };
    case 'double':
      return { kind: 'literal', literal: 'double', value: Number(text), type, span };
    case 'integer':
      return {
        kind: 'literal',
        literal: 'integer',
        value: Number(BigInt.asIntN(32, BigInt(text))),
        type,
        span,
      };
    case 'long':
      return { kind: 'literal', literal: 'long', value: BigInt.asIntN(64, BigInt(text)), type, span };
  }
}
