/** The parts that a Lightning page is put together from, each in the form that the App Builder saves. */
import type {
  ComponentInstancePropertyListItem,
  FlexiPageRegion,
  ItemInstance,
  UiFormulaRule,
} from '@salesforce/types/metadata';
import type { Source } from '../xml/source.ts';
import type { PageField, PageSection } from './sections.ts';

export type Item = Source<ItemInstance>;
export type Region = Source<FlexiPageRegion>;

/** An entry of a list, and who gets to see it. */
type Entry = Source<ComponentInstancePropertyListItem>;

/** A property's value: one text, a list of texts or of entries, or nothing chosen. */
type Value = string | readonly (string | Entry)[] | undefined;

function property(name: string, value: Value) {
  if (value === undefined) return { name };
  if (typeof value === 'string') return { name, value };
  const valueListItems = value.map((item) => (typeof item === 'string' ? { value: item } : item));
  return { name, valueList: { valueListItems } };
}

/** The rule that shows something to holders of a custom permission. */
export const holds = (permission: string): Source<UiFormulaRule> => ({
  criteria: [
    {
      leftValue: `{!$Permission.CustomPermission.${permission}}`,
      operator: 'EQUAL',
      rightValue: 'true',
    },
  ],
});

/** A component on the page. `identifier` is unique on the page. */
export function component(
  name: string,
  identifier: string,
  properties: Readonly<Record<string, Value>> = {},
): Item {
  const componentInstanceProperties = Object.entries(properties).map(([key, value]) => property(key, value));
  return { componentInstance: { componentInstanceProperties, componentName: name, identifier } };
}

/** A part that other parts name. */
export const facet = (name: string, itemInstances: readonly Item[]): Region => ({
  itemInstances,
  name,
  type: 'Facet',
});

/** A part that the template has a place for. */
export const region = (name: string, itemInstances: readonly Item[]): Region => ({
  itemInstances,
  name,
  type: 'Region',
});

const behaviors = { required: 'required', editable: 'none', readonly: 'readonly' } as const;

function fieldItem({ name, behavior }: PageField): Item {
  return {
    fieldInstance: {
      fieldInstanceProperties: [{ name: 'uiBehavior', value: behaviors[behavior] }],
      fieldItem: `Record.${name}`,
      identifier: `Record${name.replaceAll('__', '_')}Field`,
    },
  };
}

/** A section of fields: the component itself and the facets that it stands on. */
export function fieldSection({ label, columns }: PageSection, key: string): { facets: Region[]; item: Item } {
  const names = columns.map((_, index) => `${key}Column${index + 1}`);
  const columnItems = names.map((body) => component('flexipage:column', `flexipage_${body}`, { body }));
  return {
    facets: [
      ...columns.map((fields, index) => facet(names[index] ?? key, fields.map(fieldItem))),
      facet(`${key}Columns`, columnItems),
    ],
    item: component('flexipage:fieldSection', `flexipage_${key}`, {
      columns: `${key}Columns`,
      horizontalAlignment: 'false',
      label,
    }),
  };
}

/** Tabs, the first of which is open: title and the facet inside. */
export function tabset(tabs: readonly (readonly [title: string, body: string])[]): {
  facets: Region[];
  item: Item;
} {
  const items = tabs.map(([title, body], index) =>
    component('flexipage:tab', `flexipage_tab${index + 1}`, {
      ...(index === 0 && { active: 'true' }),
      body,
      title,
    }),
  );
  return {
    facets: [facet('mainTabs', items)],
    item: component('flexipage:tabset', 'flexipage_tabset', { tabs: 'mainTabs' }),
  };
}
