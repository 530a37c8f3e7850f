import type { LayoutSection, RelatedListItem } from '@salesforce/types/metadata';
import type { CoreModel, MetadataTypeModel, ObjectModel } from '../../../model/model.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { coreFolder, metadataFile } from '../metadata-file.ts';
import type { Source } from '../xml/source.ts';
import { relatedLists } from './related-lists.ts';
import { pageSections, systemSection, type PageField, type PageSection } from './sections.ts';

const behaviors = { required: 'Required', editable: 'Edit', readonly: 'Readonly' } as const;

/** The platform's own spelling of a layout's name: whatever is neither letter, digit, blank, `-` nor `_` by its bytes. */
const escaped = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll('%20', ' ')
    .replace(/[!'()*.~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `Invoice__c-Billing Invoice Layout`: the name of the layout that the platform makes with an object. Under another name
 * ours would be one more, and nobody would be assigned to it.
 */
const layoutName = ({ name, label }: ObjectModel | MetadataTypeModel): string =>
  `${name}-${escaped(`${label} Layout`)}`;

const column = (fields: readonly PageField[]) => ({
  layoutItems: fields.map(({ name, behavior }) => ({ behavior: behaviors[behavior], field: name })),
});

function section({ label, columns }: PageSection, customLabel = true): Source<LayoutSection> {
  return {
    customLabel,
    detailHeading: true,
    editHeading: true,
    label,
    layoutColumns: columns.map(column),
    style: columns.length === 1 ? 'OneColumn' : 'TwoColumnsTopToBottom',
  };
}

function lists(core: CoreModel, object: ObjectModel): Source<RelatedListItem>[] {
  const own = relatedLists(core, object).map(({ child, through, columns }) => ({
    fields: columns,
    relatedList: `${child}.${through}`,
  }));
  return object.history ? [...own, { relatedList: 'RelatedEntityHistoryList' }] : own;
}

const switchedOff = {
  showEmailCheckbox: false,
  showHighlightsPanel: false,
  showInteractionLogPanel: false,
  showRunAssignmentRulesCheckbox: false,
  showSubmitAndAttachButton: false,
};

function objectLayout(core: CoreModel, object: ObjectModel): EmittedFile {
  return metadataFile(coreFolder, 'Layout', layoutName(object), {
    ...switchedOff,
    layoutSections: [
      ...pageSections(object).map((part) => section(part)),
      section(systemSection(object), false),
    ],
    relatedLists: lists(core, object),
  });
}

/** Without a layout the page on which an admin makes a record shows none of the type's fields. */
function typeLayout(type: MetadataTypeModel): EmittedFile {
  const { label, fields } = type;
  const required = (field: string): PageField => ({ name: field, behavior: 'required' });
  const own = fields.map(({ name: field, required: isRequired }): PageField => {
    return { name: field, behavior: isRequired ? 'required' : 'editable' };
  });
  return metadataFile(coreFolder, 'Layout', layoutName(type), {
    ...switchedOff,
    layoutSections: [
      section(
        { label: 'Information', columns: [[required('MasterLabel')], [required('DeveloperName')]] },
        false,
      ),
      section({ label, columns: [own] }),
    ],
  });
}

/** Page layouts of our objects, and of the metadata types in which an admin makes records. */
export function layoutFiles(core: CoreModel): EmittedFile[] {
  return [
    ...core.objects.map((object) => objectLayout(core, object)),
    ...core.metadataTypes.filter(({ visibility }) => visibility === 'Public').map(typeLayout),
  ];
}
