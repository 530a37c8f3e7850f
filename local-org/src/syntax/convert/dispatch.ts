import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';

type ContextClass<C> = abstract new (...parameters: never[]) => C;

/** A table from the class of a grammar context to the function that builds from it. */
export class Dispatch<Rest extends unknown[], Result> {
  readonly #builders = new Map<unknown, (context: never, ...rest: Rest) => Result>();

  on<C extends ApexParserRuleContext>(
    type: ContextClass<C>,
    build: (context: C, ...rest: Rest) => Result,
  ): this {
    this.#builders.set(type, build);
    return this;
  }

  find(context: object): ((context: never, ...rest: Rest) => Result) | undefined {
    return this.#builders.get(context.constructor);
  }

  build(context: object, ...rest: Rest): Result {
    const build = this.find(context);
    if (!build) throw new Error(`The grammar gave ${context.constructor.name}, which nothing builds from.`);
    return build(context as never, ...rest);
  }
}
