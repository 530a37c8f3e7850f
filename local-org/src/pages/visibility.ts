import { Unsupported } from '../runtime/faults.ts';
import type { Criterion, Visibility } from './flexipage.ts';

/** What visibility rules ask about the record and the user; values as text, null for empty. */
export interface PageContext {
  recordValue(path: string): string | null;
  /** `Profile.Name`, `ProfileId`: of the running user. */
  userValue(path: string): string | null;
  hasCustomPermission(name: string): boolean;
  hasUserPermission(name: string): boolean;
}

/** Does the rule show its component? Throws for a rule that the local org can't evaluate. */
export function isVisible(rule: Visibility | null, context: PageContext): boolean {
  if (!rule) return true;
  const holds = rule.criteria.map((criterion) => doesHold(criterion, context));
  return rule.filter === null ? holds.every(Boolean) : combined(rule.filter, holds);
}

/** The paths of the record's fields that a rule looks at. */
export function recordPathsOf(rule: Visibility | null): string[] {
  return (rule?.criteria ?? []).flatMap(({ left }) => /^Record\.(.+)$/.exec(left)?.[1] ?? []);
}

function doesHold({ left, operator, right }: Criterion, context: PageContext): boolean {
  return compare(leftValue(left, context) ?? '', operator, right);
}

function leftValue(left: string, context: PageContext): string | null {
  const [, source = '', path = ''] = /^(\$?\w+)\.(.+)$/.exec(left) ?? [];
  switch (source) {
    case 'Record':
      return context.recordValue(path);
    case '$User':
      return context.userValue(path);
    case '$Client':
      return 'Large';
    case '$Permission':
      return String(isHeld(path, context));
    default:
      throw new Unsupported(`"${left}" in a visibility rule`);
  }
}

/** `CustomPermission.Sync`, `StandardPermission.ViewSetup`, or the short form of a custom one. */
function isHeld(path: string, context: PageContext): boolean {
  const [, kind, name = path] = /^(CustomPermission|StandardPermission)\.(.+)$/.exec(path) ?? [];
  return kind === 'StandardPermission' ? context.hasUserPermission(name) : context.hasCustomPermission(name);
}

function compare(left: string, operator: string, right: string): boolean {
  const order = orderOf(left, right);
  switch (operator) {
    case 'EQUAL':
      return order === 0;
    case 'NE':
      return order !== 0;
    case 'CONTAINS':
      return left.toLowerCase().includes(right.toLowerCase());
    case 'GT':
      return left !== '' && order > 0;
    case 'GE':
      return left !== '' && order >= 0;
    case 'LT':
      return left !== '' && order < 0;
    case 'LE':
      return left !== '' && order <= 0;
    default:
      throw new Unsupported(`the operator "${operator}" in a visibility rule`);
  }
}

function orderOf(left: string, right: string): number {
  const [one, other] = [Number(left), Number(right)];
  if (left !== '' && right !== '' && !Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `1 AND (2 OR 3)`: numbers of criteria, AND, OR, NOT, brackets. Throws for anything else. */
export function combined(filter: string, holds: readonly boolean[]): boolean {
  const tokens = filter.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Unsupported(`the filter logic "${filter}", at "${tokens[at] ?? 'its end'}"`);
  };
  const atom = (): boolean => {
    const token = tokens[at++] ?? '';
    if (token === 'NOT') return !atom();
    if (token === '(') {
      const value = either();
      if (tokens[at++] !== ')') fail();
      return value;
    }
    const value = /^\d+$/.test(token) ? holds[Number(token) - 1] : undefined;
    return value ?? fail();
  };
  const both = (): boolean => {
    let value = atom();
    for (; tokens[at] === 'AND';) {
      at++;
      const next = atom();
      value = value && next;
    }
    return value;
  };
  const either = (): boolean => {
    let value = both();
    for (; tokens[at] === 'OR';) {
      at++;
      const next = both();
      value = value || next;
    }
    return value;
  };
  const value = either();
  return at < tokens.length ? fail() : value;
}
