/** The functions that choose inside a selector: `only` a member of a union, `one` element of a list. */
import type { ts } from 'ts-morph';
import type { ObjectTypeModel, PathStep, TypeRef, UnionTypeModel } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import type { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { Property } from './evaluate.ts';
import { shape, text, unexpected } from './expect.ts';
import { membersOf, reportUnknown } from './property-step.ts';
import type { Cursor } from './selector.ts';

type Choose = (
  ctx: ReadContext,
  types: ApiTypes,
  cursor: Cursor,
  before: ts.Expression,
  choice: ts.Expression,
) => Cursor | undefined;

/** `only(value, { tag: 'member' })`. */
export const chooseOnly: Choose = (ctx, types, cursor, before, choice) => {
  const union = cursor.type.kind === 'type' ? types.get(cursor.type.name) : undefined;
  if (union?.kind !== 'union') return reportNoUnion(ctx, before, cursor);
  const properties = shape(ctx, choice)?.properties;
  const [property] = properties ?? [];
  if (properties === undefined) return undefined;
  if (property?.name !== union.tag || properties.length > 1) return reportTag(ctx, choice, union);
  const value = text(ctx, property.value);
  const member = union.members.find((one) => one.value === value);
  if (value === undefined) return undefined;
  if (member === undefined) return reportMember(ctx, property.value, value, union);
  const step: PathStep = { kind: 'only', tag: union.tag, value, type: member.type };
  return {
    ...cursor,
    type: { kind: 'type', name: member.type },
    steps: [...cursor.steps, step],
    text: `${cursor.text}(${value})`,
  };
};

/** `one(list, { property: 'value' })`. */
export const chooseOne: Choose = (ctx, types, cursor, before, choice) => {
  const element =
    cursor.type.kind === 'array' && cursor.type.of.kind === 'type' ? cursor.type.of.name : undefined;
  if (element === undefined) return reportNoList(ctx, before, cursor);
  const properties = shape(ctx, choice)?.properties;
  if (properties === undefined) return undefined;
  if (properties.length === 0) return unexpected(ctx, choice, 'at least one property and its value');
  const values = properties.flatMap((property) => {
    const value = text(ctx, property.value);
    return value === undefined ? [] : [{ property, value }];
  });
  if (values.length < properties.length) return undefined;
  const type = narrowed(ctx, types, element, values);
  if (type === undefined) return undefined;
  const match = Object.fromEntries(values.map(({ property, value }) => [property.name, value]));
  return {
    ...cursor,
    type: { kind: 'type', name: type },
    steps: [...cursor.steps, { kind: 'one', match, type }],
    text: `${cursor.text}[${values.map(({ value }) => value).join(', ')}]`,
  };
};

interface Match {
  readonly property: Property;
  readonly value: string;
}

/** The type of the elements that match: a member of a union where only one can. */
function narrowed(
  ctx: ReadContext,
  types: ApiTypes,
  element: string,
  values: readonly Match[],
): string | undefined {
  const target = types.get(element);
  const all = target?.kind === 'union' ? membersOf(types, target).map(({ object }) => object) : [];
  const candidates = target?.kind === 'object' ? [target] : all;
  const left = values.reduce<readonly ObjectTypeModel[] | undefined>(
    (objects, match) => objects && filtered(ctx, types, element, objects, match),
    candidates,
  );
  const [first, ...others] = left ?? [];
  if (first === undefined) return undefined;
  return others.length === 0 ? first.name : element;
}

/** The object types that can have a value; reports where none can. */
function filtered(
  ctx: ReadContext,
  types: ApiTypes,
  element: string,
  objects: readonly ObjectTypeModel[],
  { property, value }: Match,
): readonly ObjectTypeModel[] | undefined {
  const properties = objects.flatMap((object) => object.properties);
  if (!properties.some(({ name }) => name === property.name))
    return reportUnknown(ctx, property.key, property.name, element, properties);
  const fitting = objects.filter((object) =>
    object.properties.some((one) => one.name === property.name && canBe(types, one.type, value)),
  );
  if (fitting.length > 0) return fitting;
  const values = properties.flatMap((one) =>
    one.name === property.name ? (textsOf(types, one.type) ?? []) : [],
  );
  return reportValue(ctx, property, value, new Set(values));
}

/** The texts that a type is limited to; undefined where it takes any text, nothing where it takes none. */
function textsOf(types: ApiTypes, type: TypeRef): readonly string[] | undefined {
  if (type.kind === 'literals') return type.values;
  if (type.kind === 'scalar') return ['string', 'text', 'id'].includes(type.scalar) ? undefined : [];
  const named = type.kind === 'type' ? types.get(type.name) : undefined;
  return named?.kind === 'enum' ? named.values : [];
}

const canBe = (types: ApiTypes, type: TypeRef, value: string): boolean =>
  textsOf(types, type)?.includes(value) ?? true;

function reportNoUnion(ctx: ReadContext, at: ts.Node, { text: path }: Cursor): undefined {
  ctx.report(codes.unionNotNarrowed, at, {
    what: `only() is used on "${path}", which is not one of several types.`,
    why: 'It chooses a member of a union by its tag.',
    fix: 'Leave only() out; for an element of a list use one().',
  });
}

function reportTag(ctx: ReadContext, at: ts.Node, union: UnionTypeModel): undefined {
  const values = union.members.map(({ value }) => `'${value}'`).join(' or ');
  ctx.report(codes.unionNotNarrowed, at, {
    what: `The members of ${union.name} are told apart by "${union.tag}" alone.`,
    why: 'Another property does not say which member is meant.',
    fix: `Write { ${union.tag}: … } with ${values}.`,
  });
}

function reportMember(ctx: ReadContext, at: ts.Node, value: string, union: UnionTypeModel): undefined {
  const values = union.members.map((member) => member.value);
  ctx.report(codes.unionNotNarrowed, at, {
    what: `${union.name} has no member "${value}".`,
    why: 'No object would ever be it.',
    fix: didYouMean(value, values, `Use one of: ${values.join(', ')}.`),
  });
}

function reportNoList(ctx: ReadContext, at: ts.Node, { text: path }: Cursor): undefined {
  ctx.report(codes.arrayNotChosen, at, {
    what: `one() is used on "${path}", which is no list of objects.`,
    why: 'It chooses the one element of a list that matches.',
    fix: 'Leave one() out; for a member of a union use only().',
  });
}

function reportValue(
  ctx: ReadContext,
  { name, value: at }: Property,
  value: string,
  values: ReadonlySet<string>,
): undefined {
  ctx.report(codes.typesDoNotFit, at, {
    what: `"${name}" is never "${value}".`,
    why: 'No element would ever match.',
    fix: didYouMean(value, values, `Use a value that the type of "${name}" allows.`),
  });
}
