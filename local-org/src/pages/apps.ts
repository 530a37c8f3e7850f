import type { OrgSchema } from '../schema/model.ts';
import { componentName } from './actions.ts';
import type { PageSources, Source } from './sources.ts';

/** An app with its navigation. */
export interface AppModel {
  readonly name: string;
  readonly label: string;
  /** `#0B5C57`; null for the platform's own. */
  readonly colour: string | null;
  readonly tabs: readonly TabModel[];
}

export interface TabModel {
  readonly name: string;
  readonly label: string;
  readonly kind: 'object' | 'component' | 'page';
  readonly object?: string;
  readonly component?: string;
  /** Name of a Lightning app page. */
  readonly page?: string;
  /** `custom:custom40`, `standard:account`. */
  readonly icon?: string;
}

/** The project's apps; without one an app of all tabs, and without tabs one of the objects that the project has. */
export function appsOf(sources: PageSources, schema: OrgSchema): AppModel[] {
  const own = sources.all('app').map(({ name, node }) => ({
    name,
    label: node.text('label') ?? name,
    colour: node.child('brand')?.text('headerColor') ?? null,
    tabs: node.texts('tabs').flatMap((tab) => tabNamed(tab, sources, schema) ?? []),
  }));
  return own.length ? own : [composedApp(sources, schema)];
}

function composedApp(sources: PageSources, schema: OrgSchema): AppModel {
  const names = sources.all('tab').map(({ name }) => name);
  const tabs = names.flatMap((name) => tabNamed(name, sources, schema) ?? []);
  const objects = [...schema.projectObjects].filter((name) =>
    ['standard', 'custom'].includes(schema.object(name)?.kind ?? ''),
  );
  return {
    name: 'Local',
    label: 'Local Org',
    colour: null,
    tabs: tabs.length ? tabs : objects.flatMap((name) => objectTab(name, schema) ?? []),
  };
}

function tabNamed(name: string, sources: PageSources, schema: OrgSchema): TabModel | null {
  const standard = /^standard-(?<object>\w+)$/.exec(name)?.groups?.object;
  if (standard !== undefined) return objectTab(standard, schema, name);
  const source = sources.find(
    'tab',
    componentName(name) === name ? name : name.replace(/^\w+?__(?=\w+__c$)/, ''),
  );
  return source && ownTab(source, schema);
}

function ownTab({ name, node }: Source, schema: OrgSchema): TabModel | null {
  const icon = iconOf(node.text('motif'));
  if (node.flag('customObject')) {
    const tab = objectTab(name, schema);
    return tab && { ...tab, ...(icon ? { icon } : {}) };
  }
  const shared = { name, label: node.text('label') ?? name, ...(icon ? { icon } : {}) };
  const component = node.text('lwcComponent');
  if (component !== null) return { ...shared, kind: 'component', component: componentName(component) };
  const page = node.text('flexiPage');
  return page === null ? null : { ...shared, kind: 'page', page };
}

function objectTab(object: string, schema: OrgSchema, name = object): TabModel | null {
  const model = schema.object(object);
  if (!model) return null;
  const icon = model.kind === 'standard' ? { icon: `standard:${standardIcon(model.name)}` } : {};
  return { name, label: model.pluralLabel, kind: 'object', object: model.name, ...icon };
}

const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Product2: 'product',
  Order: 'orders',
  OrderItem: 'order_item',
  Pricebook2: 'pricebook',
};

/** The name of a standard object's icon in the design system. */
export function standardIcon(object: string): string {
  return STANDARD_ICONS[object] ?? object.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

/** `Custom40: Credit card` to `custom:custom40`. */
export function iconOf(motif: string | null): string | null {
  const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
  return number === undefined ? null : `custom:custom${Number(number)}`;
}
