import type { IrExpression } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { elementPlace } from './element.ts';
import { emitExpression } from './expression.ts';
import { fieldPlace } from './field.ts';
import { platformPropertyPlace } from './platform-property.ts';
import { recordFieldPlace } from './record-field.ts';
import { recordParentPlace } from './record-parent.ts';
import { staticFieldPlace } from './static-field.ts';
import { superFieldPlace } from './super-field.ts';

/** A place that can be read and written, with its parts already evaluated into temporaries. */
export interface Place {
  /** What must run first, e.g. evaluating the target; comma-separated codes. */
  readonly before: readonly Code[];
  readonly read: Code;
  /** A JavaScript expression that writes; its own value does not matter when `plain` is false. */
  write(value: Code): Code;
  /** True when `write` is an assignment, whose value is what was assigned. */
  readonly plain: boolean;
}

/** @param isRead the place is read as well as written, so that its parts must be evaluated once. */
export function placeOf(target: IrExpression, fn: FunctionContext, isRead: boolean): Place {
  switch (target.kind) {
    case 'local':
      return assignable([], fn.local(target.local));
    case 'field':
      return fieldPlace(target, fn, isRead);
    case 'superField':
      return superFieldPlace(target);
    case 'staticField':
      return staticFieldPlace(target, fn);
    case 'element':
      return elementPlace(target, fn, isRead);
    case 'recordField':
      return recordFieldPlace(target, fn, isRead);
    case 'recordParent':
      return recordParentPlace(target, fn, isRead);
    case 'platformProperty':
      return platformPropertyPlace(target, fn);
    default:
      throw new Error(`Nothing can be assigned to ${target.kind}.`);
  }
}

/** What must run before a place is used, as the beginning of a comma expression. */
export function preparation({ before }: Place): Code[] {
  return before.flatMap((code) => [code, ', ']);
}

/** Evaluates an expression once: names and `this` as they are, anything else into a temporary. */
export function once(expression: IrExpression, fn: FunctionContext, before: Code[], isNeeded: boolean): Code {
  if (
    expression.kind === 'local' ||
    expression.kind === 'this' ||
    expression.kind === 'literal' ||
    !isNeeded
  ) {
    return emitExpression(expression, fn);
  }
  const held = fn.temporary();
  before.push([held, ' = ', emitExpression(expression, fn)]);
  return held;
}

/** A place that JavaScript assigns to. */
export function assignable(before: readonly Code[], place: Code): Place {
  return { before, read: place, write: (value) => [place, ' = ', value], plain: true };
}

/** A place that methods of its owner read and write. */
export function called(
  before: readonly Code[],
  owner: Code,
  { span }: IrExpression,
  key: Code,
  { read, write }: { readonly read: string; readonly write: string },
): Place {
  return {
    before,
    read: [owner, at(span, `.${read}(`), key, ')'],
    write: (value) => [owner, at(span, `.${write}(`), key, ', ', value, ')'],
    plain: false,
  };
}
