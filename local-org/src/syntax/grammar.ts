import {
  ApexErrorListener,
  ApexLexer,
  ApexParserFactory,
  ApexSyntaxError,
  ThrowingErrorListener,
} from '@apexdevtools/apex-parser';
import type { ApexParser, ApexToken, ApexTokenStream } from '@apexdevtools/apex-parser';
import { reportErrors } from './errors.ts';
import type { GrammarError } from './errors.ts';
import type { Source } from './source.ts';
import { takeShortcuts } from './shortcuts.ts';
import { repairTokens } from './tokens.ts';

/** `PredictionMode.SLL`: several times faster, but may refuse what full prediction accepts. */
const FAST = 0;

const ENDS: ReadonlySet<number> = new Set([ApexLexer.SEMI, ApexLexer.LBRACE, ApexLexer.RBRACE]);

/** What the stream has at run time; its declarations leave it out. */
type OpenStream = ApexTokenStream & { fill(): void; seek(index: number): void; tokens: ApexToken[] };

/** What the prediction has at run time: called when no alternative goes on at the stream's place. */
interface OpenPrediction {
  noViableAlt(...given: unknown[]): { readonly offendingToken: ApexToken };
}

/** What the recovery from errors has at run time: drops the current token when the next one fits. */
interface OpenRecovery {
  singleTokenDeletion(parser: ApexParser): ApexToken | null;
}

class Collector extends ApexErrorListener {
  readonly errors: GrammarError[] = [];
  /** How far prediction came: where it fails is nearer to the mistake than where parsing then stops. */
  #deadEnd: ApexToken | null = null;

  watch(prediction: OpenPrediction): void {
    const original = prediction.noViableAlt.bind(prediction);
    prediction.noViableAlt = (...given) => {
      const error = original(...given);
      const token = error.offendingToken;
      if (!this.#deadEnd || token.tokenIndex > this.#deadEnd.tokenIndex) this.#deadEnd = token;
      return error;
    };
  }

  override syntaxError(
    recognizer: Parameters<ApexErrorListener['syntaxError']>[0],
    symbol: ApexToken | number | null,
    line: number,
    column: number,
    message: string,
  ): void {
    const stopped = symbol !== null && typeof symbol === 'object' ? symbol : null;
    if (!stopped) {
      this.errors.push({ token: null, line, column, message, expected: [] });
      return;
    }
    const further = this.#deadEnd && this.#deadEnd.tokenIndex > stopped.tokenIndex ? this.#deadEnd : null;
    const expected = further ? [] : expectedTokens(recognizer as unknown as ApexParser);
    const token = further ?? stopped;
    this.errors.push({ token, line: token.line, column: token.column, message, expected });
  }

  apexSyntaxError(): void {
    throw new Error('syntaxError is handled above.');
  }
}

/**
 * Parses by one rule of the grammar, which must take all of the text. Null when the text is wrong, and then at
 * least one error has been reported.
 * @param input the text as the grammar's lexer shall see it; the same length as the source's text plus its shift.
 */
export function runGrammar<T>(input: string, rule: (parser: ApexParser) => T, source: Source): T | null {
  const listener = new Collector();
  const lexer = ApexParserFactory.createLexer(input);
  lexer.addErrorListener(listener);
  const stream = ApexParserFactory.createTokenStream(lexer) as OpenStream;
  stream.fill();
  repairTokens(stream.tokens);
  const tree = listener.errors.length === 0 ? parseFast(stream, rule) : null;
  if (tree !== null) return tree;
  const slow = parseFully(stream, rule, listener);
  if (listener.errors.length === 0) return slow;
  reportErrors(listener.errors, stream.tokens, source);
  return null;
}

function parseFast<T>(stream: OpenStream, rule: (parser: ApexParser) => T): T | null {
  const parser = ApexParserFactory.createParser(stream);
  parser._interp.predictionMode = FAST;
  takeShortcuts(parser);
  parser.addErrorListener(ThrowingErrorListener.INSTANCE);
  try {
    return rule(parser);
  } catch (error) {
    if (error instanceof ApexSyntaxError) return null;
    throw error;
  }
}

function parseFully<T>(stream: OpenStream, rule: (parser: ApexParser) => T, listener: Collector): T {
  stream.seek(0);
  const parser = ApexParserFactory.createParser(stream);
  parser.addErrorListener(listener);
  listener.watch(parser._interp as unknown as OpenPrediction);
  keepEnds(parser._errHandler as unknown as OpenRecovery);
  return rule(parser);
}

/** What ends a statement or a block is never dropped: the next one would be read as part of the broken one. */
function keepEnds(recovery: OpenRecovery): void {
  const original = recovery.singleTokenDeletion.bind(recovery);
  recovery.singleTokenDeletion = (parser) =>
    ENDS.has(parser.getCurrentToken().type) ? null : original(parser);
}

/** Nothing when the rule is already over. */
function expectedTokens(parser: ApexParser): number[] {
  if (parser.state < 0) return [];
  const types: number[] = [];
  for (const { start, stop } of parser.getExpectedTokens().intervals ?? []) {
    for (let type = start; type < stop; type++) types.push(type);
  }
  return types;
}
