import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import type { PrimitiveName, Type } from '../../types/type.ts';
import type { World } from '../../types/world.ts';
import type { Scope } from '../checker.ts';
import { isAnySObject } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { writes, type Use } from './denotation.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';

/** What a polymorphic relationship leads to (`Owner`, `What`): a record of which the platform knows these fields. */
const POLYMORPHIC = 'Name';

/** `record.Name`, `record.Owner`, `record.Contacts`. */
export function memberOfRecord(
  target: IrExpression,
  objectName: string,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): IrExpression {
  if (isAnySObject(target.type)) return memberOfAnyRecord(target, name, span, scope);
  const object = scope.world.schema.object(objectName);
  if (!object) return unknownExpression(span);
  if (object.kind === 'aggregate') return aggregateField(name, scope);
  return (
    fieldAccess(target, object, name, span, scope, use) ??
    parentAccess(target, object, name, span, scope) ??
    childrenAccess(target, object, name, span, scope, use) ??
    unknownRecordField(object, name, scope)
  );
}

/** The field of an object by a name in any case; inside of a namespace also without it. */
export function findField(object: ObjectModel, name: string): FieldModel | null {
  return object.fields.get(name.toLowerCase()) ?? null;
}

/** The relationship field by relationship name: `Owner`, `Account__r`. */
export function findParent(object: ObjectModel, name: string): FieldModel | null {
  return object.parentRelationships.get(name.toLowerCase()) ?? null;
}

/** The Apex type of a field's value. */
export function fieldType(field: FieldModel, world: World): Type {
  if (field.type === 'ADDRESS') return world.platform('System.Address');
  if (field.type === 'LOCATION') return world.platform('System.Location');
  if (field.type === 'JUNCTIONIDLIST') return world.listOf(world.primitive('String'));
  if (field.type === 'COMPLEXVALUE') return world.platform('EventBus.ChangeEventHeader');
  return field.apexType === 'Object'
    ? { kind: 'object' }
    : world.primitive(field.apexType satisfies PrimitiveName);
}

/** The type of the record that a relationship field leads to. */
export function parentType(field: FieldModel, world: World): Type {
  const to = field.reference?.to ?? [];
  const only = to.length === 1 ? to[0] : undefined;
  const object = world.schema.object(only ?? POLYMORPHIC);
  return { kind: 'sobject', name: object?.name ?? 'SObject' };
}

function fieldAccess(
  target: IrExpression,
  object: ObjectModel,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): IrExpression | null {
  const field = findField(object, name.text);
  if (!field) return null;
  if (writes(use) && !isWriteable(object, field)) return notWriteable(object, field.name, name.span, scope);
  const type = fieldType(field, scope.world);
  return { kind: 'recordField', target, object: object.name, name: field.name, type, span };
}

function parentAccess(
  target: IrExpression,
  object: ObjectModel,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): IrExpression | null {
  const field = findParent(object, name.text);
  const relationship = field?.reference?.relationshipName;
  if (!field || !relationship) return null;
  const type = parentType(field, scope.world);
  return { kind: 'recordParent', target, object: object.name, relationship, type, span };
}

function childrenAccess(
  target: IrExpression,
  object: ObjectModel,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): IrExpression | null {
  const { world } = scope;
  const child = object.childRelationships.get(name.text.toLowerCase());
  if (!child) return null;
  if (writes(use)) return notWriteable(object, child.name, name.span, scope);
  const type = world.listOf({
    kind: 'sobject',
    name: world.schema.object(child.object)?.name ?? child.object,
  });
  return { kind: 'recordChildren', target, object: object.name, relationship: child.name, type, span };
}

function memberOfAnyRecord(
  target: IrExpression,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
): IrExpression {
  if (name.text.toLowerCase() === 'id') {
    return {
      kind: 'recordField',
      target,
      object: 'SObject',
      name: 'Id',
      type: scope.world.primitive('Id'),
      span,
    };
  }
  return scope.wrong({
    code: 'name/generic-record-field',
    span: name.span,
    message: `A value of type SObject has no field '${name.text}' that can be named.`,
    suggestion: `Cast it to its object, as \`((Account) record).${name.text}\`, or use \`get('${name.text}')\`.`,
  });
}

function aggregateField(name: ast.Identifier, scope: Scope): IrExpression {
  return scope.wrong({
    code: 'name/aggregate-field',
    span: name.span,
    message: `An AggregateResult has no field '${name.text}'.`,
    suggestion: `Use \`get('${name.text}')\`.`,
  });
}

/** Formulas, summaries, numbers that count themselves and what the platform fills are never assigned; an Id is. */
export function isWriteable(object: ObjectModel, field: FieldModel): boolean {
  if (object.kind === 'customMetadata' || field.type === 'ID') return true;
  if (field.formula || field.summary || field.autoNumber) return false;
  return field.isCreateable || field.isUpdateable;
}

export function notWriteable(object: ObjectModel, field: string, span: Span, scope: Scope): IrExpression {
  const message = `Field is not writeable: ${object.name}.${field}.`;
  return scope.wrong({ code: 'type/not-writeable', span, message });
}

export function unknownRecordField(object: ObjectModel, name: ast.Identifier, scope: Scope): IrExpression {
  const message = `${object.name} has no field '${name.text}'.`;
  return scope.wrong({
    code: 'name/unknown-field',
    span: name.span,
    message,
    ...didYouMean(name.text, recordNames(object)),
  });
}

function* recordNames(object: ObjectModel): Generator<string> {
  for (const field of object.fields.values()) yield field.name;
  for (const field of object.parentRelationships.values()) {
    if (field.reference?.relationshipName) yield field.reference.relationshipName;
  }
  for (const child of object.childRelationships.values()) yield child.name;
}
