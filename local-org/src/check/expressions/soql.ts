import type * as ast from '../../syntax/ast.ts';
import type { AccessMode, IrExpression } from '../../ir/ir.ts';
import type { SoqlQuery } from '../../syntax/soql.ts';
import { checkQuery } from '../../soql/check.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import { bindsOf } from '../../soql/binds.ts';
import { checkExpression } from './expression.ts';

/** The API version from which `WITH SECURITY_ENFORCED` is no longer part of the language. */
const NO_SECURITY_ENFORCED = 67;

/** `[SELECT ...]`: a number for `COUNT()`, one record where the context wants one, else a list. */
export function checkSoql(node: ast.SoqlExpression, scope: Scope, expected: Type | null): IrExpression {
  const binds = bindsOf(node.query).map((bind) => checkExpression(bind.expression, scope, null));
  const types = binds.map((bind) => bind.type);
  checkAccess(node.query, scope);
  const { world } = scope;
  let isSupported = true;
  const result = checkQuery(node.query, world.schema, types, ({ unsupported, ...diagnostic }) => {
    if (unsupported !== undefined) isSupported = false;
    scope.report(diagnostic);
  });
  if (!isSupported) return unknownExpression(node.span);
  const access = accessOf(node.query, scope);
  const common = { kind: 'soql', query: node.query, binds, access, span: node.span } as const;
  if (result.isCount) return { ...common, shape: 'count', type: world.primitive('Integer') };
  const object = result.isAggregate ? 'AggregateResult' : world.schema.object(result.object)?.name;
  if (object === undefined) return unknownExpression(node.span);
  const list: IrExpression = {
    ...common,
    shape: 'list',
    type: world.listOf({ kind: 'sobject', name: object }),
  };
  return expected?.kind === 'sobject' ? (asSingleRecord(list) ?? list) : list;
}

/** The same query as one record; null for what is no query for records. */
export function asSingleRecord(expression: IrExpression): IrExpression | null {
  if (expression.kind !== 'soql' || expression.shape !== 'list' || expression.type.kind !== 'class')
    return null;
  const record = expression.type.arguments[0];
  return record ? { ...expression, shape: 'single', type: record } : null;
}

function accessOf(query: SoqlQuery, scope: Scope): AccessMode {
  if (query.access === 'securityEnforced') return 'system';
  return query.access ?? scope.defaultAccess;
}

function checkAccess(query: SoqlQuery, scope: Scope): void {
  if (query.access !== 'securityEnforced' || scope.owner.apiVersion < NO_SECURITY_ENFORCED) return;
  scope.report({
    code: 'soql/security-enforced',
    span: query.accessSpan ?? query.span,
    message: 'WITH SECURITY_ENFORCED does not exist from API version 67 on.',
    suggestion: 'Write `WITH USER_MODE`.',
  });
}
