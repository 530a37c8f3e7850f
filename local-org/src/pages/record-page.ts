import { actionsOf, componentName } from './actions.ts';
import {
  readFlexiPage,
  type FlexiComponent,
  type FlexiItem,
  type FlexiPage,
  type FlexiRegion,
  type Visibility,
} from './flexipage.ts';
import { highlightsOf } from './highlights.ts';
import { layoutOf, withoutNamespace } from './layout.ts';
import type { FieldSection, PageComponent, PageField, PageRegion, RecordPage, RelatedList } from './model.ts';
import { readableField, type PageScope } from './page-scope.ts';
import { allLists, dynamicList, singleList } from './related-lists.ts';
import type { Source } from './sources.ts';
import { isVisible, recordPathsOf } from './visibility.ts';

const COMPOSED_TEMPLATE = 'composed';

/** Parts of a record's page that do not depend on the record's own name and type. */
export type PageBody = Pick<RecordPage, 'template' | 'actions' | 'highlights' | 'regions'>;

/** The object's Lightning page; one composed of its layout or its fields when the project has none. */
export function recordPageBody(scope: PageScope): PageBody {
  const source = pageSourceOf(scope);
  return source ? bodyOfPage(scope, readFlexiPage(source.node)) : composedBody(scope);
}

/** The fields that the page's visibility rules look at. */
export function ruleFieldsOf(scope: Pick<PageScope, 'sources' | 'object'>): string[] {
  const source = pageSourceOf(scope);
  if (!source) return [];
  const items = readFlexiPage(source.node).regions.flatMap((region) => region.items);
  return [...new Set(items.flatMap(rulesOf).flatMap(recordPathsOf))];
}

function rulesOf(item: FlexiItem): (Visibility | null)[] {
  const entries = item.kind === 'component' ? [...item.entries.values()].flat() : [];
  return [item.visibility, ...entries.map(({ visibility }) => visibility)];
}

/** Regions of an app or home page: it has no record. */
export function appPageRegions(scope: PageScope, source: Source): PageRegion[] {
  return new Composer(scope, readFlexiPage(source.node)).regions();
}

/** The page that the object's View action names, else any record page for the object. */
function pageSourceOf({ sources, object }: Pick<PageScope, 'sources' | 'object'>): Source | null {
  const name = withoutNamespace(object.name);
  const overrides = sources.find('object', name)?.node.list('actionOverrides') ?? [];
  const view = overrides.filter(
    (node) => node.text('actionName') === 'View' && node.text('type')?.toLowerCase() === 'flexipage',
  );
  const assigned = view.find((node) => node.text('formFactor') === 'Large') ?? view[0];
  const named = assigned && sources.find('flexipage', assigned.text('content') ?? '');
  return named ?? sources.all('flexipage').find(({ node }) => isPageOf(node, name)) ?? null;
}

function isPageOf(node: Source['node'], object: string): boolean {
  return (
    node.text('type') === 'RecordPage' && node.text('sobjectType')?.toLowerCase() === object.toLowerCase()
  );
}

function bodyOfPage(scope: PageScope, page: FlexiPage): PageBody {
  const composer = new Composer(scope, page);
  const regions = composer.regions();
  return {
    template: page.template,
    actions: actionsOf(scope, composer.actionNames),
    highlights: highlightsOf(scope),
    regions,
  };
}

class Composer {
  /** Of the highlights panel that was met. */
  actionNames: readonly string[] | null = null;
  readonly #scope: PageScope;
  readonly #regions: ReadonlyMap<string, FlexiRegion>;

  constructor(scope: PageScope, page: FlexiPage) {
    this.#scope = scope;
    this.#regions = new Map(page.regions.map((region) => [region.name, region]));
  }

  regions(): PageRegion[] {
    const own = [...this.#regions.values()].filter((region) => !region.isFacet);
    return own.map(({ name, items }) => ({ name, components: this.#components(items) }));
  }

  #components(items: readonly FlexiItem[]): PageComponent[] {
    const loose = items.filter((item) => item.kind === 'field');
    const section = loose.length ? [fieldSection('', [this.#fields(items)])] : [];
    return [
      ...section,
      ...this.#visible(items).flatMap((item) => (item.kind === 'field' ? [] : this.#component(item))),
    ];
  }

  #visible(items: readonly FlexiItem[]): FlexiItem[] {
    return items.filter(({ visibility }) => isVisible(visibility, this.#scope.context));
  }

  #component(item: FlexiComponent): PageComponent[] {
    switch (item.name) {
      case 'force:highlightsPanel':
        this.actionNames = this.#actionNames(item);
        return [];
      case 'flexipage:fieldSection':
        return [this.#fieldSection(item)];
      case 'force:detailPanel':
        return detailSections(this.#scope);
      case 'flexipage:tabset':
        return [{ kind: 'tabset', tabs: this.#items(item, 'tabs').flatMap((tab) => this.#tab(tab)) }];
      case 'lst:dynamicRelatedList':
        return known(dynamicList(this.#scope, item));
      case 'force:relatedListSingleContainer':
        return known(singleList(this.#scope, item));
      case 'force:relatedListContainer':
        return allLists(this.#scope);
      case 'flexipage:richText':
        return [{ kind: 'richText', html: textOf(item, 'richTextValue') }];
      default:
        return [otherComponent(item)];
    }
  }

  /** Those that their rules show; null when the page names none. */
  #actionNames({ entries }: FlexiComponent): string[] | null {
    const names = entries.get('actionNames');
    if (!names) return null;
    return names
      .filter(({ visibility }) => isVisible(visibility, this.#scope.context))
      .map(({ value }) => value);
  }

  #fieldSection(item: FlexiComponent): FieldSection {
    const columns = this.#items(item, 'columns').filter((column) => column.kind === 'component');
    return fieldSection(
      textOf(item, 'label'),
      columns.map((column) => this.#fields(this.#items(column, 'body'))),
    );
  }

  #fields(items: readonly FlexiItem[]): PageField[] {
    return this.#visible(items).flatMap((item) => {
      const field = item.kind === 'field' ? readableField(this.#scope, item.field) : null;
      return field === null || item.kind !== 'field' ? [] : [{ field, behaviour: item.behaviour }];
    });
  }

  #tab(item: FlexiItem): { label: string; components: PageComponent[] }[] {
    if (item.kind !== 'component' || item.name !== 'flexipage:tab') return [];
    const components = this.#components(this.#items(item, 'body'));
    return [{ label: tabLabel(textOf(item, 'title')), components }];
  }

  /** The visible contents of the facet that a property names. */
  #items(item: FlexiComponent, property: string): FlexiItem[] {
    return this.#visible(this.#regions.get(textOf(item, property))?.items ?? []);
  }
}

function otherComponent(item: FlexiComponent): PageComponent {
  const [namespace = '', rest] = item.name.split(':');
  const isOwn = rest === undefined || !STANDARD_NAMESPACES.has(namespace);
  if (!isOwn) return { kind: 'unsupported', component: item.name };
  return {
    kind: 'lwc',
    component: componentName(item.name),
    properties: Object.fromEntries(item.properties),
  };
}

const STANDARD_NAMESPACES = new Set([
  'flexipage',
  'force',
  'forceChatter',
  'forceCommunity',
  'home',
  'lst',
  'record_flexipage',
  'runtime_sales_activities',
  'runtime_sales_path_assistant',
  'sfa',
  'wave',
]);

/** A list of what the user may not see, or of what the local org does not keep, such as field history, is left out. */
function known(list: RelatedList | null): RelatedList[] {
  return list ? [list] : [];
}

function textOf({ properties }: FlexiComponent, name: string): string {
  const value = properties.get(name);
  return typeof value === 'string' ? value : '';
}

const STANDARD_TABS: Readonly<Record<string, string>> = {
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.relatedLists': 'Related',
};

function tabLabel(title: string): string {
  return STANDARD_TABS[title] ?? title;
}

function fieldSection(label: string, columns: readonly (readonly PageField[])[]): FieldSection {
  return { kind: 'fieldSection', label, columns: columns.filter((column) => column.length) };
}

/** The sections of the layout; without one all fields that a page would have, in two columns. */
function detailSections(scope: PageScope): FieldSection[] {
  const layout = layoutOf(scope.sources, scope.object);
  if (layout) return layout.sections.map((section) => readableSection(scope, section));
  const fields = [...scope.object.fields.values()]
    .filter(
      (field) => !field.isSystem && !COMPOUND.has(field.type) && scope.mayReadField(scope.object, field),
    )
    .map((field): PageField => ({ field: field.name, behaviour: 'none' }));
  const half = Math.ceil(fields.length / 2);
  return [fieldSection('Information', [fields.slice(0, half), fields.slice(half)])];
}

const COMPOUND = new Set(['ADDRESS', 'LOCATION', 'BASE64']);

function readableSection(scope: PageScope, { label, columns }: FieldSection): FieldSection {
  const readable = (item: PageField): PageField[] => {
    const field = readableField(scope, item.field);
    return field === null ? [] : [{ ...item, field }];
  };
  return fieldSection(
    label,
    columns.map((column) => column.flatMap(readable)),
  );
}

function composedBody(scope: PageScope): PageBody {
  const tabs = [
    { label: 'Details', components: detailSections(scope) },
    { label: 'Related', components: allLists(scope) },
  ];
  return {
    template: COMPOSED_TEMPLATE,
    actions: actionsOf(scope, null),
    highlights: highlightsOf(scope),
    regions: [{ name: 'main', components: [{ kind: 'tabset', tabs }] }],
  };
}
