import type { SystemModel } from '../../../model/model.ts';
import { systemClassName } from '../../../model/naming.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { systemFolder } from '../metadata-file.ts';
import { recordFiles } from './record-files.ts';

/** The record by which core finds a system's class. Its developer name is the key that connections hold. */
export function billingSystemFiles(system: SystemModel): EmittedFile[] {
  const values = { ApexClass__c: systemClassName(system), Prefix__c: system.prefix };
  return recordFiles(systemFolder(system), 'BillingSystem', [
    { key: [system.name], label: system.label, values },
  ]);
}
