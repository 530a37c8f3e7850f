import type * as ast from '../../syntax/ast.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type { IrExpression } from '../../ir/ir.ts';
import type { FieldSymbol } from '../../types/symbols.ts';
import { classType } from '../../types/make.ts';
import { isIncomplete } from '../../types/hierarchy.ts';
import type { Scope } from '../checker.ts';
import { describeType } from '../convert.ts';
import { unknownExpression } from '../scope.ts';
import { assignability } from '../lvalue.ts';
import { reads, writes, type Use } from './denotation.ts';
import { memberOfRecord } from './record.ts';
import { rowCause } from './row-cause.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';

/** `target.name` where the target is a value. */
export function memberOfValue(
  target: IrExpression,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): IrExpression {
  if (target.type.kind === 'unknown') return unknownExpression(span);
  if (target.type.kind === 'sobject') return memberOfRecord(target, target.type.name, name, span, scope, use);
  const reason = rowCause(target, name, span, scope);
  if (reason) return reason;
  const { world } = scope;
  const field = world.field(target.type, name.text, false);
  if (field) return fieldOf(field, target, name, span, scope, use);
  if (world.field(target.type, name.text, true)) return staticThroughInstance(target, name, scope);
  return unknownField(target, name, scope);
}

/** A field or property whose owner is known; `target` null when it is static. */
export function fieldOf(
  field: FieldSymbol,
  target: IrExpression | null,
  name: ast.Identifier,
  span: Span,
  scope: Scope,
  use: Use,
): IrExpression {
  const problem = fieldProblem(field, scope, use);
  if (problem) return scope.wrong({ ...problem, span: name.span });
  if (!scope.world.isSupported(field)) reportUnsupported(field, name.span, scope);
  const { type } = field;
  if (field.owner.origin === 'platform') {
    return { kind: 'platformProperty', target, symbol: field.owner, name: field.name, type, span };
  }
  return target ? { kind: 'field', target, field, type, span } : { kind: 'staticField', field, type, span };
}

/** `super.name`. */
export function superField(node: ast.MemberAccess, scope: Scope, use: Use): IrExpression {
  const { world, owner } = scope;
  const superType = world.superTypeOf(classType(owner));
  const field = superType && world.field(superType, node.name.text, false);
  if (superType && !field && isIncomplete(superType)) return unknownExpression(node.span);
  if (!superType || !field) {
    const message = `The super class of ${owner.name} has no field '${node.name.text}'.`;
    return scope.wrong({ code: 'name/unknown-field', span: node.name.span, message });
  }
  const problem = fieldProblem(field, scope, use);
  if (problem) return scope.wrong({ ...problem, span: node.name.span });
  return { kind: 'superField', field, type: field.type, span: node.span };
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
}

function fieldProblem(field: FieldSymbol, scope: Scope, use: Use): Problem | null {
  const { world, owner } = scope;
  const full = `${field.owner.name}.${field.name}`;
  if (!world.isVisible(field, owner)) return notVisible(full, field.visibility);
  if (reads(use)) {
    const problem = readProblem(field, full, scope);
    if (problem) return problem;
  }
  return writes(use) ? assignability(field, full, scope) : null;
}

/** It refuses when it is read or set. */
function reportUnsupported(field: FieldSymbol, span: Span, scope: Scope): void {
  const message = `The local org does not support ${field.owner.name}.${field.name} yet.`;
  scope.report({ code: 'unsupported/property', span, message });
}

function readProblem(field: FieldSymbol, full: string, scope: Scope): Problem | null {
  const { property } = field;
  if (!property) return null;
  if (property.getter === null) return { code: 'name/not-readable', message: `${full} has no getter.` };
  const visible = scope.world.isVisible({ ...field, visibility: property.getterVisibility }, scope.owner);
  return visible ? null : notVisible(`The getter of ${full}`, property.getterVisibility);
}

export function notVisible(what: string, visibility: string): Problem {
  return { code: 'name/not-visible', message: `${what} is ${visibility} and not visible here.` };
}

function staticThroughInstance(target: IrExpression, name: ast.Identifier, scope: Scope): IrExpression {
  const type = describeType(target.type, scope.world);
  return scope.wrong({
    code: 'name/static-through-instance',
    span: name.span,
    message: `'${name.text}' is static and not a field of an object.`,
    suggestion: `Write \`${type}.${name.text}\`.`,
  });
}

function unknownField(target: IrExpression, name: ast.Identifier, scope: Scope): IrExpression {
  if (isIncomplete(target.type)) return unknownExpression(name.span);
  const { world } = scope;
  const message = `${describeType(target.type, world)} has no field '${name.text}'.`;
  const isValue = target.type.kind !== 'void' && target.type.kind !== 'null';
  const names = isValue ? world.memberNames(target.type, false) : [];
  return scope.wrong({
    code: 'name/unknown-field',
    span: name.span,
    message,
    ...didYouMean(name.text, names),
  });
}
