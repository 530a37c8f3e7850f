/** BW2407, BW2408, BW2412, BW2413, BW2414: pages, lists and layouts over what exists and what they can show. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { FieldType, ObjectModel } from '../../model.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { ownFields, type Facts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

const mostInCompact = 10;
const columnsOfAll: readonly string[] = ['NAME', 'CREATED_DATE', 'LAST_UPDATE', 'OWNER.ALIAS'];

interface Place {
  readonly where: string;
  readonly names: readonly string[];
  /** Names that are right without being fields of ours. */
  readonly also: readonly string[];
}

function placesOf({ compact, search, listViews, page }: ObjectModel): Place[] {
  return [
    { where: 'compact layout', names: compact, also: ['Name'] },
    { where: 'search layout', names: search, also: ['NAME'] },
    ...page.sections.map(({ label, fields }) => ({
      where: `section "${label}"`,
      names: fields,
      also: ['Name'],
    })),
    ...listViews.flatMap(({ name, columns, filters }) => [
      { where: `list view "${name}"`, names: columns, also: columnsOfAll },
      {
        where: `filter of list view "${name}"`,
        names: filters.map(({ field }) => field),
        also: columnsOfAll,
      },
    ]),
  ];
}

function unknownNames(object: ObjectModel): Diagnostic[] {
  const fields = object.fields.map(({ name }) => name);
  return placesOf(object).flatMap(({ where, names, also }) =>
    names
      .filter((name) => !fields.includes(name) && !also.includes(name))
      .map((name) =>
        diagnostic(
          'BW2407',
          object.source,
          `The ${where} of ${object.name} names "${name}", which is no field of it.`,
          'The platform refuses a layout over a field that does not exist.',
          didYouMean(name, [...fields, ...also], 'Declare the field, or take it out.'),
        ),
      ),
  );
}

/** Related lists of our own relationships; those of standard objects have names of the platform. */
function relatedLists({ model }: Facts, { name, page, source }: ObjectModel): Diagnostic[] {
  const known = ownFields(model).flatMap(({ field }) =>
    field.target === name && field.relationship !== undefined ? [`${field.relationship}__r`] : [],
  );
  return page.relatedLists
    .filter((list) => list.endsWith('__r') && !known.includes(list))
    .map((list) =>
      diagnostic(
        'BW2407',
        source,
        `The page of ${name} shows the related list "${list}", but no lookup leads to ${name} under that name.`,
        'The platform refuses a page with a related list that does not exist.',
        didYouMean(list, known, 'Name the relationship of a lookup, with "__r".'),
      ),
    );
}

function components({ context }: Facts, { name, page, source }: ObjectModel): Diagnostic[] {
  const known = context.handWritten.components;
  return (page.components ?? [])
    .filter((one) => !known.includes(one))
    .map((one) =>
      diagnostic(
        'BW2413',
        source,
        `The page of ${name} shows "${one}", which is no component of force-app/main/default/lwc.`,
        'The platform refuses a page with a component that does not exist.',
        didYouMean(one, known, 'Write the component, or name another one.'),
      ),
    );
}

function listButtons(
  { context }: Facts,
  { name, listButtons: shown = [], source }: ObjectModel,
): Diagnostic[] {
  const known = context.handWritten.listButtons
    .filter((button) => button.startsWith(`${name}.`))
    .map((button) => button.slice(name.length + 1));
  return shown
    .filter((button) => !known.includes(button))
    .map((button) =>
      diagnostic(
        'BW2414',
        source,
        `The lists of ${name} show the button "${button}", which is not in force-app/main/default/objects/${name}/webLinks.`,
        'The platform refuses a list with a button that does not exist.',
        didYouMean(button, known, 'Write the button, or take it out.'),
      ),
    );
}

function compactLength({ name, compact, source }: ObjectModel): Diagnostic[] {
  if (compact.length <= mostInCompact) return [];
  return [
    diagnostic(
      'BW2408',
      source,
      `The compact layout of ${name} has ${compact.length} fields.`,
      `The platform takes ${mostInCompact}, and the highlights panel shows seven.`,
      `Take out ${compact.length - mostInCompact}.`,
    ),
  ];
}

/** What a compact layout and what a list can't show. */
const tooLongForCompact: readonly FieldType[] = ['TextArea', 'LongTextArea'];
const tooLongForList: readonly FieldType[] = ['LongTextArea'];

function manyLines(object: ObjectModel): Diagnostic[] {
  const places = [
    { where: 'compact layout', names: object.compact, refused: tooLongForCompact },
    { where: 'search layout', names: object.search, refused: tooLongForList },
    ...object.listViews.map(({ name, columns }) => ({
      where: `list view "${name}"`,
      names: columns,
      refused: tooLongForList,
    })),
  ];
  return places.flatMap(({ where, names, refused }) =>
    object.fields
      .filter(({ name, type }) => names.includes(name) && refused.includes(type))
      .map(({ name, type }) =>
        diagnostic(
          'BW2412',
          object.source,
          `The ${where} of ${object.name} names "${name}", which is a ${type}.`,
          'The platform refuses a text of several lines there.',
          'Take the field out, or make it a text of one line.',
        ),
      ),
  );
}

export const layouts: Rule = {
  check: (facts) =>
    facts.model.core.objects.flatMap((object) => [
      ...unknownNames(object),
      ...relatedLists(facts, object),
      ...components(facts, object),
      ...listButtons(facts, object),
      ...compactLength(object),
      ...manyLines(object),
    ]),
};
