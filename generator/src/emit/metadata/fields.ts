import type { CustomField } from '@salesforce/types/metadata';
import type { CoreModel, FieldModel } from '../../model/model.ts';
import type { EmittedFile } from '../emitted-file.ts';
import { fieldShape } from './field-shape.ts';
import { trackedFields } from './history.ts';
import { coreFolder, metadataFile } from './metadata-file.ts';
import { description } from './text.ts';
import type { Source } from './xml/source.ts';

/** What a field has because of the object that it is on. */
type Surroundings = Pick<Source<CustomField>, 'fieldManageability' | 'trackHistory' | 'relationshipOrder'>;

function fieldFile(object: string, field: FieldModel, surroundings: Surroundings = {}): EmittedFile {
  return metadataFile(coreFolder, 'CustomField', `${object}.${field.name}`, {
    fullName: field.name,
    description: description(field.doc, 1000),
    inlineHelpText: field.help,
    label: field.label,
    ...fieldShape(field),
    ...surroundings,
  });
}

function ownFields(core: CoreModel): EmittedFile[] {
  return core.objects.flatMap((object) => {
    const tracked = trackedFields(object);
    const masters = object.fields.filter(({ type }) => type === 'MasterDetail');
    return object.fields.map((field) =>
      fieldFile(object.name, field, {
        trackHistory: object.history ? tracked.has(field.name) : undefined,
        relationshipOrder: field.type === 'MasterDetail' ? masters.indexOf(field) : undefined,
      }),
    );
  });
}

/** Whether people may change the records' values: packaged records are ours, an override is the admin's. */
function metadataTypeFields(core: CoreModel): EmittedFile[] {
  return core.metadataTypes.flatMap(({ name, visibility, fields }) =>
    fields.map((field) =>
      fieldFile(name, field, {
        fieldManageability: visibility === 'Public' ? 'SubscriberControlled' : 'DeveloperControlled',
      }),
    ),
  );
}

/** Fields of our objects, of metadata types and on standard objects. */
export function fieldFiles(core: CoreModel): EmittedFile[] {
  return [
    ...ownFields(core),
    ...metadataTypeFields(core),
    ...core.standardObjects.flatMap(({ name, added }) => added.map((field) => fieldFile(name, field))),
  ];
}
