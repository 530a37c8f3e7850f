/** Decodes the fields of Salesforce objects, ours and the standard ones of the language's catalogue. */
import type { ts } from 'ts-morph';
import type { Feature } from '../../language/standard.ts';
import type { FieldModel, FieldType, StandardFieldModel } from '../model/model.ts';
import type { ReadContext } from './context.ts';
import { docOf } from './docs.ts';
import { evaluate, type Call, type Property } from './evaluate.ts';
import { call, options, present, scalar, type Shape, text, unexpected } from './expect.ts';
import { requireDoc } from './require-doc.ts';

/** The language's functions and the field types that they make. */
const fieldFunctions = {
  text: 'Text',
  textArea: 'TextArea',
  longText: 'LongTextArea',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  number: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  checkbox: 'Checkbox',
  date: 'Date',
  dateTime: 'DateTime',
  picklist: 'Picklist',
  openPicklist: 'OpenPicklist',
  lookup: 'Lookup',
  masterDetail: 'MasterDetail',
  formula: 'Formula',
  summary: 'Summary',
} as const satisfies Record<string, FieldType | 'OpenPicklist'>;

type FieldFunction = keyof typeof fieldFunctions;
const isFieldFunction = (name: string): name is FieldFunction => Object.hasOwn(fieldFunctions, name);
const fieldNames = Object.keys(fieldFunctions).filter((name) => name !== 'openPicklist');

interface FieldCall {
  readonly type: FieldType | 'OpenPicklist';
  readonly options: Shape;
  readonly target?: string;
}

function fieldCall(ctx: ReadContext, node: ts.Expression): FieldCall | undefined {
  const made = call(ctx, node, [...fieldNames, 'openPicklist'], 'a field');
  if (made === undefined || !isFieldFunction(made.name)) return undefined;
  const type = fieldFunctions[made.name];
  if (type !== 'Lookup' && type !== 'MasterDetail') return { type, options: options(ctx, made, 0) };
  const target = made.args[0] && text(ctx, made.args[0]);
  return target === undefined ? undefined : { type, target, options: options(ctx, made, 1) };
}

function formulaOf(field: FieldCall): FieldModel['formula'] {
  const returns = field.options.text('returns');
  const formula = field.options.text('formula');
  return returns === undefined || formula === undefined ? undefined : { returns, text: formula };
}

function summaryOf({ options: shape }: FieldCall): FieldModel['summary'] {
  const operation = shape.choice('operation', ['sum', 'count', 'min', 'max']);
  const of = shape.text('of');
  const through = shape.text('through');
  if (operation === undefined || of === undefined || through === undefined) return undefined;
  const where = shape.shape('where');
  const field = where?.text('field');
  const equals = where?.text('equals');
  return present({
    operation,
    of,
    through,
    field: shape.text('field'),
    where: field === undefined || equals === undefined ? undefined : { field, equals },
  });
}

/** The field that a property of an object's `fields` or `added` declares. */
export function fieldOf(ctx: ReadContext, property: Property): FieldModel | undefined {
  const field = fieldCall(ctx, property.value);
  const doc = docOf(property.node).text;
  requireDoc(
    ctx,
    doc,
    property.key,
    `The field ${property.name}`,
    'its description, which people read in set-up',
  );
  if (field === undefined) return undefined;
  if (field.type === 'OpenPicklist') {
    unexpected(ctx, property.value, 'a field of a type of our own; an open picklist is for standard fields');
    return undefined;
  }
  const { options: shape } = field;
  return present({
    name: property.name,
    type: field.type,
    label: shape.text('label') ?? '',
    help: shape.text('help'),
    required: shape.flag('required') ?? field.type === 'MasterDetail',
    length: shape.number('length'),
    visibleLines: shape.number('visibleLines'),
    precision: shape.number('precision'),
    scale: shape.number('scale'),
    unique: shape.flag('unique'),
    externalId: shape.flag('externalId'),
    caseSensitive: shape.flag('caseSensitive'),
    default: shape.get('default', scalar),
    values: shape.node('values') && shape.texts('values'),
    target: field.target,
    relationship: shape.text('relationship'),
    relationshipLabel: shape.text('relationshipLabel'),
    onDelete: shape.choice('onDelete', ['SetNull', 'Restrict', 'Cascade']),
    reparentable: shape.flag('reparentable'),
    formula: field.type === 'Formula' ? formulaOf(field) : undefined,
    summary: field.type === 'Summary' ? summaryOf(field) : undefined,
    doc,
    source: ctx.sourceOf(property.key),
  });
}

const features: readonly Feature[] = [
  'MultiCurrency',
  'PersonAccounts',
  'Quotes',
  'RecordTypes',
  'StateAndCountryPicklists',
];

/** Parts `onlyWith(feature, field)` into both; other fields need no feature. */
function featureOf(ctx: ReadContext, node: ts.Expression): { field: ts.Expression; feature?: Feature } {
  const value = evaluate(ctx, node, 'a field');
  if (value.kind !== 'call' || value.name !== 'onlyWith') return { field: node };
  const [featureNode, field] = (value satisfies Call).args;
  const name = featureNode && text(ctx, featureNode);
  const feature = features.find((one) => one === name);
  return feature === undefined || field === undefined ? { field: node } : { field, feature };
}

/** A standard field of the language's catalogue. */
export function standardFieldOf(ctx: ReadContext, property: Property): StandardFieldModel | undefined {
  const { field: node, feature } = featureOf(ctx, property.value);
  const field = fieldCall(ctx, node);
  if (field === undefined) return undefined;
  const { options: shape } = field;
  return present({
    name: property.name,
    type: field.type,
    label: shape.text('label') ?? '',
    required: shape.flag('required') ?? false,
    length: shape.number('length'),
    precision: shape.number('precision'),
    scale: shape.number('scale'),
    values: shape.node('values') && shape.texts('values'),
    target: field.target,
    feature,
  });
}
