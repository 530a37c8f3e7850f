import { Unsupported } from './faults.ts';

const FORMULA = /\{!([^}]*)\}/g;
const TOKEN =
  /\s*(?:\$Credential\.(?<credential>\w+)\.(?<parameter>\w+)|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<joint>[&+]))/y;

/**
 * A text with its formulas worked out: values of credentials and texts, joined by `&` or `+`.
 * Throws `Unsupported` for any other formula.
 */
export function mergeFormula(
  text: string,
  lookUp: (credential: string, parameter: string) => string,
): string {
  return text.replace(FORMULA, (whole, formula: string) => evaluate(formula.trim(), lookUp, whole));
}

function evaluate(
  formula: string,
  lookUp: (credential: string, parameter: string) => string,
  whole: string,
): string {
  let result = '';
  let expectsValue = true;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const parts = TOKEN.exec(formula)?.groups;
    if (!parts || (parts.joint === undefined) !== expectsValue)
      throw new Unsupported(`the formula ${whole} of a credential`);
    expectsValue = !expectsValue;
    if (parts.credential !== undefined) result += lookUp(parts.credential, parts.parameter ?? '');
    else result += parts.single ?? parts.double ?? '';
  }
  if (expectsValue) throw new Unsupported(`the formula ${whole} of a credential`);
  return result;
}
