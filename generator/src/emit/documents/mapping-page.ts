/** `docs/reference/<system>/<mapping>.md`: one object, field by field. */
import type { MappingModel, RowModel, SystemModel } from '../../model/model.ts';
import { anchor, bullets, code, codes, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner, conditionsText, markText, pageName } from './words.ts';

const directions = { salesforce: 'to billing', billing: 'to Salesforce', shared: 'both ways' } as const;
const conflicts = {
  ask: 'a person decides',
  salesforceWins: 'Salesforce wins',
  billingWins: 'billing wins',
} as const;

function ownerText({ owner, conflict }: RowModel): string {
  if (owner === 'shared') return `shared; ${conflicts[conflict ?? 'ask']}`;
  return owner === 'salesforce' ? 'Salesforce' : 'billing';
}

function valueText({ convert, values, link }: RowModel): string {
  if (link !== undefined) return `id linked under ${code(link)}`;
  if (values !== undefined) return `[${values}](value-maps.md${anchor(values)})`;
  return convert === undefined ? 'as it is' : code(convert);
}

function whenText({ when, onCreateOnly, dynamic }: RowModel): string {
  return [
    conditionsText(
      when.map(({ feature, ...test }) =>
        feature === undefined || feature === dynamic ? test : { ...test, feature },
      ),
    ),
    onCreateOnly ? 'only when created' : '',
    dynamic === undefined ? '' : `only with ${dynamic}`,
  ]
    .filter((text) => text !== '')
    .join('; ');
}

const rowCells = (row: RowModel): string[] => [
  code(row.field),
  directions[row.owner],
  ownerText(row),
  code(row.path.text),
  valueText(row),
  whenText(row),
  markText(row.path.mark),
];

function keyText({ key }: MappingModel): string {
  if (!key) return 'none; nothing is ever created in billing';
  const only = key.onlyIf === undefined ? '' : `, where ${code(key.onlyIf)} of the connection is on`;
  return `${code(key.property.text)}, found by ${code(key.parameter)}${only}`;
}

function likenessText({ lookalikes }: MappingModel): string {
  const texts = lookalikes.map(({ field, parameter }) =>
    parameter === undefined ? code(field) : `${code(field)} (searched by ${code(parameter)})`,
  );
  return texts.length === 0 ? 'nothing is searched for' : texts.join(', ');
}

function updateText({ update, updateOnlyIf }: MappingModel): string {
  if (update === undefined) return 'never';
  return updateOnlyIf === undefined ? 'always' : `where ${code(updateOnlyIf)} of the connection is on`;
}

function confirmText({ confirm }: MappingModel): string {
  if (confirm === undefined) return 'needs none';
  const { onlyIf, draft, state } = confirm;
  const only = onlyIf === undefined ? '' : `, where ${code(onlyIf)} of the connection is on`;
  return `while ${code(state.text)} is ${codes(draft)}${only}`;
}

function becomesText(system: SystemModel, { becomes }: MappingModel): string {
  if (becomes === undefined) return 'nothing else';
  const target = system.mappings.find(({ name }) => name === becomes.mapping);
  const link = `[${target?.object ?? becomes.mapping}](${pageName(becomes.mapping)}.md)`;
  return `${link}, by ${code(becomes.id.text)}, else by ${code(becomes.order)} and ${code(becomes.number)}`;
}

function operationsText({ resource, read, create, update, bulk, confirm }: MappingModel): string {
  const names = [bulk?.operation, read, create, update, confirm?.operation].filter(
    (name) => name !== undefined,
  );
  const links = names.map((name) => `[${resource}.${name}](endpoints.md${anchor(resource)})`);
  return links.length === 0 ? 'none of its own' : links.join(', ');
}

function facts(system: SystemModel, mapping: MappingModel): string {
  const { bulk, recordTypes } = mapping;
  const bulkText = bulk
    ? [bulk.byId, bulk.byKey]
        .filter((name) => name !== undefined)
        .map(code)
        .join(' or ')
    : 'never read by itself';
  return table(
    ['what', 'how'],
    [
      ['Salesforce object', code(mapping.object)],
      ['Billing resource', `[${mapping.resource}](endpoints.md${anchor(mapping.resource)})`],
      ['Key in links and ledger', code(mapping.type)],
      ['Billing id', code(mapping.id.text)],
      ['Number for people', mapping.number ? code(mapping.number.text) : 'none'],
      ['Natural key', keyText(mapping)],
      ['Looks alike', likenessText(mapping)],
      ['Changes are sent', updateText(mapping)],
      ['Confirmation', confirmText(mapping)],
      ['Becomes', becomesText(system, mapping)],
      ['Automation level', mapping.automation ? code(mapping.automation) : 'only by click'],
      ['Many are read by', bulkText],
      ['Operations', operationsText(mapping)],
      ['Record types', recordTypes.length === 0 ? 'all' : codes(recordTypes)],
    ],
  );
}

const notes = (rows: readonly RowModel[]): string =>
  bullets(rows.filter(({ doc }) => doc !== '').map(({ field, doc }) => `${code(field)}: ${doc}`));

function otherSources({ constants, defaults }: MappingModel): string {
  return table(
    ['billing property', 'value', 'known'],
    [
      ...constants.map(({ path, value }) => [
        code(path.text),
        `always ${code(String(value))}`,
        markText(path.mark),
      ]),
      ...defaults.map(({ path, connectionField }) => [
        code(path.text),
        `${code(connectionField)} of the connection, where no row has a value`,
        markText(path.mark),
      ]),
    ],
  );
}

function childrenText(system: SystemModel, { children }: MappingModel): string {
  return bullets(
    children.map((child) => {
      const target = system.mappings.find(({ name }) => name === child.mapping);
      const link = `[${target?.object ?? child.mapping}](${pageName(child.mapping)}.md)`;
      return child.kind === 'nested'
        ? `${code(child.name)}: ${link}, inside ${code(child.path.text)}`
        : `${code(child.name)}: ${link}, listed by ${code(child.parameter)}`;
    }),
  );
}

const takesPart = ({ takesPart: parts }: MappingModel): string =>
  bullets(
    parts.map(
      ({ when, reason }) => `${conditionsText(when)}; if not: [${reason}](../reasons.md${anchor(reason)})`,
    ),
  );

export function mappingPage(system: SystemModel, mapping: MappingModel): EmittedFile {
  const fieldHead = ['field', 'direction', 'owner', 'billing', 'value', 'when', 'known'];
  const content = markdown(
    banner(mapping.source.file),
    `# ${mapping.object} and ${mapping.resource} of ${system.label}`,
    mapping.doc,
    facts(system, mapping),
    section('## Who takes part', takesPart(mapping)),
    section('## Fields', table(fieldHead, mapping.rows.map(rowCells)), notes(mapping.rows)),
    section('## Other values in billing', otherSources(mapping)),
    section('## Children', childrenText(system, mapping)),
    section(
      '## Shown on the link',
      table(
        ['field', 'billing', 'known'],
        mapping.onLink.map(({ field, path }) => [code(field), code(path.text), markText(path.mark)]),
      ),
    ),
    section(
      '## Placeholders of the deep link',
      bullets(
        mapping.deepLink.map(({ placeholder, path }) => `${code(`{${placeholder}}`)}: ${code(path.text)}`),
      ),
    ),
  );
  return { path: `docs/reference/${system.name}/${pageName(mapping.name)}.md`, content };
}
