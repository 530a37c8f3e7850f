import type { IrExpression } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { property } from '../names.ts';
import { neverNull } from '../../ir/never-null.ts';
import { at, type Code } from '../writer.ts';
import { convertCode } from './convert.ts';
import { emitExpression, type Ir } from './expression.ts';
import { emitNotNull } from './operand.ts';
import { arithmetic, emitText } from './operators.ts';
import { isAsked, memberName, statics } from './read.ts';

/** A place that can be read and written, with its parts already evaluated into temporaries. */
interface Place {
  /** What must run first, e.g. evaluating the target; comma-separated codes. */
  readonly before: readonly Code[];
  readonly read: Code;
  /** A JavaScript expression that writes; its own value does not matter when `plain` is false. */
  write(value: Code): Code;
  /** True when `write` is an assignment, whose value is what was assigned. */
  readonly plain: boolean;
}

export function emitAssign(expression: Ir<'assign'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, false);
  const value = emitExpression(expression.value, fn);
  if (place.plain) return ['(', ...commas(place.before), place.write(value), ')'];
  const held = fn.temporary();
  return ['(', ...commas(place.before), held, ' = ', value, ', ', place.write(held), ', ', held, ')'];
}

/** An assignment whose value nobody wants. */
export function emitAssignStatement(expression: Ir<'assign'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, false);
  return [...commas(place.before), place.write(emitExpression(expression.value, fn))];
}

export function emitCompound(expression: Ir<'compound'>, fn: FunctionContext): Code {
  const place = placeOf(expression.target, fn, true);
  const isSimple = expression.result === 'new' && place.plain;
  if (isSimple) return ['(', ...commas(place.before), place.write(result(expression, place.read, fn)), ')'];
  const held = fn.temporary();
  if (expression.result === 'old') {
    const next = result(expression, held, fn);
    return ['(', ...commas(place.before), held, ' = ', place.read, ', ', place.write(next), ', ', held, ')'];
  }
  const next = result(expression, place.read, fn);
  return ['(', ...commas(place.before), held, ' = ', next, ', ', place.write(held), ', ', held, ')'];
}

function result(expression: Ir<'compound'>, read: Code, fn: FunctionContext): Code {
  if (expression.operands === 'string') {
    return arithmetic('+', 'string', ['$s(', read, ')'], emitText(expression.value, fn));
  }
  const isLocal = expression.target.kind === 'local' && expression.target.local.neverNull;
  const checked = isLocal ? read : ['$n(', read, ')'];
  const before = expression.before ? convertCode(expression.before, checked) : checked;
  const value = arithmetic(
    expression.operator,
    expression.operands,
    before,
    emitNotNull(expression.value, fn),
  );
  return expression.after ? convertCode(expression.after, value) : value;
}

function commas(codes: readonly Code[]): Code[] {
  return codes.flatMap((code) => [code, ', ']);
}

/** Evaluates an expression once: names and `this` as they are, anything else into a temporary. */
function once(expression: IrExpression, fn: FunctionContext, before: Code[], isNeeded: boolean): Code {
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

function placeOf(target: IrExpression, fn: FunctionContext, isReadToo: boolean): Place {
  const before: Code[] = [];
  switch (target.kind) {
    case 'local': {
      const name = fn.local(target.local);
      return { before, read: name, write: (value) => [name, ' = ', value], plain: true };
    }
    case 'field': {
      const owner = once(target.target, fn, before, isReadToo);
      return assignable(before, [owner, at(target.span, property(memberName(target.field, fn)))]);
    }
    case 'superField':
      return assignable(before, ['super', property(target.field.jsName)]);
    case 'staticField': {
      if (!isAsked(target.field, fn)) {
        return assignable(before, [statics(target.field, fn), property(memberName(target.field, fn))]);
      }
      const owner = fn.links.jsClass(target.field.owner.fullName);
      const { jsName } = target.field;
      const write = (value: Code): Code => [`${owner}.$set_${jsName}(`, value, ')'];
      return { before, read: `${owner}.$get_${jsName}()`, write, plain: false };
    }
    case 'element': {
      const owner = once(target.target, fn, before, isReadToo);
      const index = isReadToo ? once(target.index, fn, before, true) : emitNotNull(target.index, fn);
      const checked = neverNull(target.index) || !isReadToo ? index : ['$n(', index, ')'];
      return called(before, owner, target, checked, 'at', 'put');
    }
    case 'recordField':
      return record(target, target.name, 'get', 'put', fn, before, isReadToo);
    case 'recordParent':
      return record(target, target.relationship, 'parent', 'setParent', fn, before, isReadToo);
    case 'platformProperty':
      return platformPlace(target, fn, before);
    default:
      throw new Error(`Nothing can be assigned to ${target.kind}.`);
  }
}

function assignable(before: Code[], place: Code): Place {
  return { before, read: place, write: (value) => [place, ' = ', value], plain: true };
}

function called(
  before: Code[],
  owner: Code,
  target: IrExpression,
  key: Code,
  read: string,
  write: string,
): Place {
  return {
    before,
    read: [owner, at(target.span, `.${read}(`), key, ')'],
    write: (value) => [owner, at(target.span, `.${write}(`), key, ', ', value, ')'],
    plain: false,
  };
}

function record(
  target: Ir<'recordField' | 'recordParent'>,
  name: string,
  read: string,
  write: string,
  fn: FunctionContext,
  before: Code[],
  isReadToo: boolean,
): Place {
  const owner = once(target.target, fn, before, isReadToo);
  return called(before, owner, target, JSON.stringify(name.toLowerCase()), read, write);
}

function platformPlace(target: Ir<'platformProperty'>, fn: FunctionContext, before: Code[]): Place {
  const { symbol, name } = target;
  const { links } = fn;
  if (!target.target) {
    const setter = links.library(symbol.fullName, 'staticSetter', name);
    const read = [links.library(symbol.fullName, 'staticGetter', name), '()'];
    return { before, read, write: (value) => [setter, '(', value, ')'], plain: false };
  }
  const owner = ['$n(', once(target.target, fn, before, true), ')'];
  const setter = links.library(symbol.fullName, 'setter', name);
  const read = [links.library(symbol.fullName, 'getter', name), '(', owner, ')'];
  return { before, read, write: (value) => [setter, '(', owner, ', ', value, ')'], plain: false };
}
