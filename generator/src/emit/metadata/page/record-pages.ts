/**
 * Lightning record pages: highlights with the object's actions, sections of fields, related lists. Layouts are never
 * updated by an upgrade, these pages are; so each list carries its own columns and only the history needs the layout.
 */
import type { CoreModel, ObjectModel } from '../../../model/model.ts';
import type { EmittedFile } from '../../emitted-file.ts';
import { coreFolder, metadataFile } from '../metadata-file.ts';
import { component, facet, fieldSection, holds, region, tabset, type Item, type Region } from './parts.ts';
import { relatedLists, type RelatedList } from './related-lists.ts';
import { pageSections, systemSection } from './sections.ts';

/** Name of an object's record page: `Subscription_Record_Page`. */
export const recordPageName = ({ name }: ObjectModel): string => `${name.replace(/__c$/, '')}_Record_Page`;

function highlights(core: CoreModel, object: ObjectModel): Item {
  const own = core.quickActions
    .filter(({ on }) => on.includes(object.name))
    .map(({ name, permission }) => ({
      value: `${object.name}.${name}`,
      ...(permission !== undefined && { visibilityRule: holds(permission) }),
    }));
  return component('force:highlightsPanel', 'force_highlightsPanel', {
    actionNames: [...own, { value: 'Edit' }, { value: 'Delete' }],
    collapsed: 'false',
    enableActionsConfiguration: 'true',
    enableActionsInNative: 'false',
    hideChatterActions: 'true',
    numVisibleActions: '3',
  });
}

function relatedList(object: ObjectModel, list: RelatedList): Item {
  return component(
    'lst:dynamicRelatedList',
    `lst_dynamicRelatedList_${list.relationship.replaceAll('__', '_')}`,
    {
      actionNames: undefined,
      maxRecordsToDisplay: '10',
      parentFieldApiName: `${object.name}.Id`,
      relatedListApiName: list.relationship,
      relatedListDisplayType: 'ADVGRID',
      relatedListFieldAliases: list.columns,
      relatedListLabel: list.label,
      showActionBar: 'true',
      sortFieldAlias: '__DEFAULT__',
      sortFieldOrder: 'Default',
    },
  );
}

const historyList = (object: ObjectModel): Item =>
  component('force:relatedListSingleContainer', 'force_relatedListSingleContainer_Histories', {
    parentFieldApiName: `${object.name}.Id`,
    relatedListApiName: 'Histories',
    relatedListComponentOverride: 'ADVGRID',
    rowsToDisplay: '10',
    showActionBar: 'true',
  });

/** Sections alone, or a tab for them and one for the related lists. */
function body(core: CoreModel, object: ObjectModel): { facets: Region[]; items: Item[] } {
  const sections = [...pageSections(object), systemSection(object)].map((part, index) =>
    fieldSection(part, `section${index + 1}`),
  );
  const facets = sections.flatMap((section) => section.facets);
  const items = sections.map(({ item }) => item);
  const lists = relatedLists(core, object).map((list) => relatedList(object, list));
  if (object.history) lists.push(historyList(object));
  if (lists.length === 0) return { facets, items };
  const tabs = tabset([
    ['Standard.Tab.detail', 'detailTab'],
    ['Standard.Tab.relatedLists', 'relatedTab'],
  ]);
  return {
    facets: [...facets, facet('detailTab', items), facet('relatedTab', lists), ...tabs.facets],
    items: [tabs.item],
  };
}

/** Hand-written components stand in the template's narrow column; a page without any has one wide column. */
function sideColumn({ page }: ObjectModel): { template: string; regions: Region[] } {
  const { components = [] } = page;
  if (components.length === 0)
    return { template: 'flexipage:recordHomeSingleColTemplateDesktop', regions: [] };
  const items = components.map((name) => component(name, `c_${name}`));
  return { template: 'flexipage:recordHomeTemplateDesktop', regions: [region('sidebar', items)] };
}

function recordPage(core: CoreModel, object: ObjectModel): EmittedFile {
  const { facets, items } = body(core, object);
  const side = sideColumn(object);
  return metadataFile(coreFolder, 'FlexiPage', recordPageName(object), {
    flexiPageRegions: [
      region('header', [highlights(core, object)]),
      ...facets,
      region('main', items),
      ...side.regions,
    ],
    masterLabel: `${object.label} Record Page`,
    sobjectType: object.name,
    template: { name: side.template },
    type: 'RecordPage',
  });
}

/** A record page for each of our objects. */
export const recordPageFiles = (core: CoreModel): EmittedFile[] =>
  core.objects.map((object) => recordPage(core, object));
