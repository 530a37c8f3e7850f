import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import { isOfTooling } from '../../schema/standard/tooling-objects.ts';
import type { Scope } from '../checker.ts';
import { findField, findParent, unknownRecordField } from './record.ts';

/** `Account.SObjectType`, `Account.Name`: the tokens of an object that is named. */
export function tokenOfObject(
  objectName: string,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): IrExpression | null {
  const { world } = scope;
  const object = world.schema.object(objectName);
  // Of RecordType and a few others it is a field.
  if (name.text.toLowerCase() === 'sobjecttype' && !object?.fields.has('sobjecttype'))
    return objectToken(objectName, span, scope);
  if (!object) return null;
  const field = findField(object, name.text);
  if (field) {
    const type = world.platform('Schema.SObjectField');
    return { kind: 'fieldToken', object: object.name, field: field.name, type, span };
  }
  const parent = findParent(object, name.text);
  return parent
    ? relationshipToken(parent.name, object.name, name, scope)
    : unknownRecordField(object, name, scope);
}

export function objectToken(object: string, span: Span, scope: Scope): IrExpression {
  return { kind: 'objectToken', object, type: scope.world.platform('Schema.SObjectType'), span };
}

/** `Schema.SObjectType.Account`; null when there is no such object. */
export function describeOfObject(name: ast.Identifier, span: Span, scope: Scope): IrExpression | null {
  const { world } = scope;
  const object = world.schema.object(name.text);
  if (!object || isOfTooling(object.name)) return null;
  return {
    kind: 'objectDescribe',
    object: object.name,
    type: world.platform('Schema.DescribeSObjectResult'),
    span,
  };
}

function relationshipToken(field: string, object: string, name: ast.Identifier, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/relationship-token',
    span: name.span,
    message: `'${name.text}' is a relationship of ${object} and has no token.`,
    suggestion: `Write \`${object}.${field}\`.`,
  });
}
