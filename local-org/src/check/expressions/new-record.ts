import type * as ast from '../../syntax/ast.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import type { Scope } from '../checker.ts';
import { convertTo, describeType, isAnySObject } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { checkExpression } from './expression.ts';
import { isAggregate, notConstructible } from './new.ts';
import {
  fieldType,
  findField,
  findParent,
  isWriteable,
  notWriteable,
  parentType,
  unknownRecordField,
} from './record.ts';

type FieldNode = ast.NewSObject['fields'][number];
type RecordField = (IrExpression & { kind: 'newRecord' })['fields'][number];

/** `new Account(Name = 'x', Parent = p)`. */
export function checkNewSObject(node: ast.NewSObject, scope: Scope): IrExpression {
  const { world } = scope;
  const type = world.resolve(node.type, scope.owner);
  const object =
    type.kind === 'sobject' && !isAnySObject(type) && !isAggregate(type, scope)
      ? world.schema.object(type.name)
      : null;
  if (!object) {
    for (const field of node.fields) checkExpression(field.value, scope, null);
    if (type.kind === 'unknown') return unknownExpression(node.span);
    if (type.kind === 'sobject') return notConstructible(node.type, type, scope);
    return noRecord(node, describeType(type, world), scope);
  }
  const fields = fieldsOf(node, object, scope);
  return { kind: 'newRecord', object: object.name, fields, type, span: node.span };
}

function fieldsOf(node: ast.NewSObject, object: ObjectModel, scope: Scope): RecordField[] {
  const seen = new Set<string>();
  const fields: RecordField[] = [];
  for (const each of node.fields) {
    const field = fieldOf(each, object, scope);
    if (!field) continue;
    if (seen.has(field.name)) reportTwice(each, object, scope);
    seen.add(field.name);
    fields.push(field);
  }
  return fields;
}

function fieldOf(node: FieldNode, object: ObjectModel, scope: Scope): RecordField | null {
  const field = findField(object, node.name.text);
  if (field) return plainField(node, object, field, scope);
  const parent = findParent(object, node.name.text);
  if (parent) return parentField(node, parent, scope);
  checkExpression(node.value, scope, null);
  unknownRecordField(object, node.name, scope);
  return null;
}

function plainField(node: FieldNode, object: ObjectModel, field: FieldModel, scope: Scope): RecordField {
  if (!isWriteable(object, field)) notWriteable(object, field.name, node.name.span, scope);
  const type = fieldType(field, scope.world);
  const value = convertTo(checkExpression(node.value, scope, type), type, scope, `'${field.name}'`);
  return { name: field.name, kind: 'field', value };
}

function parentField(node: FieldNode, field: FieldModel, scope: Scope): RecordField {
  const name = field.reference?.relationshipName ?? field.name;
  const type = parentType(field, scope.world);
  const isPolymorphic = (field.reference?.to.length ?? 0) > 1;
  const wanted = isPolymorphic ? ({ kind: 'sobject', name: 'SObject' } as const) : type;
  const value = convertTo(checkExpression(node.value, scope, wanted), wanted, scope, `'${name}'`);
  return { name, kind: 'parent', value };
}

function reportTwice(node: FieldNode, object: ObjectModel, scope: Scope): void {
  const message = `'${node.name.text}' of ${object.name} gets a value twice.`;
  scope.report({ code: 'name/duplicate', span: node.name.span, message });
}

function noRecord(node: ast.NewSObject, name: string, scope: Scope): IrExpression {
  const message = `${name} is no sObject: its constructor takes no named fields.`;
  return scope.wrong({ code: 'type/not-constructible', span: node.type.span, message });
}
