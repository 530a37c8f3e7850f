import { isArgument, isAssignable, wideningSteps } from './assignability.ts';
import { stepsTo } from './hierarchy.ts';
import { sameType, sameTypes } from './make.ts';
import type { MethodSymbol } from './symbols.ts';
import type { Type } from './type.ts';

const EXACT = 0;
const SAME_COLLECTION = 1;
const TO_RECORD = 1;
/** Id and String are taken for each other only when nothing else fits. */
const TEXT = 50;
const TO_OBJECT = 100;

/** The most specific method for the arguments: exact before nearest widening or super type before Object. */
export function chooseOverload(
  candidates: readonly MethodSymbol[],
  args: readonly Type[],
): MethodSymbol | 'none' | 'ambiguous' {
  const fitting = candidates
    .filter((method) => method.parameters.length === args.length)
    .filter((method) => args.every((arg, at) => accepts(method, arg, method.parameters[at]!.type)));
  if (fitting.length === 0) return 'none';
  const ranked = fitting.map((method) => ({
    method,
    costs: args.map((arg, at) => cost(arg, method.parameters[at]!.type)),
  }));
  const best = ranked.filter((each) => ranked.every((other) => isAsGood(each, other, args)));
  const [first, ...more] = best;
  if (!first) return 'ambiguous';
  const types = typesOf(first.method);
  return more.every((each) => sameTypes(typesOf(each.method), types)) ? first.method : 'ambiguous';
}

/** What a collection takes is of its elements' type, and put there as by an assignment. */
function accepts(method: MethodSymbol, arg: Type, parameter: Type): boolean {
  const isOfCollection = method.owner.typeParameters.length > 0;
  return isOfCollection ? isAssignable(arg, parameter) : isArgument(arg, parameter);
}

interface Ranked {
  readonly method: MethodSymbol;
  readonly costs: readonly number[];
}

/** `null` fits all parameters equally well; else the narrower one is better when both cost the same. */
function isAsGood(one: Ranked, other: Ranked, args: readonly Type[]): boolean {
  return one.costs.every((each, at) => {
    const against = other.costs[at]!;
    if (each !== against) return each < against;
    if (args[at]!.kind === 'null') return true;
    return isNarrower(one.method.parameters[at]!.type, other.method.parameters[at]!.type);
  });
}

function isNarrower(one: Type, other: Type): boolean {
  return sameType(one, other) || isAssignable(one, other);
}

function typesOf(method: MethodSymbol): readonly Type[] {
  return method.parameters.map((each) => each.type);
}

function cost(from: Type, to: Type): number {
  if (sameType(from, to) || from.kind === 'null' || from.kind === 'unknown') return EXACT;
  if (to.kind === 'object') return TO_OBJECT;
  if (from.kind === 'primitive' && to.kind === 'primitive') {
    if (from.name === 'String' && to.name === 'Id') return TEXT;
    return wideningSteps(from.name, to.name) ?? TO_OBJECT;
  }
  if (from.kind === 'class' && to.kind === 'class')
    return (stepsTo(from, to.symbol) ?? TO_OBJECT) + SAME_COLLECTION;
  return TO_RECORD;
}
