import type { ObjectModel } from '../schema/model.ts';
import type { XmlNode } from '../schema/source/xml.ts';
import { nameFieldOf } from './highlights.ts';
import { withoutNamespace } from './layout.ts';
import { columnField } from './list-columns.ts';
import type { PageSources } from './sources.ts';

/** A list view of an object. */
export interface ListView {
  readonly name: string;
  readonly label: string;
  /** Fields and paths such as `Owner.Alias`. */
  readonly columns: readonly string[];
  readonly scope: 'everything' | 'mine' | 'recent';
  readonly filters: readonly ListFilter[];
  /** `1 OR 2`; null: all must hold. */
  readonly logic: string | null;
}

export interface ListFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

/** The views of the metadata by label, then All and Recently Viewed, which every object has. */
export function listViewsOf(sources: PageSources, object: ObjectModel): ListView[] {
  const folder = withoutNamespace(object.name).toLowerCase();
  const files = sources.all('listView').filter((source) => source.object.toLowerCase() === folder);
  const inObject = sources.find('object', folder)?.node.list('listViews') ?? [];
  const own = [
    ...files.map(({ name, node }) => readView(name, node, object)),
    ...inObject.map((node) => readView(node.text('fullName') ?? '', node, object)),
  ].sort((one, other) => one.label.localeCompare(other.label, 'en'));
  const columns = defaultColumns(sources, object);
  const standard: ListView[] = [
    { ...EVERYTHING, name: allViewName(object), label: `All ${object.pluralLabel}`, columns },
    { ...EVERYTHING, name: RECENT, label: 'Recently Viewed', columns, scope: 'recent' },
  ];
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [
    ...own,
    ...standard.filter(({ name }) => !names.has(name.toLowerCase()) && !(isAll(name) && hasAll(names))),
  ];
}

export const RECENT = '__Recent';
const EVERYTHING = { scope: 'everything', filters: [], logic: null } as const;

function isAll(name: string): boolean {
  return /^all/i.test(name);
}

/** The project's own view `All` takes the place of the standard one. */
function hasAll(names: ReadonlySet<string>): boolean {
  return names.has('all');
}

/** `AllAccounts` on a standard object, `All` on one of the project's own. */
function allViewName(object: ObjectModel): string {
  return object.kind === 'standard' ? `All${object.pluralLabel.replaceAll(' ', '')}` : 'All';
}

function readView(name: string, node: XmlNode, object: ObjectModel): ListView {
  const path = (column: string): string => columnField(object, column);
  return {
    name,
    label: node.text('label') ?? name,
    columns: node.texts('columns').map(path),
    scope: node.text('filterScope')?.toLowerCase() === 'mine' ? 'mine' : 'everything',
    filters: node.list('filters').map((filter) => ({
      field: path(filter.text('field') ?? ''),
      operation: filter.text('operation') ?? 'equals',
      value: filter.text('value') ?? '',
    })),
    logic: node.text('booleanFilter'),
  };
}

const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'],
  Contact: ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Opportunity: ['Name', 'Account.Name', 'Amount', 'CloseDate', 'StageName', 'Owner.Alias'],
  Order: ['OrderNumber', 'Account.Name', 'TotalAmount', 'EffectiveDate', 'Status'],
  Pricebook2: ['Name', 'Description', 'IsActive', 'IsStandard'],
  Product2: ['Name', 'ProductCode', 'Description', 'Family', 'IsActive'],
};

/** The columns of search results, as every object's tab has them. */
function defaultColumns(sources: PageSources, object: ObjectModel): string[] {
  const standard = STANDARD_COLUMNS[object.name];
  if (standard) return [...standard];
  const layouts = sources.find('object', withoutNamespace(object.name))?.node.child('searchLayouts');
  const added = layouts?.texts('customTabListAdditionalFields') ?? [];
  const more = added.length ? added : (layouts?.texts('searchResultsAdditionalFields') ?? []);
  return [nameFieldOf(object), ...more.map((column) => columnField(object, column))];
}
