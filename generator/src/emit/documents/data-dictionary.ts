/** `docs/reference/data-dictionary.md`: every object and field of the package. */
import type { CoreModel, FieldModel, IntegrationModel, RowModel } from '../../model/model.ts';
import { code, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner } from './words.ts';

function typeText(field: FieldModel): string {
  const { type, length, precision, scale, target, values, formula, summary, unique, externalId } = field;
  const facts = [
    ...(length === undefined ? [] : [`${length}`]),
    ...(precision === undefined ? [] : [`${precision}, ${scale ?? 0}`]),
    ...(target === undefined ? [] : [target]),
    ...(formula ? [formula.returns] : []),
    ...(summary ? [`${summary.operation} of ${summary.of}`] : []),
  ];
  const flags = [
    ...(unique ? ['unique'] : []),
    ...(externalId ? ['external id'] : []),
    ...(field.required ? ['required'] : []),
  ];
  const name = facts.length === 0 ? type : `${type}(${facts.join('; ')})`;
  const list = values && values.length > 0 ? `: ${values.map(code).join(', ')}` : '';
  return [name + list, ...flags].join('; ');
}

type Owners = ReadonlyMap<string, ReadonlySet<RowModel['owner']>>;

/** Who owns a field, over all systems. */
function ownersOf({ systems }: IntegrationModel): Owners {
  const owners = new Map<string, Set<RowModel['owner']>>();
  for (const { mappings } of systems)
    for (const { object, rows } of mappings)
      for (const { field, owner } of rows) {
        const key = `${object}.${field}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(owner));
      }
  return owners;
}

const ownerNames = { salesforce: 'Salesforce', billing: 'billing', shared: 'shared' } as const;

function ownerText(owners: Owners, object: string, field: FieldModel): string {
  if (field.type === 'Formula' || field.type === 'Summary') return 'computed';
  const found = owners.get(`${object}.${field.name}`);
  return found
    ? [...found]
        .sort()
        .map((owner) => ownerNames[owner])
        .join(' and ')
    : 'the package';
}

function fieldTable(owners: Owners, object: string, fields: readonly FieldModel[]): string {
  return table(
    ['field', 'label', 'type', 'owner', 'description'],
    fields.map((field) => [
      code(field.name),
      field.label,
      typeText(field),
      ownerText(owners, object, field),
      field.doc,
    ]),
  );
}

function objectSections({ objects, standardObjects, metadataTypes }: CoreModel, owners: Owners): string[] {
  return [
    '## Standard objects',
    ...standardObjects
      .filter(({ added }) => added.length > 0)
      .map(({ name, doc, added }) => section(`### ${name}`, doc, fieldTable(owners, name, added))),
    '## Objects of the package',
    ...objects.map(({ name, label, doc, nameField, sharing, history, fields }) => {
      const named = nameField.type === 'AutoNumber' ? `numbered as ${code(nameField.format)}` : 'a text';
      const facts = `Label "${label}"; the name is ${named}; sharing ${sharing}${history ? '; field history is kept' : ''}.`;
      return section(`### ${name}`, doc, facts, fieldTable(owners, name, fields));
    }),
    '## Custom metadata types',
    ...metadataTypes.map(({ name, label, doc, visibility, fields }) =>
      section(
        `### ${name}`,
        doc,
        `Label "${label}"; ${visibility.toLowerCase()}.`,
        fieldTable(owners, name, fields),
      ),
    ),
  ];
}

export function dataDictionary(model: IntegrationModel): EmittedFile {
  const content = markdown(
    banner('generator/mappings/core'),
    '# Data dictionary',
    'Names are without the namespace. The owner is who may change a value: Salesforce, billing, both with a rule for conflicts, or the package itself.',
    ...objectSections(model.core, ownersOf(model)),
  );
  return { path: 'docs/reference/data-dictionary.md', content };
}
