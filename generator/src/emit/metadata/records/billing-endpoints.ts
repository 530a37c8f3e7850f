import type { SystemModel } from '../../../model/model.ts';
import { operationKey } from '../../../model/naming.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { systemFolder } from '../metadata-file.ts';
import { shortened } from '../text.ts';
import { recordFiles } from './record-files.ts';

const sourcesLimit = 255;

/** The endpoint profile as records, one an operation. */
export function billingEndpointFiles(system: SystemModel): EmittedFile[] {
  const { basePath, resources } = system.profile;
  const records = resources.flatMap((resource) =>
    resource.operations.map((operation) => ({
      key: [system.prefix, resource.name, operation.name],
      label: operationKey(resource, operation),
      values: {
        System__c: system.name,
        Operation__c: operationKey(resource, operation),
        Method__c: operation.method,
        Path__c: basePath + operation.path,
        Mark__c: operation.mark.status,
        Sources__c: shortened(operation.mark.sources.join('; '), sourcesLimit),
      },
    })),
  );
  return recordFiles(systemFolder(system), 'BillingEndpoint', records);
}
