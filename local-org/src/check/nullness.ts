import type { IrBlock, IrExpression, IrLocal } from '../ir/ir.ts';
import type { PrimitiveName } from '../types/type.ts';
import { walkIr } from './ir-walk.ts';
import { primitiveName } from './operand-kinds.ts';

const CANDIDATES: readonly (PrimitiveName | null)[] = ['Integer', 'Long', 'Boolean'];

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

/**
 * Marks the locals that no assignment can make null. `neverNull` starts as true for all that might be and is taken back
 * until nothing changes, since one local may be assigned another.
 *
 * @param locals The body's locals without its parameters, which a caller may set to null.
 */
export function markNeverNull(body: IrBlock, locals: readonly IrLocal[]): void {
  const candidates = new Set(locals.filter((local) => CANDIDATES.includes(primitiveName(local.type))));
  if (candidates.size === 0) return;
  const assigned = collectAssigned(body, candidates);
  for (const local of candidates) local.neverNull = assigned.has(local);
  let changed = true;
  while (changed) {
    changed = false;
    for (const [local, values] of assigned) {
      if (!local.neverNull || values.every(isNeverNull)) continue;
      local.neverNull = false;
      changed = true;
    }
  }
}

/** What is assigned to each candidate; null stands for a value that nothing is known of. */
function collectAssigned(
  body: IrBlock,
  candidates: ReadonlySet<IrLocal>,
): ReadonlyMap<IrLocal, readonly (IrExpression | null)[]> {
  const assigned = new Map<IrLocal, (IrExpression | null)[]>();
  const note = (local: IrLocal, value: IrExpression | null): void => {
    if (!candidates.has(local)) return;
    const values = assigned.get(local);
    if (values) values.push(value);
    else assigned.set(local, [value]);
  };
  walkIr(
    body,
    (node) => {
      if (node.kind === 'declare') note(node.local, node.value);
      else if (node.kind === 'assign' && node.target.kind === 'local') note(node.target.local, node.value);
    },
    (local) => note(local, null),
  );
  return assigned;
}

function isNeverNull(expression: IrExpression | null): boolean {
  if (!expression) return false;
  switch (expression.kind) {
    case 'literal':
      return expression.value !== null;
    case 'local':
      return expression.local.neverNull;
    case 'arithmetic':
    case 'compound':
    case 'compare':
    case 'logical':
    case 'not':
    case 'negate':
    case 'complement':
    case 'instanceOf':
      return true;
    case 'convert':
      return isNeverNull(expression.operand);
    case 'assign':
      return isNeverNull(expression.value);
    case 'conditional':
      return isNeverNull(expression.then) && isNeverNull(expression.otherwise);
    case 'coalesce':
      return isNeverNull(expression.right);
    case 'soql':
      return expression.shape === 'count';
    case 'platformCall':
      return NEVER_NULL_RESULTS.has(`${expression.method.owner.fullName}.${expression.method.jsName}`);
    default:
      return false;
  }
}
