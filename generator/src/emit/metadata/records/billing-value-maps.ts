import type { FallbackModel, SystemModel, ValueMapModel } from '../../../model/model.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { systemFolder } from '../metadata-file.ts';
import { recordFiles } from './record-files.ts';

const fallback = (value: FallbackModel): string => (value.kind === 'use' ? `use:${value.value}` : value.kind);

/**
 * One row a line, columns parted by a tab; the validator lets no value pass that holds one or is empty. Tab and line feed stand in the file as they are: inside an element each
 * parser keeps them, while not every parser resolves a numeric reference.
 */
function rows({ rows: all }: ValueMapModel): string {
  return all
    .map(({ billing, salesforce, alsoAccepted }) => [billing, salesforce, ...alsoAccepted].join('\t'))
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
