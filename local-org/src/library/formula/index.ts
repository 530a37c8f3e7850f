import { functionProblem } from '../../data/formula/evaluate.ts';
import { isKnownGlobal } from '../../data/formula/globals.ts';
import { parseFormula, type Formula } from '../../data/formula/parse.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { EnumValue } from '../../values/enum.ts';
import type { ApexList } from '../../values/list.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type LibraryClass } from '../library.ts';
import type { TypeValue } from '../objects/type-value.ts';
import type { ObjectToken } from '../schema/tokens.ts';
import { FormulaInstance, formulaInstanceClass } from './instance.ts';
import { recalculateFormulas, recalculationClasses } from './recalculate.ts';
import { functionsIn, isGlobal, namesIn, typeAt } from './names.ts';

/** `FormulaEval.FormulaBuilder`: what a formula is for, until it is built. */
class FormulaBuilder extends PlatformObject {
  text: string | null = null;
  contextType: RuntimeType | null = null;
  returnType: string | null = null;
  /** `USER`, `LABEL`, ... */
  globals: readonly string[] = [];
  isTemplate = false;
  nullIsZero = false;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('FormulaEval.FormulaBuilder');
  }

  build(): FormulaInstance {
    const { text, contextType, returnType, nullIsZero } = this;
    if (text === null || text.trim() === '') invalid('The formula is missing.');
    if (contextType === null) invalid('The type that the formula is for is missing.');
    if (returnType === null) invalid('The type of the result is missing.');
    if (contextType.classInfo && contextType.classInfo.visibility !== 'global')
      invalid(`The class ${contextType.name} must be global.`);
    const formula = parsed(text, this.isTemplate);
    for (const name of functionsIn(formula)) {
      const problem = functionProblem(name);
      if (problem !== null) invalid(problem);
    }
    for (const path of namesIn(formula)) this.#check(path, contextType);
    return new FormulaInstance({ formula, contextType, returnType, nullIsZero });
  }

  #check(path: readonly string[], contextType: RuntimeType): void {
    const [first = ''] = path;
    const isKnown = isGlobal(path)
      ? this.globals.includes(first.slice(1).toUpperCase()) &&
        isKnownGlobal(path, currentTransaction().schema)
      : typeAt(contextType, path) !== null;
    if (!isKnown) invalid(`Field ${path.join('.')} does not exist. Check spelling.`);
  }
}

function parsed(text: string, isTemplate: boolean): Formula {
  try {
    return isTemplate ? template(text) : parseFormula(text);
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
}

/** `Dear {!Name}`: texts and formulas in turn, put together. */
function template(text: string): Formula {
  const parts = text
    .split(/\{!([^}]*)\}/)
    .map((part, at): Formula => (at % 2 === 0 ? { kind: 'literal', value: part } : parseFormula(part)));
  return parts.reduce((left, right) => ({ kind: 'call', name: '&', arguments: [left, right] }));
}

function invalid(message: string): never {
  return throwApex('System.FormulaValidationException', message);
}

const changed = (builder: FormulaBuilder, change: () => void): FormulaBuilder => {
  change();
  return builder;
};

/** Formulas in Apex; what they can do is what the formula fields of the local org can. */
export const classes: readonly LibraryClass[] = [
  formulaInstanceClass,
  libraryClass({ name: 'FormulaEval.FormulaReturnType', isEnum: true }),
  libraryClass({ name: 'FormulaEval.FormulaGlobal', isEnum: true }),
  libraryClass({
    name: 'System.Formula',
    statics: {
      'builder()': () => new FormulaBuilder(),
      'recalculateFormulas(List<SObject>)': recalculateFormulas,
    },
  }),
  ...recalculationClasses,
  libraryClass({
    name: 'FormulaEval.FormulaBuilder',
    methods: {
      'build()': (builder: FormulaBuilder) => builder.build(),
      'parseAsTemplate(Boolean)': (builder: FormulaBuilder, isOn: boolean | null) =>
        changed(builder, () => (builder.isTemplate = isOn === true)),
      'treatNumericNullAsZero(Boolean)': (builder: FormulaBuilder, isOn: boolean | null) =>
        changed(builder, () => (builder.nullIsZero = isOn === true)),
      'withFormula(String)': (builder: FormulaBuilder, text: string | null) =>
        changed(builder, () => (builder.text = text)),
      'withGlobalVariables(List<FormulaEval.FormulaGlobal>)': (
        builder: FormulaBuilder,
        globals: ApexList | null,
      ) =>
        changed(builder, () => {
          builder.globals = (globals?.items ?? []).map((one: EnumValue) => one.name);
        }),
      'withReturnType(FormulaEval.FormulaReturnType)': (builder: FormulaBuilder, type: EnumValue | null) =>
        changed(builder, () => (builder.returnType = type?.name ?? null)),
      'withType(Type)': (builder: FormulaBuilder, type: TypeValue | null) =>
        changed(builder, () => (builder.contextType = type?.type ?? null)),
      'withType(Schema.SObjectType)': (builder: FormulaBuilder, token: ObjectToken | null) =>
        changed(builder, () => {
          builder.contextType = token && currentTransaction().program.recordType(token.object.name);
        }),
    },
  }),
];
