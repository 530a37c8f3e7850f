import type { CoreModel, QuickActionModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';

function quickActionFile(action: QuickActionModel, object: string): EmittedFile {
  return metadataFile(coreFolder, 'QuickAction', `${object}.${action.name}`, {
    actionSubtype: action.type === 'headless' ? 'Action' : 'ScreenAction',
    description: description(action.doc, 255),
    icon: action.icon,
    label: action.label,
    lightningWebComponent: action.component,
    optionsCreateFeedItem: false,
    type: 'LightningWebComponent',
  });
}

/** A quick action on each of its objects. */
export const quickActionFiles = (core: CoreModel): EmittedFile[] =>
  core.quickActions.flatMap((action) => action.on.map((object) => quickActionFile(action, object)));
