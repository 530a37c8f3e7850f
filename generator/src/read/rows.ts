/** Decodes the rows of a mapping: one Salesforce field, one billing property, and who owns the value. */
import type { ts } from 'ts-morph';
import type { PathModel, RowModel, ValueMapModel } from '../model/model.ts';
import { checkConversion, checkDirect, checkLink, checkValueMap } from './check-fit.ts';
import { codes } from './codes.ts';
import { conditionsOf, fieldNamed } from './conditions.ts';
import type { ReadContext } from './context.ts';
import { conversionOf, type ConversionModel } from './conversions.ts';
import { docOf } from './docs.ts';
import { evaluate, type Call, type Property } from './evaluate.ts';
import { call, options, present, type Shape } from './expect.ts';
import type { MappingScope } from './mapping-scope.ts';
import type { MappableField } from './objects.ts';
import type { MappingHeader } from './system-index.ts';

const rowFunctions = ['fromSalesforce', 'fromBilling', 'shared', 'linked', 'linkedToOwn', 'dynamic'];

/** Where a row stands: its field, and the nodes that carry its place and its TSDoc. */
interface Place {
  readonly field: MappableField;
  readonly key: ts.Node;
  readonly documented: ts.Node;
}

/** The rows of one property of `fields`: one, or a list of them. */
export function rowsOf(ctx: ReadContext, scope: MappingScope, property: Property): RowModel[] {
  const field =
    property.name === 'Name' ? scope.nameField(ctx, property) : fieldNamed(ctx, scope.object, property);
  const value = evaluate(ctx, property.value, 'a row, or a list of rows in square brackets');
  if (value.kind !== 'array')
    return rowOf(ctx, scope, field, { key: property.key, documented: property.node }, property.value);
  return value.items.flatMap((item) => rowOf(ctx, scope, field, { key: item, documented: item }, item));
}

/** The call that makes the row, without the `dynamic` around it. */
function rowCall(ctx: ReadContext, node: ts.Expression): { made: Call; dynamic?: Call } | undefined {
  const outer = call(ctx, node, rowFunctions, 'a row');
  if (outer?.name !== 'dynamic') return outer && { made: outer };
  const [inside] = outer.args;
  const made = inside && call(ctx, inside, rowFunctions.slice(0, -1), 'a row');
  return made && { made, dynamic: outer };
}

function rowOf(
  ctx: ReadContext,
  scope: MappingScope,
  field: MappableField | undefined,
  at: Omit<Place, 'field'>,
  node: ts.Expression,
): RowModel[] {
  const reports = ctx.reports;
  const found = rowCall(ctx, node);
  const place = field && { field, ...at };
  const row = found && decodeRow(ctx, scope, place, found.made);
  if (place && found) checkDynamic(ctx, place, found.dynamic);
  // A helper constant may be wrong in another place; the type checker would blame the row.
  if (ctx.reports > reports) ctx.cover(at.key);
  return row === undefined ? [] : [row];
}

/** A row's call, read as far as all rows are alike. What is absent could not be read. */
interface Draft {
  readonly place: Place | undefined;
  readonly made: Call;
  readonly options: Shape;
  readonly path: PathModel | undefined;
}

function decodeRow(
  ctx: ReadContext,
  scope: MappingScope,
  place: Place | undefined,
  made: Call,
): RowModel | undefined {
  const [selector] = made.args;
  const path = selector && scope.path(ctx, selector);
  const more = options(ctx, made, made.name === 'linked' ? 2 : 1);
  const particularParts = made.name.startsWith('linked') ? linkedParts : valueParts;
  const particular = particularParts(ctx, scope, { place, made, options: more, path });
  const when = conditionsOf(ctx, scope.object, more.node('when'));
  const onCreateOnly = more.flag('onCreateOnly') ?? false;
  if (place === undefined || path === undefined || particular === undefined) return undefined;
  return present({
    field: place.field.name,
    ...particular,
    path,
    dynamic: 'feature' in place.field ? place.field.feature : undefined,
    when,
    onCreateOnly,
    doc: docOf(place.documented).text,
    source: ctx.sourceOf(place.key),
  });
}

type Particular = Pick<RowModel, 'owner' | 'convert' | 'values' | 'conflict' | 'link'>;

const owners: Readonly<Record<string, RowModel['owner']>> = {
  fromSalesforce: 'salesforce',
  fromBilling: 'billing',
  shared: 'shared',
};

/** What a row has that carries a value. */
function valueParts(ctx: ReadContext, scope: MappingScope, draft: Draft): Particular | undefined {
  const owner = owners[draft.made.name];
  const convertNode = draft.options.node('convert');
  const valuesNode = draft.options.node('values');
  const convert = convertNode && conversionOf(ctx, convertNode);
  const values = valuesNode && scope.system.valueMap(ctx, valuesNode);
  if ((convertNode && !convert) || (valuesNode && !values)) return undefined;
  checkValue(ctx, scope, draft, convert, values);
  const conflict = draft.options.choice('conflict', ['ask', 'salesforceWins', 'billingWins']);
  return owner && present({ owner, convert: convert?.name, values: values?.name, conflict });
}

function checkValue(
  ctx: ReadContext,
  { types }: MappingScope,
  { place, path }: Draft,
  convert: ConversionModel | undefined,
  values: ValueMapModel | undefined,
): void {
  if (place === undefined || path === undefined) return;
  if (convert) checkConversion(ctx, types, place, path, convert);
  else if (values) checkValueMap(ctx, types, place, path, values);
  else checkDirect(ctx, types, place, path);
}

/** The mapping whose links a linked row goes by. */
function linkTarget(
  ctx: ReadContext,
  scope: MappingScope,
  { name, args: [, node] }: Call,
): MappingHeader | undefined {
  if (name === 'linkedToOwn') return scope.header;
  return node && scope.system.mapping(ctx, node);
}

/** What a row has that carries the id of a linked record. */
function linkedParts(
  ctx: ReadContext,
  scope: MappingScope,
  { place, made, options: more, path }: Draft,
): Particular | undefined {
  const target = linkTarget(ctx, scope, made);
  const owner = more.choice('owner', ['salesforce', 'billing']);
  if (place && path && target) checkLink(ctx, place, path, target);
  if (target === undefined || owner === undefined) return undefined;
  if (owner === 'salesforce') scope.needs(target, made.node.expression);
  return { owner, link: target.type };
}

function checkDynamic(ctx: ReadContext, { field, key }: Place, dynamic: Call | undefined): void {
  const feature = 'feature' in field ? field.feature : undefined;
  if (feature !== undefined && dynamic === undefined)
    ctx.report(codes.notDynamic, key, {
      what: `${field.name} exists only with the feature ${feature}.`,
      why: 'Apex that names such a field could not be installed in orgs without the feature.',
      fix: 'Put dynamic( … ) around the row; the field is then read through describe.',
    });
  if (feature === undefined && dynamic !== undefined)
    ctx.report(codes.needlesslyDynamic, dynamic.node.expression, {
      what: `${field.name} exists in every org.`,
      why: 'Reading it through describe is slower, and a misspelt name would show only at run time.',
      fix: 'Leave dynamic() out.',
    });
}
