/** One step of a selector: from a type to a property of it. */
import type { ts } from 'ts-morph';
import type { MarkModel, ObjectTypeModel, PropertyModel, TypeRef, UnionTypeModel } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import type { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { leastCertain } from './marks.ts';
import type { Cursor } from './selector.ts';
import { nameOfType } from './type-names.ts';

export interface PropertyStep {
  /** The type that has the property. */
  readonly of: string;
  readonly type: TypeRef;
  readonly mark: MarkModel;
  readonly optional: boolean;
  readonly readOnly: boolean;
}

/** The property `name` of the type that a selector has come to; `key` is its place. */
export function propertyOf(
  ctx: ReadContext,
  types: ApiTypes,
  { type, text }: Cursor,
  key: ts.Node,
  name: string,
): PropertyStep | undefined {
  if (type.kind === 'array') return reportArray(ctx, key, text, name);
  const target = type.kind === 'type' ? types.get(type.name) : undefined;
  if (target?.kind === 'object') return objectProperty(ctx, target, key, name);
  if (target?.kind === 'union') return unionProperty(ctx, types, target, key, name, text);
  ctx.report(codes.unknownPath, key, {
    what: `"${text}" is ${nameOfType(type)} and has no "${name}".`,
    why: 'Only objects have properties.',
    fix: 'End the selector before it.',
  });
  return undefined;
}

const step = (of: string, property: PropertyModel): PropertyStep => ({
  of,
  type: property.type,
  mark: property.mark,
  optional: property.optional || property.nullable,
  readOnly: property.readOnly,
});

function objectProperty(
  ctx: ReadContext,
  target: ObjectTypeModel,
  key: ts.Node,
  name: string,
): PropertyStep | undefined {
  const property = target.properties.find((one) => one.name === name);
  if (property) return step(target.name, property);
  return reportUnknown(ctx, key, name, target.name, target.properties);
}

/** A property that all members of a union have alike can be read without choosing one. */
function unionProperty(
  ctx: ReadContext,
  types: ApiTypes,
  union: UnionTypeModel,
  key: ts.Node,
  name: string,
  text: string,
): PropertyStep | undefined {
  const members = membersOf(types, union);
  const having = members.filter(({ object }) => object.properties.some((one) => one.name === name));
  const steps = having.flatMap(({ object }) =>
    object.properties.filter((one) => one.name === name).map((property) => step(union.name, property)),
  );
  const [first, ...others] = steps;
  if (first === undefined)
    return reportUnknown(
      ctx,
      key,
      name,
      union.name,
      members.flatMap(({ object }) => object.properties),
    );
  const alike = others.every((other) => JSON.stringify(other.type) === JSON.stringify(first.type));
  if (having.length < members.length || !alike)
    return reportUnion(
      ctx,
      key,
      name,
      text,
      union,
      having.map(({ value }) => value),
    );
  return {
    ...first,
    mark: leastCertain(steps.map(({ mark }) => mark)),
    optional: steps.some(({ optional }) => optional),
    readOnly: steps.some(({ readOnly }) => readOnly),
  };
}

/** The members of a union with their tags. */
export function membersOf(
  types: ApiTypes,
  union: UnionTypeModel,
): { readonly value: string; readonly object: ObjectTypeModel }[] {
  return union.members.flatMap(({ value, type }) => {
    const object = types.get(type);
    return object?.kind === 'object' ? [{ value, object }] : [];
  });
}

/** Reports a property that a billing type doesn't have. */
export function reportUnknown(
  ctx: ReadContext,
  key: ts.Node,
  name: string,
  typeName: string,
  properties: readonly PropertyModel[],
): undefined {
  const names = new Set(properties.map((property) => property.name));
  ctx.report(codes.unknownPath, key, {
    what: `${typeName} has no property "${name}".`,
    why: 'Only what the types of the billing API declare can be read or written.',
    fix: didYouMean(name, names, `Use a property of ${typeName}, or declare it there with its mark.`),
  });
}

function reportArray(ctx: ReadContext, key: ts.Node, text: string, name: string): undefined {
  ctx.report(codes.arrayNotChosen, key, {
    what: `"${text}" is a list, and nothing says whose "${name}" is meant.`,
    why: 'A field holds one value, so that one element has to be chosen.',
    fix: 'Choose an element: one(list, { property: value }) by what it holds, or first(list).',
  });
}

function reportUnion(
  ctx: ReadContext,
  key: ts.Node,
  name: string,
  text: string,
  union: UnionTypeModel,
  values: readonly string[],
): undefined {
  const [value = ''] = values;
  ctx.report(codes.unionNotNarrowed, key, {
    what: `"${name}" is not the same in all members of ${union.name}.`,
    why: `"${text}" is one of several types, and the mapping has to say for which of them the row is.`,
    fix: `Choose the member: only(…, { ${union.tag}: '${value}' }).${name}.`,
  });
}
