import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';

/** Lightning apps. */
export function appFiles(core: CoreModel): EmittedFile[] {
  return core.apps.map(({ name, label, colour, doc, tabs }) =>
    metadataFile(coreFolder, 'CustomApplication', name, {
      brand: { headerColor: colour, shouldOverrideOrgTheme: false },
      description: description(doc, 255),
      formFactors: ['Small', 'Large'],
      isNavAutoTempTabsDisabled: false,
      isNavPersonalizationDisabled: false,
      isNavTabPersistenceDisabled: false,
      isOmniPinnedViewEnabled: false,
      label,
      navType: 'Standard',
      tabs,
      uiType: 'Lightning',
    }),
  );
}
