import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';

/** Custom metadata types. A protected one is hidden from whoever installs the package. */
export function metadataTypeFiles(core: CoreModel): EmittedFile[] {
  return core.metadataTypes.map(({ name, doc, label, plural, visibility }) =>
    metadataFile(coreFolder, 'CustomObject', name, {
      description: description(doc, 1000),
      label,
      pluralLabel: plural,
      visibility,
    }),
  );
}
