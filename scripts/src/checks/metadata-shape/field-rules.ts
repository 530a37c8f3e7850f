import type { Component } from '../../project/components.ts';
import { child, children, value } from '../../project/xml.ts';
import type { XmlElement } from '../../project/xml.ts';
import {
  ALLOWED_TYPES,
  MAY_BE_EXTERNAL_ID,
  MAY_BE_UNIQUE,
  NAME_LIMIT,
  NEEDED,
  NEVER_REQUIRED,
  NUMERIC,
  PRECISION_LIMIT,
  TEXT_LENGTHS,
} from './facts.ts';
import type { Remark } from './shape.ts';

/** A custom field with what most rules ask of it. */
interface Field {
  readonly object: string;
  readonly name: string;
  readonly type: string;
  readonly isFormula: boolean;
  readonly root: XmlElement;
}

type Rule = (field: Field) => Remark[];

const RULES: readonly Rule[] = [
  apiName,
  typeOfObject,
  needed,
  textLength,
  digits,
  lookup,
  masterDetail,
  required,
  unique,
  picklist,
  displayFormat,
];

/** What an org would refuse in a custom field although its shape is right. */
export function fieldRemarks({ type, name, root }: Component): Remark[] {
  if (type !== 'CustomField' || !root) return [];
  const [object = '', own = ''] = name.split('.');
  if (!own.endsWith('__c')) return [];
  const fieldType = value(root, 'type');
  if (!fieldType) return [{ at: root, rule: 'field-type', message: 'A custom field must have a type.' }];
  const isFormula = child(root, 'formula') !== undefined;
  return RULES.flatMap((rule) => rule({ object, name: own, type: fieldType, isFormula, root }));
}

const remark = (at: XmlElement, rule: string, message: string): Remark[] => [{ at, rule, message }];

/** The element, or the root if it is not there, so that every remark has a place. */
const placeOf = (root: XmlElement, name: string): XmlElement => child(root, name) ?? root;

const isTrue = (root: XmlElement, name: string): boolean => value(root, name) === 'true';

function apiName({ name, root }: Field): Remark[] {
  const stem = name.slice(0, -'__c'.length);
  const said = value(root, 'fullName');
  const problems: Remark[] = [];
  if (stem.length > NAME_LIMIT || !/^[A-Za-z](_?[A-Za-z0-9])*$/.test(stem)) {
    const message =
      `${name} is no API name: at most ${NAME_LIMIT} letters, digits and single underscores before __c, ` +
      'the first a letter, the last no underscore.';
    problems.push(...remark(root, 'api-name', message));
  }
  if (said && said !== name) {
    problems.push(
      ...remark(placeOf(root, 'fullName'), 'full-name', `fullName is ${said}, the file is of ${name}.`),
    );
  }
  if (!value(root, 'label')) problems.push(...remark(root, 'label', 'A custom field must have a label.'));
  return problems;
}

function typeOfObject({ object, type, root }: Field): Remark[] {
  const suffix = /__\w+$/.exec(object)?.[0] ?? '';
  const allowed = ALLOWED_TYPES[suffix];
  if (!allowed || allowed.has(type)) return [];
  return remark(
    placeOf(root, 'type'),
    'field-type',
    `${object} is a ${suffix} object, which may have no ${type} field.`,
  );
}

function needed({ type, isFormula, root }: Field): Remark[] {
  if (isFormula && !NUMERIC.has(type)) return [];
  return (NEEDED[type] ?? [])
    .filter((name) => !child(root, name))
    .map((name) => ({ at: root, rule: 'missing-element', message: `A ${type} field must have ${name}.` }));
}

function textLength({ type, isFormula, root }: Field): Remark[] {
  const limits = TEXT_LENGTHS[type];
  const length = Number(value(root, 'length'));
  if (!limits || isFormula || Number.isNaN(length)) return [];
  const [min, max] = limits;
  if (length >= min && length <= max) return [];
  return remark(
    placeOf(root, 'length'),
    'length',
    `The length of a ${type} field is from ${min} to ${max}, not ${length}.`,
  );
}

function digits({ type, root }: Field): Remark[] {
  const precision = Number(value(root, 'precision'));
  const scale = Number(value(root, 'scale'));
  if (!NUMERIC.has(type) || Number.isNaN(precision) || Number.isNaN(scale)) return [];
  if (precision < 1 || precision > PRECISION_LIMIT) {
    return remark(
      placeOf(root, 'precision'),
      'precision',
      `precision is from 1 to ${PRECISION_LIMIT}, not ${precision}.`,
    );
  }
  if (scale >= 0 && scale <= precision) return [];
  return remark(
    placeOf(root, 'scale'),
    'scale',
    `scale is from 0 to precision (${precision}), not ${scale}.`,
  );
}

function lookup({ type, root }: Field): Remark[] {
  if (type !== 'Lookup') return [];
  const problems: Remark[] = [];
  const parent = value(root, 'referenceTo') ?? '';
  if (/__\w+$/.test(parent) && !value(root, 'relationshipName')) {
    problems.push(...remark(root, 'missing-element', `A lookup to ${parent} must have relationshipName.`));
  }
  if (isTrue(root, 'required') && value(root, 'deleteConstraint') === 'SetNull') {
    const at = placeOf(root, 'deleteConstraint');
    problems.push(
      ...remark(at, 'delete-constraint', 'A required lookup can’t be emptied: use Restrict or Cascade.'),
    );
  }
  return problems;
}

function masterDetail({ type, root }: Field): Remark[] {
  const order = value(root, 'relationshipOrder');
  if (type !== 'MasterDetail') return [];
  const problems: Remark[] = [];
  if (child(root, 'deleteConstraint')) {
    const at = placeOf(root, 'deleteConstraint');
    problems.push(
      ...remark(
        at,
        'delete-constraint',
        'A master-detail field always cascades: leave deleteConstraint out.',
      ),
    );
  }
  if (order && order !== '0' && order !== '1') {
    problems.push(
      ...remark(placeOf(root, 'relationshipOrder'), 'relationship-order', 'relationshipOrder is 0 or 1.'),
    );
  }
  return problems;
}

function required({ object, type, isFormula, root }: Field): Remark[] {
  if (!isTrue(root, 'required') || object.endsWith('__mdt')) return [];
  if (!isFormula && !NEVER_REQUIRED.has(type)) return [];
  const what = isFormula ? 'formula' : type;
  return remark(placeOf(root, 'required'), 'required', `A ${what} field can’t be required: leave it out.`);
}

function unique({ type, isFormula, root }: Field): Remark[] {
  const may = (name: string, types: ReadonlySet<string>): Remark[] => {
    if (!isTrue(root, name) || (types.has(type) && !isFormula)) return [];
    const what = isFormula ? 'formula' : type;
    return remark(
      placeOf(root, name),
      name,
      `A ${what} field can’t be ${name}; only ${[...types].join(', ')} can.`,
    );
  };
  const sensitive = child(root, 'caseSensitive');
  return [
    ...may('unique', MAY_BE_UNIQUE),
    ...may('externalId', MAY_BE_EXTERNAL_ID),
    ...(sensitive && !(type === 'Text' && isTrue(root, 'unique'))
      ? remark(sensitive, 'caseSensitive', 'caseSensitive goes only with a unique Text field.')
      : []),
  ];
}

function picklist({ type, root }: Field): Remark[] {
  const set = child(root, 'valueSet');
  if (!set) return [];
  if (!/picklist/i.test(type)) return remark(set, 'value-set', `A ${type} field has no valueSet.`);
  const definition = child(set, 'valueSetDefinition');
  if (!definition && !child(set, 'valueSetName')) {
    return remark(set, 'value-set', 'valueSet must hold a valueSetDefinition or a valueSetName.');
  }
  const values = children(definition, 'value');
  const names = values.map((entry) => value(entry, 'fullName') ?? '');
  const doubles = values.filter((_, index) => names.indexOf(names[index] ?? '') < index);
  const defaults = values.filter((entry) => isTrue(entry, 'default')).slice(1);
  return [
    ...(definition && values.length === 0
      ? remark(definition, 'value-set', 'A picklist must have a value.')
      : []),
    ...doubles.flatMap((entry) =>
      remark(entry, 'value-set', `The value ${value(entry, 'fullName')} is there twice.`),
    ),
    ...defaults.flatMap((entry) => remark(entry, 'value-set', 'Only one value can be the default.')),
  ];
}

function displayFormat({ type, root }: Field): Remark[] {
  const format = child(root, 'displayFormat');
  if (type !== 'AutoNumber' || !format || /\{0+\}/.test(format.text)) return [];
  return remark(format, 'display-format', 'displayFormat must contain the number, e.g. {0000}.');
}
