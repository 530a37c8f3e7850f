import { ApexLexer, ApexParser } from '@apexdevtools/apex-parser';
import type { ApexTokenStream } from '@apexdevtools/apex-parser';

/** The grammar as the parser has it at run time; the parser's declarations leave it out. */
export interface OpenSimulator {
  readonly atn: { readonly decisionToState: readonly Decision[] };
  adaptivePredict(input: ApexTokenStream, decision: number, context: unknown): number;
}

interface State {
  readonly transitions: readonly Transition[];
}

/** A state with several ways on, called alternatives and numbered from 1. */
interface Decision extends State {
  readonly ruleIndex: number;
  /** Says of the loop of a left-recursive rule whether it goes on. */
  readonly isPrecedenceDecision?: boolean | null;
}

interface Transition {
  readonly target: State;
  /** Of a transition into another rule: which, and where it goes on afterwards. */
  readonly ruleIndex?: number;
  readonly followState?: State;
  /** Of one into a left-recursive rule, and of one that asks how tightly an operator binds. */
  readonly precedence?: number;
  /** Of one that takes a token. */
  readonly label: { readonly intervals: readonly { readonly start: number; readonly stop: number }[] } | null;
}

/** The alternative that the next tokens call for; null when they do not settle it. */
type Shortcut = (input: ApexTokenStream, parser: ApexParser) => number | null;

/**
 * Lets a parser decide by a glance at the next tokens where that is enough. The grammar's own prediction reads on for as
 * long as two alternatives fit, e.g. to the end of `List<Map<Id, Account>> name`, and works out every step that it has
 * not met before: most of the time of a first parse. A shortcut only chooses the way; what does not fit there is an
 * error, as ever.
 */
export function takeShortcuts(parser: ApexParser): void {
  const simulator = parser._interp as unknown as OpenSimulator;
  const shortcuts = (known ??= findShortcuts(simulator.atn.decisionToState));
  const predict = simulator.adaptivePredict.bind(simulator);
  simulator.adaptivePredict = (input, decision, context) =>
    shortcuts[decision]?.(input, parser) ?? predict(input, decision, context);
}

/** By number of the decision. */
let known: readonly (Shortcut | undefined)[] | null = null;

function findShortcuts(decisions: readonly Decision[]): (Shortcut | undefined)[] {
  const operators = decisions.find(({ transitions }) => transitions.every(asksPrecedence));
  const operatorFollows = operators ? operatorShortcut(operators) : undefined;
  return decisions.map((decision) => {
    const begins = firstRule(decision);
    switch (decision.ruleIndex) {
      case ApexParser.RULE_typeName:
        return begins === ApexParser.RULE_typeArguments ? argumentsFollow : undefined;
      case ApexParser.RULE_typeRef:
        return innerTypeFollows;
      case ApexParser.RULE_primary:
        return plainName;
      case ApexParser.RULE_expression:
        if (decision.isPrecedenceDecision) return operatorFollows;
        if (begins === ApexParser.RULE_dotMethodCall) return memberIsCalled;
        return begins === ApexParser.RULE_primary ? primaryOrCall : undefined;
      default:
        return undefined;
    }
  });
}

/** The rule that the first alternative begins with. */
function firstRule(decision: Decision): number | undefined {
  let way = decision.transitions[0];
  while (way && !way.followState && !way.label) way = way.target.transitions[0];
  return way?.ruleIndex;
}

/** `List<...>` of a type is never a comparison. */
const argumentsFollow: Shortcut = (input) => (input.LA(1) === ApexLexer.LT ? 1 : 2);

/** `Outer.Inner`, and not the end of `Outer.class`. */
const innerTypeFollows: Shortcut = (input) =>
  input.LA(1) === ApexLexer.DOT && input.LA(2) !== ApexLexer.CLASS ? 1 : 2;

/** `a.b(...)` or `a.b`. */
const memberIsCalled: Shortcut = (input) => (input.LA(2) === ApexLexer.LPAREN ? 1 : 2);

const PREFIXES: ReadonlySet<number> = new Set([
  ApexLexer.ADD,
  ApexLexer.BANG,
  ApexLexer.DEC,
  ApexLexer.INC,
  ApexLexer.LPAREN,
  ApexLexer.NEW,
  ApexLexer.SUB,
  ApexLexer.TILDE,
]);

/** What begins an expression: `f(...)` or a name, literal or query. */
const primaryOrCall: Shortcut = (input) => {
  if (PREFIXES.has(input.LA(1))) return null;
  return input.LA(2) === ApexLexer.LPAREN ? 2 : 1;
};

/** The alternative of a name that stands for a value. */
const NAME = 6;

/** `a` and the `a` of `a.b.c`, unless it could be the beginning of `a.b.class`, `a<b>.class` or `a[].class`. */
const plainName: Shortcut = (input) => {
  if (input.LA(1) !== ApexLexer.Identifier) return null;
  let next = 2;
  for (; input.LA(next) === ApexLexer.DOT; next += 2) {
    if (input.LA(next + 1) === ApexLexer.CLASS) return null;
  }
  const end = input.LA(next);
  return end === ApexLexer.LT || end === ApexLexer.LBRACK ? null : NAME;
};

/** Does the expression go on with an operator that binds tightly enough? `<` and `>` may be parts of others. */
function operatorShortcut(operators: Decision): Shortcut {
  const strengths = new Map<number, number>();
  for (const way of operators.transitions) {
    const question = precedenceOf(way);
    if (question) for (const token of tokensAt(question.target)) strengths.set(token, question.precedence);
  }
  return (input, parser) => {
    const next = input.LA(1);
    if (next === ApexLexer.LT || next === ApexLexer.GT) return null;
    const strength = strengths.get(next);
    return strength !== undefined && parser.precpred(parser._ctx, strength) ? 1 : 2;
  };
}

function asksPrecedence(way: Transition): boolean {
  return precedenceOf(way) !== null;
}

/** What an alternative of a left-recursive rule begins with: the question how tightly its operator binds. */
function precedenceOf(way: Transition): { precedence: number; target: State } | null {
  const [question] = way.target.transitions;
  if (!question || question.followState || question.precedence === undefined) return null;
  return { precedence: question.precedence, target: question.target };
}

/** The tokens that can come first at a place. */
function tokensAt(state: State): number[] {
  return state.transitions.flatMap(({ label, target }) => {
    if (!label) return tokensAt(target);
    return label.intervals.flatMap(({ start, stop }) =>
      Array.from({ length: stop - start }, (_, index) => start + index),
    );
  });
}
