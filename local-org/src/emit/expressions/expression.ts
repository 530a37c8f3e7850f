import type { IrExpression } from '../../ir/ir.ts';
import type { FunctionContext } from '../module.ts';
import { at, type Code } from '../writer.ts';
import { emitArithmetic } from './arithmetic.ts';
import { emitAssign } from './assign.ts';
import { emitCall } from './call.ts';
import { emitCast } from './cast.ts';
import { emitClassLiteral } from './class-literal.ts';
import { emitCoalesce } from './coalesce.ts';
import { emitCompare } from './compare.ts';
import { emitComplement } from './complement.ts';
import { emitCompound } from './compound.ts';
import { emitConditional } from './conditional.ts';
import { emitConstructorCall } from './constructor-call.ts';
import { emitConvert } from './convert.ts';
import { emitElement } from './element.ts';
import { emitEnumConstant } from './enum-constant.ts';
import { emitField } from './field.ts';
import { emitFieldDescribe } from './field-describe.ts';
import { emitFieldSet } from './field-set.ts';
import { emitFieldToken } from './field-token.ts';
import { emitInstanceOf } from './instance-of.ts';
import { emitLabel } from './label.ts';
import { emitLiteral } from './literal.ts';
import { emitLogical } from './logical.ts';
import { emitNegate } from './negate.ts';
import { emitNew } from './new.ts';
import { emitNewArray } from './new-array.ts';
import { emitNewElements } from './new-elements.ts';
import { emitNewMap } from './new-map.ts';
import { emitNewRecord } from './new-record.ts';
import { emitNot } from './not.ts';
import { emitObjectDescribe } from './object-describe.ts';
import { emitObjectToken } from './object-token.ts';
import { emitOnlyRecord } from './only-record.ts';
import { emitPlatformCall } from './platform-call.ts';
import { emitPlatformProperty } from './platform-property.ts';
import { emitRecordChildren } from './record-children.ts';
import { emitRecordField } from './record-field.ts';
import { emitRecordParent } from './record-parent.ts';
import { emitSafe } from './safe.ts';
import { emitSoql } from './soql.ts';
import { emitSosl } from './sosl.ts';
import { emitStaticCall } from './static-call.ts';
import { emitStaticField } from './static-field.ts';
import { emitSuperCall } from './super-call.ts';
import { emitSuperField } from './super-field.ts';
import { emitTriggerVariable } from './trigger-variable.ts';

/** An expression of a kind. */
export type Ir<K extends IrExpression['kind']> = Extract<IrExpression, { kind: K }>;

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

function emitKind(
  expression: Exclude<IrExpression, Ir<'literal' | 'local' | 'this'>>,
  fn: FunctionContext,
): Code {
  switch (expression.kind) {
    case 'field':
      return emitField(expression, fn);
    case 'superField':
      return emitSuperField(expression);
    case 'staticField':
      return emitStaticField(expression, fn);
    case 'platformProperty':
      return emitPlatformProperty(expression, fn);
    case 'recordField':
      return emitRecordField(expression, fn);
    case 'recordParent':
      return emitRecordParent(expression, fn);
    case 'recordChildren':
      return emitRecordChildren(expression, fn);
    case 'element':
      return emitElement(expression, fn);
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
      return emitEnumConstant(expression, fn);
    case 'classLiteral':
      return emitClassLiteral(expression, fn);
    case 'objectToken':
      return emitObjectToken(expression);
    case 'fieldToken':
      return emitFieldToken(expression);
    case 'objectDescribe':
      return emitObjectDescribe(expression);
    case 'fieldDescribe':
      return emitFieldDescribe(expression);
    case 'fieldSet':
      return emitFieldSet(expression);
    case 'label':
      return emitLabel(expression);
    case 'triggerVariable':
      return emitTriggerVariable(expression);
  }
}
