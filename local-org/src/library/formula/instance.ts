import { evaluate } from '../../data/formula/evaluate.ts';
import type { Formula } from '../../data/formula/parse.ts';
import { asText, FormulaError, type FormulaValue } from '../../data/formula/value.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import { runtimeTypeOf, type RuntimeType } from '../../runtime/types.ts';
import { ApexDate } from '../../values/date.ts';
import { ApexDatetime } from '../../values/datetime.ts';
import { Decimal } from '../../values/decimal.ts';
import { double } from '../../values/double.ts';
import { toId } from '../../values/id.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexTime } from '../../values/time.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import { isGlobal, namesIn, typeAt, valueAt } from './names.ts';

export interface BuiltFormula {
  readonly formula: Formula;
  /** Of what the formula is evaluated for: records, or objects of a global class. */
  readonly contextType: RuntimeType;
  /** `BOOLEAN`, `DECIMAL`, ... */
  readonly returnType: string;
  readonly nullIsZero: boolean;
}

const NUMBERS = new Set(['Integer', 'Long', 'Decimal', 'Double']);

/** `FormulaEval.FormulaInstance`: a formula that was checked. */
export class FormulaInstance extends PlatformObject {
  readonly #built: BuiltFormula;

  constructor(built: BuiltFormula) {
    super();
    this.#built = built;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('FormulaEval.FormulaInstance');
  }

  evaluate(context: Value): Value {
    const { formula, contextType, returnType } = this.#built;
    if (context === null || !contextType.accepts(context)) {
      const given = context === null ? 'null' : runtimeTypeOf(context).name;
      throwApex(
        'System.FormulaEvaluationException',
        `The formula is for ${contextType.name}, not for ${given}.`,
      );
    }
    const transaction = currentTransaction();
    const scope = {
      clock: { now: transaction.now(), timeZone: transaction.user.timeZone },
      value: (path: readonly string[]) => this.#valueOf(context, path),
    };
    try {
      return resultOf(evaluate(formula, scope), returnType);
    } catch (error) {
      if (error instanceof FormulaError) throwApex('System.FormulaEvaluationException', error.message);
      throw error;
    }
  }

  /** Without the global variables. */
  referencedFields(): ApexSet {
    const paths = namesIn(this.#built.formula).filter((path) => !isGlobal(path));
    const { program } = currentTransaction();
    return new ApexSet(
      program.setOf(program.type('String')),
      paths.map((path) => path.join('.')),
    );
  }

  #valueOf(context: Value, path: readonly string[]): FormulaValue {
    if (isGlobal(path)) return currentTransaction().data.formulaGlobal(path);
    const value = valueAt(context, path);
    const { nullIsZero, contextType } = this.#built;
    if (value !== null || !nullIsZero) return value;
    return NUMBERS.has(typeAt(contextType, path)?.name ?? '') ? 0 : null;
  }
}

function resultOf(value: FormulaValue, type: string): Value {
  if (value === null) return null;
  const result = CONVERSIONS[type]?.(value);
  if (result !== undefined) return result;
  return throwApex(
    'System.FormulaEvaluationException',
    `The formula's result is no ${type}: ${asText(value)}`,
  );
}

const ofNumber =
  (convert: (value: number) => Value) =>
  (value: FormulaValue): Value =>
    typeof value === 'number' ? convert(value) : undefined;

/** `undefined` for a value that does not fit. */
const CONVERSIONS: Readonly<Record<string, (value: FormulaValue) => Value>> = {
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : undefined),
  DATE: (value) => (value instanceof ApexDate ? value : undefined),
  DATETIME: (value) => (value instanceof ApexDatetime ? value : undefined),
  DECIMAL: ofNumber((value) => Decimal.of(value)),
  DOUBLE: ofNumber(double),
  ID: (value) => (typeof value === 'string' ? toId(value) : undefined),
  INTEGER: ofNumber((value) => Math.trunc(value) | 0),
  LONG: ofNumber((value) => BigInt(Math.trunc(value))),
  STRING: asText,
  TIME: (value) => (value instanceof ApexTime ? value : undefined),
};

export const formulaInstanceClass = libraryClass({
  name: 'FormulaEval.FormulaInstance',
  methods: {
    'evaluate(Object)': (instance: FormulaInstance, context) => instance.evaluate(context),
    'getReferencedFields()': (instance: FormulaInstance) => instance.referencedFields(),
  },
});
