import type { IrExpression } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { emitAssign, emitCompound } from './assign.ts';
import { emitCall, emitConstructorCall, emitPlatformCall, emitStaticCall, emitSuperCall } from './call.ts';
import { emitCast, emitConvert, emitInstanceOf } from './convert.ts';
import { emitLiteral } from './literal.ts';
import { emitNew, emitNewArray, emitNewElements, emitNewMap, emitNewRecord } from './new.ts';
import {
  emitArithmetic,
  emitCompare,
  emitComplement,
  emitLogical,
  emitNegate,
  emitNot,
} from './operators.ts';
import { emitOnlyRecord, emitSoql, emitSosl } from './query.ts';
import { emitRead } from './read.ts';
import { emitCoalesce, emitConditional, emitSafe } from './branch.ts';
import { emitToken } from './tokens.ts';

/** The JavaScript of an expression: one that can stand anywhere, in parentheses where it has to. */
export function emitExpression(expression: IrExpression, fn: FunctionContext): Code {
  switch (expression.kind) {
    case 'literal':
      return emitLiteral(expression, fn);
    case 'local':
      return fn.local(expression.local);
    case 'this':
      return 'this';
    default:
      return at(expression.span, emitKind(expression, fn));
  }
}

function emitKind(expression: IrExpression, fn: FunctionContext): Code {
  switch (expression.kind) {
    case 'field':
    case 'superField':
    case 'staticField':
    case 'platformProperty':
    case 'recordField':
    case 'recordParent':
    case 'recordChildren':
    case 'element':
      return emitRead(expression, fn);
    case 'assign':
      return emitAssign(expression, fn);
    case 'compound':
      return emitCompound(expression, fn);
    case 'arithmetic':
      return emitArithmetic(expression, fn);
    case 'compare':
      return emitCompare(expression, fn);
    case 'logical':
      return emitLogical(expression, fn);
    case 'not':
      return emitNot(expression, fn);
    case 'negate':
      return emitNegate(expression, fn);
    case 'complement':
      return emitComplement(expression, fn);
    case 'coalesce':
      return emitCoalesce(expression, fn);
    case 'conditional':
      return emitConditional(expression, fn);
    case 'safe':
      return emitSafe(expression, fn);
    case 'convert':
      return emitConvert(expression, fn);
    case 'cast':
      return emitCast(expression, fn);
    case 'instanceOf':
      return emitInstanceOf(expression, fn);
    case 'call':
      return emitCall(expression, fn);
    case 'superCall':
      return emitSuperCall(expression, fn);
    case 'staticCall':
      return emitStaticCall(expression, fn);
    case 'constructorCall':
      return emitConstructorCall(expression, fn);
    case 'platformCall':
      return emitPlatformCall(expression, fn);
    case 'new':
      return emitNew(expression, fn);
    case 'newRecord':
      return emitNewRecord(expression, fn);
    case 'newArray':
      return emitNewArray(expression, fn);
    case 'newElements':
      return emitNewElements(expression, fn);
    case 'newMap':
      return emitNewMap(expression, fn);
    case 'soql':
      return emitSoql(expression, fn);
    case 'onlyRecord':
      return emitOnlyRecord(expression, fn);
    case 'sosl':
      return emitSosl(expression, fn);
    case 'enumConstant':
    case 'classLiteral':
    case 'objectToken':
    case 'fieldToken':
    case 'objectDescribe':
    case 'fieldDescribe':
    case 'fieldSet':
    case 'label':
    case 'triggerVariable':
      return emitToken(expression, fn);
    default:
      throw new Error(`The emitter has no code for ${expression.kind}.`);
  }
}

/** An expression of a kind. */
export type Ir<K extends IrExpression['kind']> = Extract<IrExpression, { kind: K }>;
