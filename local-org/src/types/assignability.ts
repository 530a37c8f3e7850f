import { asSymbol } from './hierarchy.ts';
import { sameType } from './make.ts';
import type { ClassType, PrimitiveName, Type } from './type.ts';

/** Conversions that Apex makes without a cast, nearest first. */
const WIDENING: Readonly<Partial<Record<PrimitiveName, readonly PrimitiveName[]>>> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double'],
  Id: ['String'],
  String: ['Id'],
  Date: ['Datetime'],
};

/** How many steps of widening lead from one primitive to another; null when none do. */
export function wideningSteps(from: PrimitiveName, to: PrimitiveName): number | null {
  if (from === to) return 0;
  const at = WIDENING[from]?.indexOf(to) ?? -1;
  return at < 0 ? null : at + 1;
}

/** Assignment without a cast. */
export function isAssignable(from: Type, to: Type): boolean {
  if (from.kind === 'unknown' || to.kind === 'unknown') return true;
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (from.kind === 'null' || to.kind === 'object' || sameType(from, to)) return true;
  if (from.kind === 'primitive' && to.kind === 'primitive') return wideningSteps(from.name, to.name) !== null;
  if (from.kind === 'sobject' && to.kind === 'sobject') return to.name === 'SObject';
  if (from.kind !== 'class' || to.kind !== 'class') return false;
  const seen = asSymbol(from, to.symbol);
  return seen !== null && argumentsFit(seen, to);
}

/** An argument of a call: as assignment, but a Decimal does not become a Double. */
export function isArgument(from: Type, to: Type): boolean {
  const isNarrowed = isPrimitive(from, 'Decimal') && isPrimitive(to, 'Double');
  return !isNarrowed && isAssignable(from, to);
}

function isPrimitive(type: Type, name: PrimitiveName): boolean {
  return type.kind === 'primitive' && type.name === name;
}

function argumentsFit(from: ClassType, to: ClassType): boolean {
  return from.arguments.every((each, at) =>
    isKey(to, at) ? isSameKey(each, to.arguments[at]!) : argumentFits(each, to.arguments[at]!, to),
  );
}

/** What a collection finds its values by: the elements of a set, the keys of a map. */
function isKey({ symbol }: ClassType, at: number): boolean {
  return symbol.fullName === 'System.Set' || (symbol.fullName === 'System.Map' && at === 0);
}

function isSameKey(from: Type, to: Type): boolean {
  return sameType(from, to) || from.kind === 'unknown' || to.kind === 'unknown';
}

/**
 * An element's type is not widened, but may become a super type; a list of any records may become one of others, which
 * the platform looks at only when the rows are used. All may become one of Object, and an iterable of Object one of
 * anything.
 */
function argumentFits(from: Type, to: Type, collection: ClassType): boolean {
  if (isSameKey(from, to)) return true;
  if (from.kind === 'sobject' && to.kind === 'sobject')
    return to.name === 'SObject' || (from.name === 'SObject' && collection.symbol.fullName !== 'System.Map');
  if (from.kind === 'class' && to.kind === 'class') return isAssignable(from, to);
  if (from.kind === 'primitive' && to.kind === 'primitive') return isText(from.name) && isText(to.name);
  if (from.kind === 'object') return collection.symbol.name === 'Iterable';
  return to.kind === 'object';
}

function isText(name: PrimitiveName): boolean {
  return name === 'Id' || name === 'String';
}

/** What a relationship to several objects leads to: with TYPEOF its records are those of the objects themselves. */
const POLYMORPHIC_PARENT = 'Name';

/** A cast that may succeed: up, down, or between what one object can be at once. */
export function isCastable(from: Type, to: Type): boolean {
  if (isAssignable(from, to) || isAssignable(to, from)) return from.kind !== 'void' && to.kind !== 'void';
  if (from.kind === 'primitive' && to.kind === 'primitive') return isNumber(from.name) && isNumber(to.name);
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.name === POLYMORPHIC_PARENT;
  if (from.kind !== 'class' || to.kind !== 'class') return false;
  if (from.symbol === to.symbol) {
    return from.arguments.every((each, at) =>
      isKey(to, at) ? isSameKey(each, to.arguments[at]!) : isCastable(each, to.arguments[at]!),
    );
  }
  return isOpenInterface(from, to) || isOpenInterface(to, from);
}

/** A subclass of `other` may implement the interface. */
function isOpenInterface(face: ClassType, other: ClassType): boolean {
  if (face.symbol.kind !== 'interface') return false;
  return other.symbol.kind === 'interface' || other.symbol.isVirtual || other.symbol.isAbstract;
}

function isNumber(name: PrimitiveName): boolean {
  return name === 'Integer' || name === 'Long' || name === 'Double' || name === 'Decimal';
}
