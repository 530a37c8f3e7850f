import { currentTransaction } from '../../runtime/context.ts';
import { Unsupported } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { Formula } from '../../data/formula/parse.ts';
import type { FormulaValue } from '../../data/formula/value.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/double.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexTime } from '../../values/time.ts';
import { fieldsOf } from '../json/class-fields.ts';
import type { Value } from '../library.ts';

/** The names of a formula, each once, in order. */
export function namesIn(formula: Formula): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const visit = (part: Formula): void => {
    if (part.kind === 'name') found.set(part.path.join('.').toLowerCase(), part.path);
    else if (part.kind === 'call') part.arguments.forEach(visit);
  };
  visit(formula);
  return [...found.values()];
}

/** The functions and operators of a formula. */
export function functionsIn(formula: Formula): ReadonlySet<string> {
  if (formula.kind !== 'call') return new Set();
  return new Set([formula.name, ...formula.arguments.flatMap((part) => [...functionsIn(part)])]);
}

/** Is it `$User.Name` and the like? */
export function isGlobal([first = '']: readonly string[]): boolean {
  return first.startsWith('$');
}

/** The type of what a path leads to; null when there is no such field or member, or it is not open to formulas. */
export function typeAt(type: RuntimeType, [first, ...rest]: readonly string[]): RuntimeType | null {
  if (first === undefined) return type;
  const next = memberType(type, first, rest.length > 0);
  return next && typeAt(next, rest);
}

function memberType(type: RuntimeType, name: string, isParent: boolean): RuntimeType | null {
  const { program, schema } = currentTransaction();
  if (type.objectName !== null) {
    const object = schema.object(type.objectName);
    const field = isParent
      ? object?.parentRelationships.get(name.toLowerCase())
      : object?.fields.get(name.toLowerCase());
    if (!field) return null;
    const [target] = field.reference?.to ?? [];
    return program.type(isParent ? (target ?? 'SObject') : field.apexType);
  }
  const member = fieldsOf(type).find((field) => field.name.toLowerCase() === name.toLowerCase());
  return member?.visibility === 'global' ? member.type : null;
}

/** The value that a path leads to from a record or an object of the project's own. */
export function valueAt(start: Value, path: readonly string[]): FormulaValue {
  let value = start;
  for (const [at, name] of path.entries()) {
    if (value === null || value === undefined) return null;
    value = memberOf(value, name, at < path.length - 1);
  }
  return formulaValue(value ?? null);
}

function memberOf(owner: Value, name: string, isParent: boolean): Value {
  const key = name.toLowerCase();
  if (!(owner instanceof SObject)) return owner[key];
  return isParent ? (owner.parents.get(key) ?? null) : (owner.values.get(key) ?? null);
}

function formulaValue(value: Value): FormulaValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value === '' ? null : value;
  if (value instanceof Decimal || value instanceof ApexDouble)
    return value instanceof Decimal ? value.toNumber() : value.value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  throw new Unsupported('such a value in a formula');
}
