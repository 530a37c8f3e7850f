import type { FieldSymbol } from '../../types/symbols.ts';
import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import { at, type Code } from '../writer.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';

type Readable = Ir<
  | 'field'
  | 'superField'
  | 'staticField'
  | 'platformProperty'
  | 'recordField'
  | 'recordParent'
  | 'recordChildren'
  | 'element'
>;

/** Reads a variable's place. */
export function emitRead(expression: Readable, fn: FunctionContext): Code {
  switch (expression.kind) {
    case 'field':
      return [
        emitExpression(expression.target, fn),
        at(expression.span, property(memberName(expression.field, fn))),
      ];
    case 'superField':
      return ['super', property(expression.field.jsName)];
    case 'staticField':
      return readStatic(expression.field, fn);
    case 'platformProperty':
      return readPlatform(expression, fn);
    case 'element':
      return access(expression, 'at', [emitNotNull(expression.index, fn)], fn);
    case 'recordField':
      return access(expression, 'get', [JSON.stringify(expression.name.toLowerCase())], fn);
    case 'recordParent':
      return access(expression, 'parent', [JSON.stringify(expression.relationship.toLowerCase())], fn);
    case 'recordChildren':
      return access(expression, 'children', [JSON.stringify(expression.relationship.toLowerCase())], fn);
  }
}

function access(
  expression: Ir<'element' | 'recordField' | 'recordParent' | 'recordChildren'>,
  method: string,
  args: readonly Code[],
  fn: FunctionContext,
): Code {
  const target = emitExpression(expression.target, fn);
  // A lookup that is empty gives null for whatever is read through it.
  if (expression.target.kind === 'recordParent') {
    return ['(', target, at(expression.span, `?.${method}(`), ...args, ') ?? null)'];
  }
  return [target, at(expression.span, `.${method}(`), ...args, ')'];
}

/** The record of a class's statics; running the static code is the first use's. */
export function statics(field: FieldSymbol, fn: FunctionContext): Code {
  const name = fn.links.jsClass(field.owner.fullName);
  return `(${name}.$ ?? ${name}.$init())`;
}

/** A property whose accessors have code, or one of them only. */
export function hasAccessors(field: FieldSymbol): boolean {
  const accessors = field.property;
  return accessors !== null && (accessors.getter !== 'auto' || accessors.setter !== 'auto');
}

/** The slot that holds a field's value: a property with accessors keeps it beside them. */
export function slotName(field: FieldSymbol): string {
  return hasAccessors(field) ? `$${field.jsName}` : field.jsName;
}

/** What a name of a field means here: the accessors, or the stored value inside of the property's own accessors. */
export function memberName(field: FieldSymbol, fn: FunctionContext): string {
  return fn.accessorOf === field ? slotName(field) : field.jsName;
}

/** A static property that must be asked. */
export function isAsked(field: FieldSymbol, fn: FunctionContext): boolean {
  return hasAccessors(field) && fn.accessorOf !== field;
}

function readStatic(field: FieldSymbol, fn: FunctionContext): Code {
  if (isAsked(field, fn)) return `${fn.links.jsClass(field.owner.fullName)}.$get_${field.jsName}()`;
  return [statics(field, fn), property(memberName(field, fn))];
}

function readPlatform(expression: Ir<'platformProperty'>, fn: FunctionContext): Code {
  const { symbol, name, target } = expression;
  if (!target) return [fn.links.library(symbol.fullName, 'staticGetter', name), '()'];
  const getter = fn.links.library(symbol.fullName, 'getter', name);
  return [getter, '(', emitNotNull(target, fn), ')'];
}
