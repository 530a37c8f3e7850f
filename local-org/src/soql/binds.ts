import type { SoqlQuery, SoqlValue, SoslQuery } from '../syntax/soql.ts';

export type Bind = SoqlValue & { readonly kind: 'bind' };

/** All binds of a query in the order of their index. What stands inside of a bind belongs to the bind. */
export function bindsOf(query: SoqlQuery | SoslQuery): readonly Bind[] {
  const binds: Bind[] = [];
  collect(query, binds);
  return binds.sort((a, b) => a.index - b.index);
}

/** A query's tree is plain data: binds are found wherever a value may stand. */
function collect(node: unknown, binds: Bind[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (isBind(node)) binds.push(node);
  else for (const child of Object.values(node)) collect(child, binds);
}

function isBind(node: object): node is Bind {
  return 'kind' in node && node.kind === 'bind' && 'expression' in node;
}
