/** Words that several pages share. */
import type { ConditionModel, MarkModel, Scalar, Source, TypeRef } from '../../model/model.ts';
import { words } from '../../model/naming.ts';
import { code, codes } from '../../text/markdown.ts';

/** First line of each page. */
export const banner = (source: string): string =>
  `<!-- Emitted from ${source} by "npm run generate". Change the mapping, not this page. -->`;

/** Folder of the mappings that a declaration is in. */
export const folderOf = ({ file }: Source): string => file.slice(0, file.lastIndexOf('/'));

/** `documented (S8, S15)`. */
export function markText({ status, sources }: MarkModel): string {
  return sources.length === 0 ? status : `${status} (${sources.join(', ')})`;
}

/** `orderItem` -> `order-item`. */
export const pageName = (name: string): string => words(name).join('-');

const tests: Readonly<Record<ConditionModel['test'], (values: string) => string>> = {
  equals: (values) => `is ${values}`,
  notEquals: (values) => `is not ${values}`,
  oneOf: (values) => `is one of ${values}`,
  present: () => 'is filled',
  absent: () => 'is empty',
};

function conditionText({ field, test, values, feature }: ConditionModel): string {
  const texts = values.map((value) => code(String(value))).join(', ');
  return `${code(field)} ${tests[test](texts)}${feature === undefined ? '' : ` (needs ${feature})`}`;
}

/** All conditions in a row, or nothing. */
export const conditionsText = (conditions: readonly ConditionModel[]): string =>
  conditions.map(conditionText).join(' and ');

const scalars: Readonly<Record<Scalar, string>> = {
  string: 'text',
  text: 'text',
  id: 'id',
  'numeric-id': 'id (number)',
  'date-time': 'date and time',
  date: 'date',
  decimal: 'decimal',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  unknown: 'anything',
};

/** A type of the API for people. */
export function typeText(type: TypeRef): string {
  switch (type.kind) {
    case 'scalar':
      return type.maxLength === undefined
        ? scalars[type.scalar]
        : `${scalars[type.scalar]} of ${type.maxLength}`;
    case 'literals':
      return codes(type.values);
    case 'type':
      return code(type.name);
    case 'array':
      return `list of ${typeText(type.of)}`;
  }
}

/** First paragraph of a TSDoc. */
export const firstParagraph = (doc: string): string => doc.split('\n\n')[0] ?? '';
