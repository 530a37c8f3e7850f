import type { FallbackModel, SystemModel, ValueMapModel } from '../../../model/model.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { systemFolder } from '../metadata-file.ts';
import { recordFiles } from './record-files.ts';

const fallback = (value: FallbackModel): string => (value.kind === 'use' ? `use:${value.value}` : value.kind);

/** A separator inside a value would make two of it, an empty value would be trimmed away; nobody would be told. */
function cell(value: string): string {
  if (value.trim() === '' || /[\t\n\r]/.test(value)) {
    throw new Error(`The mapped value ${JSON.stringify(value)} is empty or holds a tab or a line break.`);
  }
  return value;
}

/**
 * One row a line, columns parted by a tab. Tab and line feed stand in the file as they are: inside an element each
 * parser keeps them, while not every parser resolves a numeric reference.
 */
function rows({ rows: all }: ValueMapModel): string {
  return all
    .map(({ billing, salesforce, alsoAccepted }) =>
      [billing, salesforce, ...alsoAccepted].map(cell).join('\t'),
    )
    .join('\n');
}

/** The value maps as records, one a map. */
export function billingValueMapFiles(system: SystemModel): EmittedFile[] {
  const records = system.valueMaps.map((map) => ({
    key: [system.prefix, map.name],
    label: `${system.label} ${map.name}`,
    values: {
      System__c: system.name,
      Map__c: map.name,
      Rows__c: rows(map),
      ToSalesforce__c: fallback(map.toSalesforce),
      ToBilling__c: fallback(map.toBilling),
      IgnoreCase__c: map.ignoreCase,
    },
  }));
  return recordFiles(systemFolder(system), 'BillingValueMap', records);
}
