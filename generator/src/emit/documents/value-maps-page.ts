/** `docs/reference/<system>/value-maps.md`: which value there is which value here. */
import type { FallbackModel, SystemModel, ValueMapModel } from '../../model/model.ts';
import { bullets, code, codes, markdown, section, table } from '../../text/markdown.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { banner, folderOf, pageName } from './words.ts';

function fallbackText(fallback: FallbackModel): string {
  switch (fallback.kind) {
    case 'use':
      return `becomes ${code(fallback.value)}`;
    case 'keep':
      return 'leaves the other side as it is';
    case 'same':
      return 'goes over as the same text';
    case 'block':
      return 'blocks the record until the value is mapped';
  }
}

function usesText(system: SystemModel, map: ValueMapModel): string[] {
  const uses = system.mappings.flatMap((mapping) =>
    mapping.rows
      .filter(({ values }) => values === map.name)
      .map(({ field }) => `[${mapping.object}.${field}](${pageName(mapping.name)}.md)`),
  );
  return uses.length === 0 ? [] : [`Used by ${uses.join(', ')}`];
}

function mapSection(system: SystemModel, map: ValueMapModel): string {
  const hasOthers = map.rows.some(({ alsoAccepted }) => alsoAccepted.length > 0);
  const head = ['billing', 'Salesforce', ...(hasOthers ? ['also accepted'] : [])];
  const rows = map.rows.map(({ billing, salesforce, alsoAccepted }) => [
    code(billing),
    code(salesforce),
    codes(alsoAccepted),
  ]);
  return section(
    `## ${map.name}`,
    map.doc,
    bullets([
      ...usesText(system, map),
      `An unknown billing value ${fallbackText(map.toSalesforce)}`,
      `An unknown Salesforce value ${fallbackText(map.toBilling)}`,
      ...(map.ignoreCase ? ['Upper and lower case of Salesforce values are the same'] : []),
    ]),
    table(head, rows),
  );
}

export function valueMapsPage(system: SystemModel): EmittedFile {
  const content = markdown(
    banner(folderOf(system.source)),
    `# Value maps of ${system.label}`,
    'An admin can add a row by a record of Billing Value Override, which wins over the rows here.',
    ...system.valueMaps.map((map) => mapSection(system, map)),
  );
  return { path: `docs/reference/${system.name}/value-maps.md`, content };
}
