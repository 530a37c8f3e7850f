import type { CoreModel, ListViewModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { choice } from './choice.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';

function listViewFile(object: string, view: ListViewModel): EmittedFile {
  return metadataFile(coreFolder, 'ListView', `${object}.${view.name}`, {
    fullName: view.name,
    columns: view.columns,
    filterScope: 'Everything',
    filters: view.filters.map(({ field, operation, value }) => ({
      field,
      operation: choice(operation, 'equals', 'notEqual', 'greaterThan', 'lessThan'),
      value,
    })),
    label: view.label,
  });
}

/** List views, over all records that the person may see. */
export const listViewFiles = (core: CoreModel): EmittedFile[] =>
  core.objects.flatMap(({ name, listViews }) => listViews.map((view) => listViewFile(name, view)));
