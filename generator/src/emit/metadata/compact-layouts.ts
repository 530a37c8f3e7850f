import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';

/** Name of the compact layout of each object. */
export const compactLayoutName = 'Highlights';

/** What the highlights panel shows. */
export function compactLayoutFiles(core: CoreModel): EmittedFile[] {
  return core.objects.map(({ name, compact }) =>
    metadataFile(coreFolder, 'CompactLayout', `${name}.${compactLayoutName}`, {
      fullName: compactLayoutName,
      fields: compact,
      label: compactLayoutName,
    }),
  );
}
