/** The language's catalogue of standard objects, read from its text like any mapping. */
import { ts } from 'ts-morph';
import type { StandardFieldModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import { bare, evaluate, type Property } from './evaluate.ts';
import { shape } from './expect.ts';
import { standardFieldOf } from './fields.ts';

export class StandardCatalog {
  readonly #ctx: ReadContext;
  readonly #objects = new Map<string, Property>();

  /** `file` is the language's `standard.ts`; without it the catalogue is empty. */
  constructor(ctx: ReadContext, file: ts.SourceFile | undefined) {
    this.#ctx = ctx;
    const catalog = file && catalogIn(file);
    const value = catalog && evaluate(ctx, bare(catalog), 'the catalogue');
    if (value?.kind !== 'object') return;
    for (const property of value.properties) this.#objects.set(property.name, property);
  }

  get names(): IterableIterator<string> {
    return this.#objects.keys();
  }

  /** The fields of a standard object; undefined where the catalogue doesn't hold the object. */
  fieldsOf(object: string): StandardFieldModel[] | undefined {
    const property = this.#objects.get(object);
    if (property === undefined) return undefined;
    const fields = shape(this.#ctx, property.value);
    return fields?.properties.flatMap((field) => standardFieldOf(this.#ctx, field) ?? []);
  }
}

function catalogIn(file: ts.SourceFile): ts.Expression | undefined {
  return file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations)
    .find(({ name }) => ts.isIdentifier(name) && name.text === 'standardFields')?.initializer;
}
