import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { checkAssignment } from './assignment.ts';
import { checkBinary } from './binary.ts';
import { checkCall } from './call.ts';
import { checkCast } from './cast.ts';
import { checkClassLiteral } from './class-literal.ts';
import { checkConditional } from './conditional.ts';
import { checkIndex } from './element.ts';
import { checkInstanceOf } from './instance-of.ts';
import { checkLiteral } from './literal.ts';
import { checkMember, checkName } from './name.ts';
import { checkNewArray } from './new-array.ts';
import { checkNewElements } from './new-elements.ts';
import { checkNewMap } from './new-map.ts';
import { checkNewSObject } from './new-record.ts';
import { checkNew } from './new.ts';
import { checkSoql } from './soql.ts';
import { checkSosl } from './sosl.ts';
import { checkSuper } from './super.ts';
import { checkThis } from './this.ts';
import { checkUnary } from './unary.ts';

/**
 * Resolves and types one expression. What is wrong is reported once and gives an expression of type `unknown`.
 *
 * @param expected The type that the context wants, where it is known: it decides what a query gives. The result may
 *   still have another type; `convertTo` makes it fit.
 */
export function checkExpression(node: ast.Expression, scope: Scope, expected: Type | null): IrExpression {
  switch (node.kind) {
    case 'literal':
      return checkLiteral(node, scope, expected);
    case 'binary':
      return checkBinary(node, scope, expected);
    case 'unary':
      return checkUnary(node, scope, expected);
    case 'assignment':
      return checkAssignment(node, scope, expected);
    case 'conditional':
      return checkConditional(node, scope, expected);
    case 'cast':
      return checkCast(node, scope, expected);
    case 'instanceOf':
      return checkInstanceOf(node, scope, expected);
    case 'parenthesised':
      return checkExpression(node.expression, scope, expected);
    case 'name':
      return checkName(node, scope);
    case 'member':
      return checkMember(node, scope);
    case 'this':
      return checkThis(node, scope);
    case 'super':
      return checkSuper(node, scope);
    case 'index':
      return checkIndex(node, scope);
    case 'call':
      return checkCall(node, scope, expected);
    case 'new':
      return checkNew(node, scope);
    case 'newArray':
      return checkNewArray(node, scope);
    case 'newElements':
      return checkNewElements(node, scope);
    case 'newMap':
      return checkNewMap(node, scope);
    case 'newSObject':
      return checkNewSObject(node, scope);
    case 'classLiteral':
      return checkClassLiteral(node, scope);
    case 'soql':
      return checkSoql(node, scope, expected);
    case 'sosl':
      return checkSosl(node, scope);
  }
}
