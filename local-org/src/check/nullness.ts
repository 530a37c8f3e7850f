import type { IrBlock, IrExpression, IrLocal } from '../ir/ir.ts';
import type { PrimitiveName } from '../types/type.ts';
import { walkIr } from './ir-walk.ts';
import { primitiveName } from './operand-kinds.ts';
import { neverNull } from '../ir/never-null.ts';

const CANDIDATES: readonly (PrimitiveName | null)[] = ['Integer', 'Long', 'Boolean'];

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
      if (!local.neverNull || values.every((value) => value !== null && neverNull(value))) continue;
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
