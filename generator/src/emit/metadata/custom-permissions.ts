import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';

/** Permissions that code asks for by name. */
export function customPermissionFiles(core: CoreModel): EmittedFile[] {
  return core.customPermissions.map(({ name, label, doc }) =>
    metadataFile(coreFolder, 'CustomPermission', name, {
      description: description(doc, 255),
      isLicensed: false,
      label,
    }),
  );
}
