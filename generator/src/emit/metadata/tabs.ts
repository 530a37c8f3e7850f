import type { CoreModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';

/** Names of all tabs: those of the objects that have an icon for one, and those of components. */
export const tabNames = (core: CoreModel): string[] => [
  ...core.objects.filter(({ tab }) => tab !== undefined).map(({ name }) => name),
  ...core.componentTabs.map(({ name }) => name),
];

function objectTabFiles(core: CoreModel): EmittedFile[] {
  return core.objects.flatMap(({ name, tab }) =>
    tab === undefined
      ? []
      : [metadataFile(coreFolder, 'CustomTab', name, { customObject: true, motif: tab })],
  );
}

function componentTabFiles(core: CoreModel): EmittedFile[] {
  return core.componentTabs.map(({ name, label, component, motif, doc }) =>
    metadataFile(coreFolder, 'CustomTab', name, {
      description: description(doc, 255),
      label,
      lwcComponent: component,
      motif,
    }),
  );
}

/** A tab per object that has one, and one per component that is shown on a tab. */
export const tabFiles = (core: CoreModel): EmittedFile[] => [
  ...objectTabFiles(core),
  ...componentTabFiles(core),
];
