import type { FieldSymbol } from '../types/symbols.ts';
import type { FunctionContext } from './module.ts';
import type { Code } from './writer.ts';

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
