/** BW2302, BW2303, BW2305: API names of objects, fields, actions and the rest of the package. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { CoreModel, FieldModel, Source } from '../../model.ts';
import { maxApiName } from '../../naming.ts';
import type { Facts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

interface ApiName {
  /** What has the name; two of one kind can't share a name. */
  readonly kind: string;
  readonly name: string;
  readonly source: Source;
  readonly suffix?: '__c' | '__mdt';
}

const wellFormed = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** Relationship names are unique on the object that they lead to. */
function fieldNames(object: string, fields: readonly FieldModel[]): ApiName[] {
  return fields.flatMap(({ name, source, relationship, target }) => [
    { kind: `field of ${object}`, name, source, suffix: '__c' as const },
    ...(relationship === undefined
      ? []
      : [{ kind: `relationship of ${target ?? ''}`, name: relationship, source }]),
  ]);
}

function coreNames(core: CoreModel): ApiName[] {
  return [
    ...core.objects.flatMap(({ name, source, fields, listViews }) => [
      { kind: 'object', name, source, suffix: '__c' as const },
      ...fieldNames(name, fields),
      ...listViews.map((view) => ({ kind: `list view of ${name}`, name: view.name, source })),
    ]),
    ...core.metadataTypes.flatMap(({ name, source, fields }) => [
      { kind: 'custom metadata type', name, source, suffix: '__mdt' as const },
      ...fieldNames(name, fields),
    ]),
    ...core.standardObjects.flatMap(({ name, added }) => fieldNames(name, added)),
    ...core.quickActions.map(({ name, source }) => ({ kind: 'quick action', name, source })),
    ...core.permissionSets.map(({ name, source }) => ({ kind: 'permission set', name, source })),
    ...core.customPermissions.map(({ name, source }) => ({ kind: 'custom permission', name, source })),
    ...core.componentTabs.map(({ name, source }) => ({ kind: 'tab', name, source })),
    ...core.apps.map(({ name, source }) => ({ kind: 'app', name, source })),
    ...core.reasons.map(({ name, source }) => ({ kind: 'reason', name, source })),
  ];
}

/** Keys in data. A hyphen is the custom there, so they are no API names, but they too must be told apart. */
function keysInData({ model }: Facts): ApiName[] {
  return model.systems.flatMap(({ name, source, mappings, valueMaps }) => [
    { kind: 'billing system', name, source },
    ...mappings.map((mapping) => ({
      kind: `mapping type of ${name}`,
      name: mapping.type,
      source: mapping.source,
    })),
    ...valueMaps.map((map) => ({ kind: `value map of ${name}`, name: map.name, source: map.source })),
  ]);
}

const stem = ({ name, suffix = '__c' }: ApiName): string =>
  name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;

function form(one: ApiName): Diagnostic[] {
  const hasSuffix = one.suffix === undefined || one.name.endsWith(one.suffix);
  if (hasSuffix && wellFormed.test(stem(one))) return [];
  return [
    diagnostic(
      'BW2305',
      one.source,
      `The ${one.kind} "${one.name}" has no name that the platform accepts.`,
      'API names begin with a letter, hold letters, digits and single underscores, and do not end in one.',
      one.suffix === undefined ? 'Rename it.' : `Rename it; it has to end in "${one.suffix}".`,
    ),
  ];
}

function length(one: ApiName): Diagnostic[] {
  const over = stem(one).length - maxApiName;
  if (over <= 0) return [];
  return [
    diagnostic(
      'BW2302',
      one.source,
      `The ${one.kind} "${one.name}" has ${stem(one).length} characters.`,
      `The platform takes ${maxApiName}, without the suffix.`,
      `Shorten it by ${over}.`,
    ),
  ];
}

function twice(names: readonly ApiName[]): Diagnostic[] {
  const seen = new Map<string, Source>();
  return names.flatMap(({ kind, name, source }) => {
    const key = `${kind} ${name}`.toLowerCase();
    const other = seen.get(key);
    seen.set(key, source);
    if (!other) return [];
    return [
      diagnostic(
        'BW2303',
        source,
        `There is already a ${kind} "${name}", at ${other.file}:${other.line}.`,
        'The name must be unique; upper and lower case are the same.',
        'Rename one of the two.',
      ),
    ];
  });
}

export const apiNames: Rule = {
  check: (facts) => {
    const names = coreNames(facts.model.core);
    return [...names.flatMap(form), ...names.flatMap(length), ...twice([...names, ...keysInData(facts)])];
  },
};
