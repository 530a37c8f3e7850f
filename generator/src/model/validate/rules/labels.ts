/** BW2306: texts that the platform limits. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { CoreModel, Source } from '../../model.ts';
import { ownFields } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

interface Text {
  readonly what: string;
  readonly text: string;
  readonly max: number;
  readonly source: Source;
  /** A label can't be empty; a description can. */
  readonly needed: boolean;
}

const limits = { label: 40, longLabel: 80, help: 510, description: 1000, customLabel: 1000 } as const;

const label = (of: string, text: string, source: Source, max: number = limits.label): Text => ({
  what: `The label of ${of}`,
  text,
  max,
  source,
  needed: true,
});
const description = (of: string, text: string, source: Source): Text => ({
  what: `The description of ${of}`,
  text,
  max: limits.description,
  source,
  needed: false,
});

function objectTexts({ objects, metadataTypes }: CoreModel): Text[] {
  return [
    ...[...objects, ...metadataTypes].flatMap(({ name, label: text, plural, doc, source }) => [
      label(name, text, source),
      label(`${name}, in the plural,`, plural, source),
      description(name, doc, source),
    ]),
    ...objects.flatMap(({ name, nameField, listViews, page, source }) => [
      label(`the name of ${name}`, nameField.label, source),
      ...listViews.map((view) => label(`the list view ${name}.${view.name}`, view.label, source)),
      ...page.sections.map((section) =>
        label(`a section of ${name}`, section.label, source, limits.longLabel),
      ),
    ]),
  ];
}

function partTexts(core: CoreModel): Text[] {
  const { quickActions, componentTabs, permissionSets, customPermissions, apps } = core;
  return [
    ...quickActions.map(({ name, label: text, source }) => label(name, text, source, limits.longLabel)),
    ...[...apps, ...componentTabs].map(({ name, label: text, source }) => label(name, text, source)),
    ...[...permissionSets, ...customPermissions].map(({ name, label: text, source }) =>
      label(name, text, source, limits.longLabel),
    ),
  ];
}

/** What people read of a reason is a custom label. */
function reasonTexts({ reasons }: CoreModel): Text[] {
  return reasons.flatMap(({ name, rep, admin, source }) => {
    const limit = { max: limits.customLabel, source, needed: true };
    return [
      { what: `What a rep reads of ${name}`, text: rep, ...limit },
      { what: `What an admin reads of ${name}`, text: admin, ...limit },
    ];
  });
}

function judge({ what, text, max, source, needed }: Text): Diagnostic[] {
  const isMissing = needed && text.trim() === '';
  if (text.length <= max && !isMissing) return [];
  return [
    diagnostic(
      'BW2306',
      source,
      isMissing ? `${what} is empty.` : `${what} has ${text.length} characters.`,
      isMissing ? 'People would see nothing.' : `The platform takes at most ${max}.`,
      isMissing ? 'Say what people shall read.' : `Shorten it by ${text.length - max}.`,
    ),
  ];
}

export const labels: Rule = {
  check: ({ model }) => {
    const fields = ownFields(model).flatMap(({ object, field }) => {
      const of = `${object}.${field.name}`;
      const { source } = field;
      return [
        label(of, field.label, source),
        description(of, field.doc, source),
        { what: `The help text of ${of}`, text: field.help ?? '', max: limits.help, source, needed: false },
        ...(field.relationshipLabel === undefined
          ? []
          : [label(`the related list of ${of}`, field.relationshipLabel, source, limits.longLabel)]),
      ];
    });
    return [
      ...objectTexts(model.core),
      ...partTexts(model.core),
      ...reasonTexts(model.core),
      ...fields,
    ].flatMap(judge);
  },
};
