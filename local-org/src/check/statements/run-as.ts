import type { IrExpression, IrStatement } from '../../ir/ir.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { World } from '../../types/world.ts';
import type { Scope } from '../checker.ts';
import { describeType, isAnySObject, withArticle } from '../convert.ts';
import { checkExpression } from '../expressions/expression.ts';
import { checkBlock } from './statement.ts';

export function checkRunAs(node: ast.RunAs, scope: Scope): IrStatement {
  const given = checkExpression(node.user, scope, { kind: 'sobject', name: 'User' });
  const user = isUser(given.type) ? given : wrongUser(given.type, node, scope);
  return { kind: 'runAs', user, body: checkBlock(node.body, scope), span: node.span };
}

function isUser(type: Type): boolean {
  if (type.kind === 'unknown' || type.kind === 'null') return true;
  return type.kind === 'sobject' && (type.name.toLowerCase() === 'user' || isAnySObject(type));
}

function wrongUser(type: Type, node: ast.RunAs, scope: Scope): IrExpression {
  const { span } = node.user;
  if (isVersion(type, scope.world)) {
    const message = 'The local org does not support System.runAs(Version) yet.';
    return scope.wrong({ code: 'unsupported/run-as-version', span, message });
  }
  const given = withArticle(describeType(type, scope.world));
  return scope.wrong({
    code: 'type/mismatch',
    span,
    message: `System.runAs wants a User, but this is ${given}.`,
  });
}

function isVersion(type: Type, world: World): boolean {
  return type.kind === 'class' && world.asType(type, 'System.Version') !== null;
}
