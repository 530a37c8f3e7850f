/** Decodes conditions on Salesforce fields: `{ Field: equals('value') }`. */
import type { ts } from 'ts-morph';
import type { ConditionModel } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { MappableObject } from './core-index.ts';
import type { Property } from './evaluate.ts';
import { call, present, scalar, shape, unknownName } from './expect.ts';
import { fieldKind, type Kind } from './fits.ts';
import type { MappableField } from './objects.ts';

const tests = ['equals', 'notEquals', 'oneOf', 'present', 'absent'] as const;

export function conditionsOf(
  ctx: ReadContext,
  object: MappableObject,
  node: ts.Expression | undefined,
): ConditionModel[] {
  const properties = (node && shape(ctx, node)?.properties) ?? [];
  return properties.flatMap((property) => conditionOf(ctx, object, property) ?? []);
}

function conditionOf(
  ctx: ReadContext,
  object: MappableObject,
  property: Property,
): ConditionModel | undefined {
  const test = call(ctx, property.value, tests, 'a test');
  const field = fieldNamed(ctx, object, property);
  const name = tests.find((one) => one === test?.name);
  if (test === undefined || name === undefined || field === undefined) return undefined;
  const values = test.args.flatMap((argument) => {
    const value = scalar(ctx, argument);
    if (value !== undefined) checkValue(ctx, field, argument, value);
    return value ?? [];
  });
  const feature = 'feature' in field ? field.feature : undefined;
  return present({ field: field.name, test: name, values, feature });
}

/** The field that a property of a mapping names. */
export function fieldNamed(
  ctx: ReadContext,
  object: MappableObject,
  { name, key }: Property,
): MappableField | undefined {
  const field = object.fields.get(name);
  if (field) return field;
  return unknownName(ctx, key, name, object.name, object.fields.keys(), {
    code: codes.unknownField,
    why: 'A mapping names fields of core and standard fields of the language’s catalogue.',
    fix: 'Declare the field in generator/mappings/core, or a standard one in generator/language/standard.ts.',
  });
}

function checkValue(
  ctx: ReadContext,
  field: MappableField,
  at: ts.Expression,
  value: string | number | boolean,
): void {
  const kind = fieldKind(field);
  if (canEqual(kind, value)) return;
  ctx.report(codes.typesDoNotFit, at, {
    what: `${field.name} is never ${typeof value === 'string' ? `"${value}"` : value}.`,
    why: 'The test would give the same answer for every record.',
    fix:
      kind.kind === 'text' && kind.values
        ? `Use one of its values: ${kind.values.join(', ')}.`
        : `Use a value that a field of type ${field.type} can hold.`,
  });
}

function canEqual(kind: Kind, value: string | number | boolean): boolean {
  switch (kind.kind) {
    case 'text':
      return typeof value === 'string' && (kind.values?.includes(value) ?? true);
    case 'number':
    case 'boolean':
      return typeof value === kind.kind;
    default:
      return kind.kind === 'anything';
  }
}
