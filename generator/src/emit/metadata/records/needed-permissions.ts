import type { CoreModel } from '../../../model/model.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { coreFolder } from '../metadata-file.ts';
import { recordFiles } from './record-files.ts';

/** What a permission set's users need and the package can't grant, as data for set-up. */
export function neededPermissionFiles(core: CoreModel): EmittedFile[] {
  const records = core.permissionSets.flatMap(({ name, needs }) =>
    needs.map(({ object, field, access, userPermission, why }) => {
      const subject = field === undefined ? object : `${object}.${field}`;
      const what = [subject, access, userPermission].filter((part) => part !== undefined);
      return {
        key: [name, ...what],
        label: what.join(' '),
        values: {
          PermissionSet__c: name,
          Object__c: object,
          Field__c: field,
          Access__c: access,
          UserPermission__c: userPermission,
          Why__c: why,
        },
      };
    }),
  );
  return recordFiles(coreFolder, 'BillingNeededPermission', records);
}
