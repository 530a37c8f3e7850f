/** Decodes the rows of a mapping: one Salesforce field, one billing property, and who owns the value. */
import type { ts } from 'ts-morph';
import type { PathModel, RowModel } from '../model/model.ts';
import { checkConversion, checkDirect, checkLink, checkValueMap } from './check-fit.ts';
import { codes } from './codes.ts';
import { conditionsOf, fieldNamed } from './conditions.ts';
import type { ReadContext } from './context.ts';
import { conversionOf } from './conversions.ts';
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
    return rowOf(ctx, scope, { field, key: property.key, documented: property.node }, property.value);
  return value.items.flatMap((item) => rowOf(ctx, scope, { field, key: item, documented: item }, item));
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
  { field, key, documented }: Omit<Place, 'field'> & { readonly field: MappableField | undefined },
  node: ts.Expression,
): RowModel[] {
  const reports = ctx.reports;
  const found = rowCall(ctx, node);
  const [selector] = found?.made.args ?? [];
  const path = selector && scope.path(ctx, selector);
  const place = field && { field, key, documented };
  const row = found && decodeRow(ctx, scope, place, found.made, path);
  if (place && found) checkDynamic(ctx, place, found.dynamic);
  // A helper constant may be wrong in another place; the type checker would blame the row.
  if (ctx.reports > reports) ctx.cover(key);
  return row === undefined ? [] : [row];
}

function decodeRow(
  ctx: ReadContext,
  scope: MappingScope,
  place: Place | undefined,
  made: Call,
  path: PathModel | undefined,
): RowModel | undefined {
  const more = options(ctx, made, made.name === 'linked' ? 2 : 1);
  const parts = made.name.startsWith('linked') ? linkedParts : valueParts;
  const particular = parts(ctx, scope, place, made, more, path);
  const when = conditionsOf(ctx, scope.object, more.node('when'));
  const onCreateOnly = more.flag('onCreateOnly') ?? false;
  if (place === undefined || path === undefined || particular === undefined) return undefined;
  return present({
    field: place.field.name,
    path,
    dynamic: 'feature' in place.field ? place.field.feature : undefined,
    ...particular,
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
function valueParts(
  ctx: ReadContext,
  scope: MappingScope,
  place: Place | undefined,
  made: Call,
  more: Shape,
  path: PathModel | undefined,
): Particular | undefined {
  const owner = owners[made.name];
  const convertNode = more.node('convert');
  const valuesNode = more.node('values');
  const convert = convertNode && conversionOf(ctx, convertNode);
  const values = valuesNode && scope.system.valueMap(ctx, valuesNode);
  if (place && path) {
    if (convert) checkConversion(ctx, scope.types, place, path, convert);
    else if (values) checkValueMap(ctx, scope.types, place, path, values);
    else if (!convertNode && !valuesNode) checkDirect(ctx, scope.types, place, path);
  }
  const broken = (convertNode && !convert) || (valuesNode && !values);
  if (owner === undefined || broken) return undefined;
  const conflict = more.choice('conflict', ['ask', 'salesforceWins', 'billingWins']);
  return present({ owner, convert: convert?.name, values: values?.name, conflict });
}

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
  place: Place | undefined,
  made: Call,
  more: Shape,
  path: PathModel | undefined,
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
