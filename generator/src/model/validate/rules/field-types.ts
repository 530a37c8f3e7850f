/** BW2403, BW2404: fields whose facts the platform would refuse. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { FieldModel } from '../../model.ts';
import { ownFields, type Facts, type OwnField } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

const mostMasters = 2;

const isBetween = (value: number | undefined, from: number, to: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= to;

function flawOfNumber({ precision, scale }: FieldModel): string | undefined {
  if (!isBetween(precision, 1, 18)) return 'a number has 1 to 18 digits in all';
  return isBetween(scale, 0, precision ?? 0) ? undefined : 'it has more digits after the point than in all';
}

function flawOfPicklist({ values = [], default: preset }: FieldModel): string | undefined {
  const folded = values.map((value) => value.toLowerCase());
  const again = values.find((value, index) => folded.indexOf(value.toLowerCase()) !== index);
  if (values.length === 0) return 'a picklist needs a value';
  if (again !== undefined) return `it has the value "${again}" twice`;
  if (values.some((value) => value.trim() === '' || value.length > 255))
    return 'a value has 1 to 255 characters';
  return preset === undefined || values.includes(String(preset))
    ? undefined
    : `"${preset}" is none of its values`;
}

function flawOfLookup({ required, onDelete }: FieldModel): string | undefined {
  return required && onDelete === 'SetNull'
    ? 'a required lookup can’t be emptied when its record is deleted'
    : undefined;
}

function flawOf(field: FieldModel): string | undefined {
  switch (field.type) {
    case 'Text':
      return isBetween(field.length, 1, 255) ? undefined : 'a text has 1 to 255 characters';
    case 'LongTextArea':
      return isBetween(field.length, 256, 131072) ? undefined : 'a long text has 256 to 131,072 characters';
    case 'Number':
    case 'Currency':
    case 'Percent':
      return flawOfNumber(field);
    case 'Picklist':
      return flawOfPicklist(field);
    case 'Lookup':
      return flawOfLookup(field);
    default:
      return undefined;
  }
}

function facts({ object, field }: OwnField): Diagnostic[] {
  const flaw = flawOf(field);
  if (flaw === undefined) return [];
  return [
    diagnostic(
      'BW2404',
      field.source,
      `${object}.${field.name} is a ${field.type} that can't be: ${flaw}.`,
      'The platform refuses the field.',
      'Correct the options of the field.',
    ),
  ];
}

/** Standard objects can be neither masters nor details of ours. */
function standardMaster({ object, field, kind }: OwnField): Diagnostic[] {
  const { type, target = '' } = field;
  if (type !== 'MasterDetail' || (target.endsWith('__c') && kind !== 'standard')) return [];
  return [
    diagnostic(
      'BW2403',
      field.source,
      `${object}.${field.name} is master-detail between ${object} and ${target}.`,
      'Permissions on the detail of a standard object may not be packageable, and standard objects can’t be details.',
      'Use a lookup.',
    ),
  ];
}

/** The detail's sharing follows its master, and there are two masters at most. */
function masters({ model }: Facts): Diagnostic[] {
  return model.core.objects.flatMap(({ name, fields, sharing, source }) => {
    const count = fields.filter(({ type }) => type === 'MasterDetail').length;
    const flaw =
      count > mostMasters
        ? `has ${count} masters; the platform allows ${mostMasters}`
        : count > 0 && sharing !== 'ControlledByParent'
          ? `is a detail, but its sharing is ${sharing} and not that of its parent`
          : count === 0 && sharing === 'ControlledByParent'
            ? 'is shared as its parent, but has no master'
            : undefined;
    if (flaw === undefined) return [];
    return [
      diagnostic(
        'BW2403',
        source,
        `${name} ${flaw}.`,
        'A detail takes access and fate from its master.',
        'Say "ControlledByParent" exactly where there is a master-detail field.',
      ),
    ];
  });
}

export const fieldTypes: Rule = {
  check: (all) => [
    ...ownFields(all.model).flatMap((own) => [...facts(own), ...standardMaster(own)]),
    ...masters(all),
  ],
};
