import type { CustomField, CustomObject, SearchLayouts } from '@salesforce/types/metadata';
import type { CoreModel, ObjectModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { compactLayoutName } from './compact-layouts.ts';
import { tracksName } from './history.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { recordPageName } from './page/record-pages.ts';
import { description } from './text.ts';
import type { Source } from './xml/source.ts';

function nameField(object: ObjectModel): Source<CustomField> {
  const { nameField: field } = object;
  const trackHistory = object.history ? tracksName(object) : undefined;
  if (field.type === 'Text') return { label: field.label, trackHistory, type: 'Text' };
  return { displayFormat: field.format, label: field.label, trackHistory, type: 'AutoNumber' };
}

/** The name is always the first column; only the further ones are said. */
function searchLayouts({ search, listButtons = [] }: ObjectModel): Source<SearchLayouts> {
  const columns = search.filter((column) => column !== 'NAME');
  return {
    customTabListAdditionalFields: columns,
    listViewButtons: listButtons,
    lookupDialogsAdditionalFields: columns,
    searchResultsAdditionalFields: columns,
  };
}

/** Sharing, bulk and streaming access can only be on or off together. */
const features: Source<CustomObject> = {
  allowInChatterGroups: false,
  enableActivities: false,
  enableBulkApi: true,
  enableFeeds: false,
  enableLicensing: false,
  enableReports: true,
  enableSearch: true,
  enableSharing: true,
  enableStreamingApi: true,
  visibility: 'Public',
};

/** Makes our page the one that is shown on a desktop. On a phone the platform's own page serves. */
const actionOverrides = (object: ObjectModel): Source<CustomObject>['actionOverrides'] => [
  {
    actionName: 'View',
    content: recordPageName(object),
    formFactor: 'Large',
    skipRecordTypeSelect: false,
    type: 'Flexipage',
  },
];

function objectFile(object: ObjectModel): EmittedFile {
  return metadataFile(coreFolder, 'CustomObject', object.name, {
    ...features,
    actionOverrides: actionOverrides(object),
    compactLayoutAssignment: compactLayoutName,
    deploymentStatus: 'Deployed',
    description: description(object.doc, 1000),
    enableHistory: object.history,
    externalSharingModel: object.sharing === 'ControlledByParent' ? 'ControlledByParent' : 'Private',
    label: object.label,
    nameField: nameField(object),
    pluralLabel: object.plural,
    searchLayouts: searchLayouts(object),
    sharingModel: object.sharing,
  });
}

/** Our objects. Their fields, views and layouts are files of their own. */
export const objectFiles = (core: CoreModel): EmittedFile[] => core.objects.map(objectFile);
