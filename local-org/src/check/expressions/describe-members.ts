import { didYouMean } from '../../diagnostics/suggest.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { FieldModel, FieldSetModel, ObjectModel } from '../../schema/model.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Scope } from '../checker.ts';
import { unknownExpression } from '../scope.ts';
import type { DescribeMembers } from './denotation.ts';
import { memberOfValue } from './field.ts';

/** `fields` or `fieldSets` behind the describe of an object that is named; null for any other member. */
export function describeMembers(node: ast.MemberAccess, target: IrExpression): DescribeMembers | null {
  if (target.kind !== 'objectDescribe' && target.kind !== 'objectToken') return null;
  const name = node.name.text.toLowerCase();
  if (name === 'fields') return { kind: 'describeMembers', of: 'fields', target };
  return name === 'fieldsets' && target.kind === 'objectDescribe'
    ? { kind: 'describeMembers', of: 'fieldSets', target }
    : null;
}

/** `....fields` as a value, for `getMap()`. */
export function describedMap(members: DescribeMembers, node: ast.Expression, scope: Scope): IrExpression {
  return memberOfValue(members.target, { text: members.of, span: node.span }, node.span, scope, 'read');
}

/** `....fields.Name`, `....fieldSets.Short`. */
export function memberOfDescribe(
  members: DescribeMembers,
  node: ast.MemberAccess,
  scope: Scope,
): IrExpression {
  const object = scope.world.schema.object(members.target.object);
  if (!object) return unknownExpression(node.span);
  const key = node.name.text.toLowerCase();
  if (members.of === 'fieldSets') {
    const set = object.fieldSets.get(key);
    return set
      ? fieldSet(object, set, node, scope)
      : unknown('field set', object, object.fieldSets.values(), node, scope);
  }
  const field = object.fields.get(key);
  return field
    ? described(members, object, field, node, scope)
    : unknown('field', object, object.fields.values(), node, scope);
}

function fieldSet(
  object: ObjectModel,
  set: FieldSetModel,
  node: ast.MemberAccess,
  scope: Scope,
): IrExpression {
  const type = scope.world.platform('Schema.FieldSet');
  return { kind: 'fieldSet', object: object.name, name: set.name, type, span: node.span };
}

function described(
  members: DescribeMembers,
  object: ObjectModel,
  field: FieldModel,
  node: ast.MemberAccess,
  scope: Scope,
): IrExpression {
  const isToken = members.target.kind === 'objectToken';
  const type = scope.world.platform(isToken ? 'Schema.SObjectField' : 'Schema.DescribeFieldResult');
  const kind = isToken ? 'fieldToken' : 'fieldDescribe';
  return { kind, object: object.name, field: field.name, type, span: node.span };
}

function unknown(
  what: string,
  object: ObjectModel,
  members: Iterable<{ readonly name: string }>,
  node: ast.MemberAccess,
  scope: Scope,
): IrExpression {
  const { text, span } = node.name;
  const message = `${object.name} has no ${what} '${text}'.`;
  const names = Array.from(members, (member) => member.name);
  return scope.wrong({ code: 'name/unknown-field', span, message, ...didYouMean(text, names) });
}
