import type { ChildRelationship, ObjectModel } from '../schema/model.ts';
import type { FlexiComponent } from './flexipage.ts';
import { nameFieldOf } from './highlights.ts';
import { layoutOf, type LayoutRelatedList } from './layout.ts';
import { columnField } from './list-columns.ts';
import type { RelatedList } from './model.ts';
import { readableField, type PageScope } from './page-scope.ts';

const ROWS = 6;

/** `lst:dynamicRelatedList`: the page itself says fields, order and rows. */
export function dynamicList(scope: PageScope, component: FlexiComponent): RelatedList | null {
  const { properties } = component;
  const text = (name: string): string | null => {
    const value = properties.get(name);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const aliases = properties.get('relatedListFieldAliases');
  const fields = typeof aliases === 'string' ? aliases.split(',') : (aliases ?? []);
  const order = text('sortFieldOrder');
  const sort = text('sortFieldAlias');
  const hasSort = sort !== null && sort !== '__DEFAULT__';
  return relatedList(scope, text('relatedListApiName') ?? '', {
    label: text('relatedListLabel'),
    fields,
    rows: Number(text('maxRecordsToDisplay')) || ROWS,
    sort: hasSort ? { field: sort, descending: /^desc/i.test(order ?? '') } : null,
  });
}

/** `force:relatedListSingleContainer`: fields as the layout has them. */
export function singleList(scope: PageScope, component: FlexiComponent): RelatedList | null {
  const name = String(component.properties.get('relatedListApiName') ?? '');
  const inLayout = (layoutOf(scope.sources, scope.object)?.relatedLists ?? []).find(
    (list) => relationshipOf(scope.object, list.name)?.name === relationshipOf(scope.object, name)?.name,
  );
  return relatedList(scope, name, { label: null, fields: inLayout?.fields ?? [], rows: ROWS, sort: null });
}

/** All lists of the layout; without a layout those of the object's own and the usual children. */
export function allLists(scope: PageScope): RelatedList[] {
  const lists: readonly LayoutRelatedList[] =
    layoutOf(scope.sources, scope.object)?.relatedLists ??
    [...scope.object.childRelationships.values()]
      .filter(({ object }) => isWorthShowing(scope, object))
      .map(({ name }) => ({ name, fields: [] }));
  return lists.flatMap(
    ({ name, fields }) => relatedList(scope, name, { label: null, fields, rows: ROWS, sort: null }) ?? [],
  );
}

const USUAL = new Set([
  'Contact',
  'Opportunity',
  'Order',
  'OrderItem',
  'PricebookEntry',
  'Case',
  'Asset',
  'Contract',
]);

function isWorthShowing({ schema }: PageScope, object: string): boolean {
  return (
    USUAL.has(object) ||
    (schema.object(object)?.kind === 'custom' && !/__(share|history|feed)$/i.test(object))
  );
}

/** What a new org's layouts show of the usual children. */
const USUAL_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Contact: ['Name', 'Title', 'Email', 'Phone'],
  Opportunity: ['Name', 'StageName', 'Amount', 'CloseDate'],
  Order: ['OrderNumber', 'Status', 'EffectiveDate', 'TotalAmount'],
  OrderItem: ['Product2.Name', 'Quantity', 'UnitPrice', 'TotalPrice'],
  PricebookEntry: ['Pricebook2.Name', 'UnitPrice', 'IsActive'],
};

function usualColumns(child: ObjectModel): readonly string[] {
  return USUAL_COLUMNS[child.name] ?? [nameFieldOf(child)];
}

interface ListSettings {
  readonly label: string | null;
  readonly fields: readonly string[];
  readonly rows: number;
  readonly sort: { readonly field: string; readonly descending: boolean } | null;
}

function relatedList(scope: PageScope, name: string, settings: ListSettings): RelatedList | null {
  const relationship = relationshipOf(scope.object, name);
  const child = relationship && scope.schema.object(relationship.object);
  if (!child || !scope.mayReadObject(child)) return null;
  const wanted = settings.fields.length ? settings.fields : usualColumns(child);
  const readable = (field: string): string | null => readableColumn(scope, child, field);
  const sortField = settings.sort && readable(settings.sort.field);
  return {
    kind: 'relatedList',
    relationship: relationship.name,
    label: settings.label ?? child.pluralLabel,
    object: child.name,
    columns: wanted.flatMap((field) => readable(field) ?? []),
    rows: settings.rows,
    sortBy: sortField && `${settings.sort?.descending ? '-' : ''}${sortField}`,
  };
}

function readableColumn(scope: PageScope, child: ObjectModel, column: string): string | null {
  const path = columnField(child, column);
  const [first = '', ...rest] = path.split('.');
  if (!rest.length) return readableField(scope, first, child);
  const lookup = child.parentRelationships.get(first.toLowerCase());
  return lookup && scope.mayReadField(child, lookup) ? path : null;
}

/** By relationship (`Items__r`, `Contacts`) or as a layout names it (`Item__c.Order__c`, `RelatedContactList`). */
function relationshipOf(object: ObjectModel, name: string): ChildRelationship | null {
  const known = object.childRelationships.get(name.toLowerCase());
  if (known) return known;
  const [childName = '', field = ''] = name.split('.');
  const children = [...object.childRelationships.values()];
  const same = (one: string, other: string): boolean =>
    one.toLowerCase() === other.toLowerCase() || one.toLowerCase().endsWith(`__${other.toLowerCase()}`);
  const byField = children.find(
    (child) => field && same(child.object, childName) && same(child.field, field),
  );
  const [, standard] = /^Related(\w+?)List$/.exec(name) ?? [];
  return byField ?? children.find((child) => standard !== undefined && child.object === standard) ?? null;
}
