/** Decodes the objects of the package: custom objects, custom metadata types, and standard objects with our fields. */
import type { ts } from 'ts-morph';
import type { StandardObjectName } from '../../language/standard.ts';
import type {
  FieldModel,
  ListViewModel,
  MetadataTypeModel,
  ObjectModel,
  StandardFieldModel,
  StandardObjectModel,
} from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { Declaration } from './declarations.ts';
import { docOf, documentedNode } from './docs.ts';
import { evaluate, type Property } from './evaluate.ts';
import { choice, options, present, shape, type Shape, text, texts, unknownName } from './expect.ts';
import { fieldOf } from './fields.ts';
import { requireDoc } from './require-doc.ts';
import type { StandardCatalog } from './standard.ts';

/** What every declaration has. */
export function declaredParts(
  ctx: ReadContext,
  { node, name }: Declaration,
  use: string,
): { doc: string; source: ReturnType<ReadContext['sourceOf']> } {
  const doc = docOf(documentedNode(node)).text;
  requireDoc(ctx, doc, node.name, `"${name}"`, use);
  return { doc, source: ctx.sourceOf(node.name) };
}

/** The text that a declaring call has as its first argument. */
export function nameOf(ctx: ReadContext, { call }: Declaration): string | undefined {
  return call.args[0] && text(ctx, call.args[0]);
}

function fieldsOf(ctx: ReadContext, fields: Shape | undefined): FieldModel[] {
  return fields?.properties.flatMap((property) => fieldOf(ctx, property) ?? []) ?? [];
}

/** Names of an object's fields, in a place that takes nothing else. */
class FieldNames {
  readonly #object: string;
  readonly #fields: ReadonlySet<string>;

  constructor(object: string, fields: readonly FieldModel[]) {
    this.#object = object;
    this.#fields = new Set(fields.map((field) => field.name));
  }

  decoder(...others: readonly string[]) {
    return (ctx: ReadContext, node: ts.Expression): string | undefined => {
      const name = text(ctx, node);
      if (name === undefined || this.#fields.has(name) || others.includes(name)) return name;
      return unknownName(ctx, node, name, this.#object, [...this.#fields, ...others], {
        code: codes.unknownField,
        why: 'A page or a list can only show what there is.',
        fix: 'Use a field that the object declares.',
      });
    };
  }
}

const operations = ['equals', 'notEqual', 'greaterThan', 'lessThan'] as const;

function listViewOf(ctx: ReadContext, node: ts.Expression, names: FieldNames): ListViewModel | undefined {
  const view = shape(ctx, node);
  if (view === undefined) return undefined;
  const standard = ['NAME', 'CREATED_DATE', 'LAST_UPDATE', 'OWNER.ALIAS'];
  return {
    name: view.text('name') ?? '',
    label: view.text('label') ?? '',
    columns: view.list('columns', 'columns', names.decoder(...standard)),
    filters: view.list('filters', 'filters', (_ctx, element) => {
      const filter = shape(ctx, element);
      return {
        field: filter?.get('field', names.decoder()) ?? '',
        operation: filter?.choice('operation', operations) ?? '',
        value: filter?.text('value') ?? '',
      };
    }),
  };
}

function pageOf(page: Shape | undefined, names: FieldNames): ObjectModel['page'] {
  const sections = page?.list('sections', 'sections', (ctx, element) => {
    const section = shape(ctx, element);
    const fields = section?.list('fields', 'fields', names.decoder('Name')) ?? [];
    return { label: section?.text('label') ?? '', fields };
  });
  return present({
    sections: sections ?? [],
    relatedLists: page?.texts('relatedLists') ?? [],
    components: page?.get('components', texts),
  });
}

function nameFieldOf(field: Shape | undefined): ObjectModel['nameField'] {
  const label = field?.text('label') ?? '';
  const format = field?.text('format');
  const type = field?.get('type', (ctx, node) => choice(ctx, node, ['AutoNumber', 'Text']));
  return type === 'AutoNumber' ? { type, label, format: format ?? '' } : { type: 'Text', label };
}

export function customObjectOf(ctx: ReadContext, declaration: Declaration): ObjectModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the object');
  if (name === undefined) return undefined;
  const object = options(ctx, declaration.call, 1);
  const fields = fieldsOf(ctx, object.shape('fields'));
  const names = new FieldNames(name, fields);
  return present({
    name,
    label: object.text('label') ?? '',
    plural: object.text('plural') ?? '',
    nameField: nameFieldOf(object.shape('nameField')),
    sharing: object.choice('sharing', ['Private', 'Read', 'ReadWrite', 'ControlledByParent']) ?? 'Private',
    tab: object.text('tab'),
    history: object.flag('history') ?? false,
    fields,
    compact: object.list('compact', 'fields', names.decoder('Name')),
    search: object.list('search', 'fields', names.decoder('NAME')),
    listViews: object.list('listViews', 'list views', (_ctx, node) => listViewOf(ctx, node, names)),
    listButtons: object.get('listButtons', texts),
    page: pageOf(object.shape('page'), names),
    ...parts,
  });
}

export function metadataTypeOf(ctx: ReadContext, declaration: Declaration): MetadataTypeModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the description of the type');
  if (name === undefined) return undefined;
  const type = options(ctx, declaration.call, 1);
  return {
    name,
    label: type.text('label') ?? '',
    plural: type.text('plural') ?? '',
    visibility: type.choice('visibility', ['Public', 'Protected']) ?? 'Protected',
    fields: fieldsOf(ctx, type.shape('fields')),
    ...parts,
  };
}

export function standardObjectOf(
  ctx: ReadContext,
  declaration: Declaration,
  catalog: StandardCatalog,
): StandardObjectModel | undefined {
  const name = nameOf(ctx, declaration);
  const parts = declaredParts(ctx, declaration, 'the reason why the package touches the object');
  if (name === undefined) return undefined;
  const object = options(ctx, declaration.call, 1);
  const fields = object.shape('added');
  for (const part of [object.properties, ...(fields?.properties ?? []).map((one) => optionsOf(ctx, one))])
    reportHistory(ctx, name, part);
  const added = fieldsOf(ctx, fields);
  const standardFields = catalog.fieldsOf(name);
  if (standardFields === undefined) return unknownStandardObject(ctx, declaration, name, catalog);
  return { name: name as StandardObjectName, standardFields, added, ...parts };
}

/** The options of a field's call, which are its last argument. */
function optionsOf(ctx: ReadContext, { value: node }: Property): readonly Property[] {
  const value = evaluate(ctx, node, 'a field');
  const last = value.kind === 'call' ? value.args.at(-1) : undefined;
  const given = last && evaluate(ctx, last, 'an object in braces');
  return given?.kind === 'object' ? given.properties : [];
}

/** The language has no place for it, so the type checker would only say that it does not know the word. */
function reportHistory(ctx: ReadContext, object: string, properties: readonly Property[]): void {
  for (const { name, key } of properties.filter((one) => ['history', 'trackHistory'].includes(one.name)))
    ctx.report(codes.historyOfStandard, key, {
      what: `"${name}" would track the history of ${object}, a standard object.`,
      why: 'Which fields of a standard object are tracked is each org’s choice, and its allowance of twenty is used up by it.',
      fix: 'Leave it out. Only objects of our own say "history".',
    });
}

function unknownStandardObject(
  ctx: ReadContext,
  { call, node }: Declaration,
  name: string,
  catalog: StandardCatalog,
): undefined {
  ctx.report(codes.unknownObject, call.args[0] ?? node, {
    what: `The language knows no standard object "${name}".`,
    why: 'Its fields and their types have to be known, so that mappings can be checked.',
    fix: didYouMean(name, catalog.names, 'Or add it to generator/language/standard.ts.'),
  });
}

/** Fields of an object that mappings can name. */
export type MappableField = FieldModel | StandardFieldModel;
