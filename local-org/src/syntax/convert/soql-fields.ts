import type {
  ApexParserRuleContext,
  CoordinateValueContext,
  DateFieldNameContext,
  FieldNameContext,
  LocationValueContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import type { FieldPath, SoqlFunction, SoqlFunctionArgument } from '../soql.ts';
import type { Source } from '../source.ts';
import type { QueryBinds } from './soql.ts';
import { buildBind, buildSignedNumber, buildString } from './soql-values.ts';
import { buildIdentifier } from './types.ts';

type FieldOrFunction = Extract<SoqlFunctionArgument, { kind: 'field' | 'function' }>;

interface FieldOrFunctionContext extends ApexParserRuleContext {
  fieldName(): FieldNameContext;
  soqlFunction(): SoqlFunctionContext;
}

export function buildPath(ctx: FieldNameContext, source: Source): FieldPath {
  return { parts: ctx.soqlId_list().map((id) => buildIdentifier(id, source)), span: source.span(ctx) };
}

export function buildFieldOrFunction(ctx: FieldOrFunctionContext, binds: QueryBinds): FieldOrFunction {
  const field = ctx.fieldName();
  if (field) return { kind: 'field', field: buildPath(field, binds.source) };
  return { kind: 'function', call: buildFunction(ctx.soqlFunction(), binds) };
}

export function buildFunction(ctx: SoqlFunctionContext, binds: QueryBinds): SoqlFunction {
  return {
    name: ctx.start.text.toUpperCase(),
    arguments: buildArguments(ctx, binds),
    span: binds.source.span(ctx),
  };
}

function buildArguments(ctx: SoqlFunctionContext, binds: QueryBinds): SoqlFunctionArgument[] {
  const { source } = binds;
  if (ctx.DISTANCE()) {
    const unit = ctx.StringLiteral() ?? ctx.MultilineStringLiteral();
    const places = ctx.locationValue_list().map((place) => buildLocation(place, binds));
    return [...places, { kind: 'value', value: buildString(unit, source) }];
  }
  const group = ctx.soqlFieldsParameter();
  if (group) {
    const name = buildIdentifier(group, source);
    return [{ kind: 'field', field: { parts: [name], span: name.span } }];
  }
  if (ctx.dateFieldName()) return [buildDateField(ctx.dateFieldName(), source)];
  if (ctx.fieldName() || ctx.soqlFunction()) return [buildFieldOrFunction(ctx, binds)];
  return [];
}

function buildDateField(ctx: DateFieldNameContext, source: Source): SoqlFunctionArgument {
  const field = { kind: 'field', field: buildPath(ctx.fieldName(), source) } as const;
  if (!ctx.CONVERT_TIMEZONE()) return field;
  return {
    kind: 'function',
    call: { name: 'CONVERTTIMEZONE', arguments: [field], span: source.span(ctx) },
  };
}

function buildLocation(ctx: LocationValueContext, binds: QueryBinds): SoqlFunctionArgument {
  const { source } = binds;
  if (ctx.fieldName()) return { kind: 'field', field: buildPath(ctx.fieldName(), source) };
  if (ctx.boundExpression()) return { kind: 'value', value: buildBind(ctx.boundExpression(), binds) };
  const coordinates = ctx.coordinateValue_list().map((coordinate) => buildCoordinate(coordinate, binds));
  return { kind: 'function', call: { name: 'GEOLOCATION', arguments: coordinates, span: source.span(ctx) } };
}

function buildCoordinate(ctx: CoordinateValueContext, binds: QueryBinds): SoqlFunctionArgument {
  const bind = ctx.boundExpression();
  const value = bind ? buildBind(bind, binds) : buildSignedNumber(ctx.signedNumber(), binds.source);
  return { kind: 'value', value };
}
