/** Checks that the two sides of a row can hold the same values. */
import type { ts } from 'ts-morph';
import type { PathModel, TypeRef, ValueMapModel } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { ConversionModel } from './conversions.ts';
import { billingKind, converts, fieldKind, holds, type Kind } from './fits.ts';
import type { MappingScope } from './mapping-scope.ts';
import type { MappableField } from './objects.ts';
import type { MappingHeader } from './system-index.ts';
import { nameOfType } from './type-names.ts';

interface Place {
  readonly field: MappableField;
  readonly key: ts.Node;
}

const fieldTypeName = ({ name, type }: MappableField): string => `${name} is a field of type ${type}`;

function report(ctx: ReadContext, { field, key }: Place, path: PathModel, why: string, fix: string): void {
  ctx.report(codes.typesDoNotFit, key, {
    what: `${fieldTypeName(field)}, and "${path.text}" is ${nameOfType(path.type)}.`,
    why,
    fix,
  });
}

/** A row without conversion and value map. */
export function checkDirect(ctx: ReadContext, types: ApiTypes, place: Place, path: PathModel): void {
  const field = fieldKind(place.field);
  const billing = billingKind(types, path.type);
  if (holds(field, billing)) return;
  report(ctx, place, path, 'Neither side could hold the other’s values.', directFix(field, billing));
}

function directFix(field: Kind, billing: Kind): string {
  if (field.kind === 'link') return 'Use linked() with the mapping of the object that the field leads to.';
  if (field.kind === 'text' && billing.kind === 'text')
    return 'Give the row a value map: { values: … }, declared with valueMap().';
  if (field.kind === 'day' && billing.kind === 'instant')
    return 'Give the row a conversion: { convert: dateInTenantZone }.';
  if (billing.kind === 'nothing') return 'Select a property that holds one value.';
  return 'Map the property to a field of a fitting type, or give the row a conversion that makes it fit.';
}

export function checkConversion(
  ctx: ReadContext,
  types: ApiTypes,
  place: Place,
  path: PathModel,
  conversion: ConversionModel,
): void {
  const fieldFits = holds(fieldKind(place.field), conversion.salesforce);
  if (fieldFits && converts(types, conversion, path.type)) return;
  const why = `The conversion ${conversion.name} does not lead from the one to the other.`;
  report(ctx, place, path, why, 'Use a conversion for these two types, or none where they fit already.');
}

export function checkValueMap(
  ctx: ReadContext,
  types: ApiTypes,
  place: Place,
  path: PathModel,
  map: ValueMapModel,
): void {
  const field = fieldKind(place.field);
  const bothText = billingKind(types, path.type).kind === 'text' && ['text', 'anything'].includes(field.kind);
  // Values that the map lacks are for the validator, which knows all of them and the fallbacks.
  if (bothText) ctx.cover(place.key);
  else
    report(
      ctx,
      place,
      path,
      `The value map ${map.name} maps texts to texts.`,
      'Use a conversion, or fields that hold text.',
    );
}

/** A lookup has to lead to the object of the mapping whose links are read. */
export function checkLink(ctx: ReadContext, place: Place, path: PathModel, target: MappingHeader): void {
  const { field } = place;
  const leadsTo = 'target' in field ? field.target : undefined;
  if (leadsTo !== target.object)
    ctx.report(codes.typesDoNotFit, place.key, {
      what:
        leadsTo === undefined
          ? `${fieldTypeName(field)}, and the mapping ${target.name} is of ${target.object}.`
          : `${field.name} leads to ${leadsTo}, and the mapping ${target.name} is of ${target.object}.`,
      why: 'A linked row writes the record of that mapping into the field.',
      fix: `Use a lookup to ${target.object}, or the mapping of the object that the field leads to.`,
    });
  const isId = path.type.kind === 'scalar' && ['id', 'numeric-id'].includes(path.type.scalar);
  if (!isId)
    ctx.report(codes.typesDoNotFit, path.source, {
      what: `"${path.text}" is ${nameOfType(path.type)}, and a linked row needs an identifier.`,
      why: 'Links are found by the billing id.',
      fix: 'Select the id of the referenced object.',
    });
}

/** The value of a constant has to be one that the property takes. */
export function checkConstant(
  ctx: ReadContext,
  types: ApiTypes,
  node: ts.Node,
  path: PathModel,
  value: string | number | boolean,
): void {
  if (canBe(billingKind(types, path.type), path.type, value)) return;
  ctx.report(codes.typesDoNotFit, node, {
    what: `"${path.text}" is ${nameOfType(path.type)} and never ${JSON.stringify(value)}.`,
    why: 'Billing would refuse the object.',
    fix: 'Use a value that the type of the property allows.',
  });
}

function canBe(kind: Kind, type: TypeRef, value: string | number | boolean): boolean {
  if (type.kind === 'scalar' && type.scalar === 'numeric-id') return typeof value === 'number';
  if (kind.kind === 'number' || kind.kind === 'boolean') return typeof value === kind.kind;
  if (kind.kind === 'nothing' || typeof value !== 'string') return false;
  return kind.kind !== 'text' || (kind.values?.includes(value) ?? true);
}

/** A field of the connection that fills a property has to hold the same kind of value. */
export function checkDefault(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Node,
  path: PathModel,
  name: string,
): void {
  const field = scope.connection?.fields.get(name);
  if (field === undefined) return;
  const billing = billingKind(scope.types, path.type);
  const kind = fieldKind(field);
  if (kind.kind === 'anything' || kind.kind === billing.kind) return;
  const place = { field, key: node };
  report(
    ctx,
    place,
    path,
    'The default could not be sent.',
    'Use a field of the connection that fits the property.',
  );
}
