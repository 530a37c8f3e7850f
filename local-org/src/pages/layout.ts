import type { ObjectModel } from '../schema/model.ts';
import type { XmlNode } from '../schema/source/xml.ts';
import type { FieldSection, PageField } from './model.ts';
import type { PageSources } from './sources.ts';

/** A page layout as far as pages need it. */
export interface Layout {
  readonly sections: readonly FieldSection[];
  readonly relatedLists: readonly LayoutRelatedList[];
  /** Names of the actions in its action list; null when it has none of its own. */
  readonly actions: readonly string[] | null;
}

export interface LayoutRelatedList {
  /** `InvoiceLine__c.Invoice__c` or the relationship of a standard list, `Contacts`. */
  readonly name: string;
  readonly fields: readonly string[];
}

/** The object's first layout, by name; null when the project has none. */
export function layoutOf(sources: PageSources, object: ObjectModel): Layout | null {
  const own = sources
    .all('layout')
    .filter(({ name }) => objectOfLayout(name).toLowerCase() === withoutNamespace(object.name).toLowerCase());
  const [first] = [...own].sort((one, other) => (one.name < other.name ? -1 : 1));
  return first ? readLayout(first.node) : null;
}

function objectOfLayout(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('-')));
}

/** `acme__Invoice__c` to `Invoice__c`: files name their own components without the namespace. */
export function withoutNamespace(name: string): string {
  return name.replace(/^[A-Za-z]\w*?__(?=\w+?__(?:c|mdt|e)$)/i, '');
}

function readLayout(node: XmlNode): Layout {
  const actions = node
    .child('platformActionList')
    ?.list('platformActionListItems')
    .map((item) => item.text('actionName') ?? '');
  const quick = node
    .child('quickActionList')
    ?.list('quickActionListItems')
    .map((item) => item.text('quickActionName') ?? '');
  return {
    sections: node
      .list('layoutSections')
      .map(readSection)
      .filter(({ columns }) => columns.some((one) => one.length)),
    relatedLists: node.list('relatedLists').map((list) => ({
      name: list.text('relatedList') ?? '',
      fields: list.texts('fields'),
    })),
    actions: actions ?? quick ?? null,
  };
}

function readSection(node: XmlNode): FieldSection {
  return {
    kind: 'fieldSection',
    label: node.text('label') ?? '',
    columns: node.list('layoutColumns').map((column) => column.list('layoutItems').flatMap(readItem)),
  };
}

function readItem(node: XmlNode): PageField[] {
  const field = node.text('field');
  if (field === null) return [];
  const behaviour = node.text('behavior')?.toLowerCase();
  return [{ field, behaviour: behaviour === 'readonly' || behaviour === 'required' ? behaviour : 'none' }];
}
