import { Unsupported } from '../../runtime/faults.ts';
import { FUNCTIONS } from './functions.ts';
import type { FormulaClock } from './functions.ts';
import type { Formula } from './parse.ts';
import { isSame } from './value.ts';
import type { FormulaValue } from './value.ts';

/** Where a formula's names get their values. */
export interface FormulaScope {
  readonly clock: FormulaClock;
  /** The value of `Amount__c`, `Account__r.Name`, `$User.Id`. Throws for a name that does not exist. */
  value(path: readonly string[]): FormulaValue;
  /** What only validation rules know. */
  readonly rule?: RuleScope;
}

export interface RuleScope {
  readonly isNew: boolean;
  /** A value before the save; null for a new record. */
  priorValue(path: readonly string[]): FormulaValue;
  /** A field of the record whose key is the value; fields as `$ObjectType.Rate__c.Fields.Name`. */
  lookUp(returned: readonly string[], key: readonly string[], value: FormulaValue): FormulaValue;
}

type Special = (formula: readonly Formula[], scope: FormulaScope) => FormulaValue;

/** The value of a formula. Throws FormulaError for what shows as `#Error!`, Unsupported for an unknown function. */
export function evaluate(formula: Formula, scope: FormulaScope): FormulaValue {
  if (formula.kind === 'literal') return formula.value === '' ? null : formula.value;
  if (formula.kind === 'name') return scope.value(formula.path);
  const special = SPECIALS[formula.name];
  if (special) return special(formula.arguments, scope);
  const call = FUNCTIONS[formula.name];
  if (!call) throw new Unsupported(`the formula function ${formula.name}`);
  return call(
    formula.arguments.map((argument) => evaluate(argument, scope)),
    scope.clock,
  );
}

function isTrue(formula: Formula, scope: FormulaScope): boolean {
  return evaluate(formula, scope) === true;
}

function pathOf(formula: Formula | undefined): readonly string[] {
  if (formula?.kind !== 'name')
    throw new Unsupported('ISCHANGED, PRIORVALUE and VLOOKUP of anything but a field');
  return formula.path;
}

function choose(choices: readonly Formula[], scope: FormulaScope): FormulaValue {
  const [subject, ...rest] = choices;
  const value = subject ? evaluate(subject, scope) : null;
  for (let index = 0; index + 1 < rest.length; index += 2) {
    if (isSame(value, evaluate(rest[index] as Formula, scope)))
      return evaluate(rest[index + 1] as Formula, scope);
  }
  const otherwise = rest.length % 2 === 1 ? rest.at(-1) : undefined;
  return otherwise ? evaluate(otherwise, scope) : null;
}

type RuleFunction = (formula: readonly Formula[], scope: FormulaScope, rule: RuleScope) => FormulaValue;

/** Functions of validation rules alone. */
const RULE_FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  ISNEW: (_, _scope, { isNew }) => isNew,
  ISCHANGED: ([field], scope, { isNew, priorValue }) => {
    const path = pathOf(field);
    return !isNew && !isSame(scope.value(path), priorValue(path));
  },
  PRIORVALUE: ([field], scope, { isNew, priorValue }) => {
    const path = pathOf(field);
    return isNew ? scope.value(path) : priorValue(path);
  },
  VLOOKUP: ([returned, key, value], scope, { lookUp }) =>
    lookUp(pathOf(returned), pathOf(key), value ? evaluate(value, scope) : null),
};

const ofRules =
  (name: string, call: RuleFunction): Special =>
  (formula, scope) => {
    if (!scope.rule) throw new Unsupported(`${name} outside of validation rules`);
    return call(formula, scope, scope.rule);
  };

/** Functions of the platform that are not here. */
const MISSING: ReadonlySet<string> = new Set(
  `CURRENCYRATE DISTANCE FORMATDURATION GEOLOCATION GETRECORDIDS GETSESSIONID HTMLENCODE IMAGEPROXYURL INCLUDE ISCLONE
  JSENCODE JSINHTMLENCODE JUNCTIONIDLIST LINKTO PARENTGROUPVAL PREDICT PREVGROUPVAL REQUIRESCRIPT URLENCODE URLFOR`.split(
    /\s+/,
  ),
);

/**
 * Why a function can't stand in a formula that is no validation rule; null when it can. Throws Unsupported for one that
 * only the platform has.
 */
export function functionProblem(name: string): string | null {
  if (RULE_FUNCTIONS[name]) return `Function ${name} may not be used in this type of formula`;
  if (FUNCTIONS[name] || SPECIALS[name]) return null;
  if (MISSING.has(name)) throw new Unsupported(`the formula function ${name}`);
  return `Unknown function ${name}. Check spelling.`;
}

const SPECIALS: Readonly<Record<string, Special>> = {
  AND: (conditions, scope) => conditions.every((condition) => isTrue(condition, scope)),
  OR: (conditions, scope) => conditions.some((condition) => isTrue(condition, scope)),
  '&&': (conditions, scope) => conditions.every((condition) => isTrue(condition, scope)),
  '||': (conditions, scope) => conditions.some((condition) => isTrue(condition, scope)),
  IF: ([condition, yes, no], scope) => {
    const branch = condition && isTrue(condition, scope) ? yes : no;
    return branch ? evaluate(branch, scope) : null;
  },
  CASE: choose,
  ...Object.fromEntries(Object.entries(RULE_FUNCTIONS).map(([name, call]) => [name, ofRules(name, call)])),
};
