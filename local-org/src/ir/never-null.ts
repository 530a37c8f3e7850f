import type { IrExpression } from './ir.ts';

/** Library results that never are null, by class and key. */
const NEVER_NULL_RESULTS: ReadonlySet<string> = new Set([
  'System.List.size()',
  'System.List.isEmpty()',
  'System.List.contains(T)',
  'System.List.indexOf(T)',
  'System.Set.size()',
  'System.Set.isEmpty()',
  'System.Set.contains(T)',
  'System.Map.size()',
  'System.Map.isEmpty()',
  'System.Map.containsKey(K)',
  'System.String.length()',
  'System.String.indexOf(String)',
  'System.String.indexOf(String,Integer)',
  'System.String.lastIndexOf(String)',
  'System.String.contains(String)',
  'System.String.startsWith(String)',
  'System.String.endsWith(String)',
  'System.String.isBlank(String)',
  'System.String.isNotBlank(String)',
  'System.String.isEmpty(String)',
  'System.String.isNotEmpty(String)',
  'System.String.charAt(Integer)',
  'System.Integer.valueOf(String)',
  'System.Long.valueOf(String)',
  'System.System.currentTimeMillis()',
  'System.Math.abs(Integer)',
  'System.Math.min(Integer,Integer)',
  'System.Math.max(Integer,Integer)',
  'System.Datetime.getTime()',
  'System.Blob.size()',
  'System.Date.year()',
  'System.Date.month()',
  'System.Date.day()',
]);

/** True when the value of an expression never is null: arithmetic with it needs no check. */
export function neverNull(expression: IrExpression): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'local':
      return expression.local.neverNull;
    case 'this':
    case 'arithmetic':
    case 'compare':
    case 'logical':
    case 'not':
    case 'negate':
    case 'complement':
    case 'instanceOf':
    case 'new':
    case 'newRecord':
    case 'newArray':
    case 'newElements':
    case 'newMap':
    case 'classLiteral':
    case 'enumConstant':
    case 'objectToken':
    case 'fieldToken':
    case 'objectDescribe':
    case 'fieldDescribe':
    case 'recordChildren':
    case 'compound':
      return true;
    case 'soql':
      return expression.shape !== 'single';
    case 'convert':
      return neverNull(expression.operand);
    case 'assign':
      return neverNull(expression.value);
    case 'conditional':
      return neverNull(expression.then) && neverNull(expression.otherwise);
    case 'coalesce':
      return neverNull(expression.right);
    case 'platformCall':
      return NEVER_NULL_RESULTS.has(`${expression.method.owner.fullName}.${expression.method.jsName}`);
    default:
      return false;
  }
}
