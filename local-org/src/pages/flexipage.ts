import type { XmlNode } from '../schema/source/xml.ts';

/** A Lightning page as its file has it. */
export interface FlexiPage {
  readonly label: string;
  readonly template: string;
  /** In order: regions of the template and facets of components. */
  readonly regions: readonly FlexiRegion[];
}

export interface FlexiRegion {
  readonly name: string;
  readonly isFacet: boolean;
  readonly items: readonly FlexiItem[];
}

export type FlexiItem = FlexiComponent | FlexiField;

export interface FlexiComponent {
  readonly kind: 'component';
  /** `force:highlightsPanel`, `orderPanel`, `c:orderPanel`. */
  readonly name: string;
  readonly properties: ReadonlyMap<string, string | readonly string[]>;
  /** Its list properties once more, with the rules of their entries. */
  readonly entries: ReadonlyMap<string, readonly FlexiEntry[]>;
  readonly visibility: Visibility | null;
}

/** One of a list, such as an action of the highlights panel. */
export interface FlexiEntry {
  readonly value: string;
  readonly visibility: Visibility | null;
}

export interface FlexiField {
  readonly kind: 'field';
  /** Without `Record.`. */
  readonly field: string;
  readonly behaviour: 'none' | 'readonly' | 'required';
  readonly visibility: Visibility | null;
}

export interface Visibility {
  /** `1 AND (2 OR 3)`; null: all must hold. */
  readonly filter: string | null;
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  /** `Record.Status__c`, `$Permission.CustomPermission.Sync`, without braces. */
  readonly left: string;
  /** `EQUAL`, `NE`, `CONTAINS`, `GT`, `GE`, `LT`, `LE`. */
  readonly operator: string;
  readonly right: string;
}

export function readFlexiPage(node: XmlNode): FlexiPage {
  return {
    label: node.text('masterLabel') ?? '',
    template: node.child('template')?.text('name') ?? '',
    regions: node.list('flexiPageRegions').map(readRegion),
  };
}

function readRegion(node: XmlNode): FlexiRegion {
  const items = node.list('itemInstances').flatMap((item): FlexiItem[] => {
    const component = item.child('componentInstance');
    const field = item.child('fieldInstance');
    return [...(component ? [readComponent(component)] : []), ...(field ? [readField(field)] : [])];
  });
  // Pages that were saved with an old API version have their components without a wrapper.
  const old = node.list('componentInstances').map(readComponent);
  return { name: node.text('name') ?? '', isFacet: node.text('type') === 'Facet', items: [...items, ...old] };
}

function readComponent(node: XmlNode): FlexiComponent {
  const properties = node.list('componentInstanceProperties');
  return {
    kind: 'component',
    name: node.text('componentName') ?? '',
    properties: readProperties(properties),
    entries: readEntries(properties),
    visibility: readVisibility(node.child('visibilityRule')),
  };
}

function readField(node: XmlNode): FlexiField {
  const behaviour = readProperties(node.list('fieldInstanceProperties')).get('uiBehavior');
  return {
    kind: 'field',
    field: (node.text('fieldItem') ?? '').replace(/^Record\./, ''),
    behaviour: behaviour === 'readonly' || behaviour === 'required' ? behaviour : 'none',
    visibility: readVisibility(node.child('visibilityRule')),
  };
}

function readProperties(nodes: readonly XmlNode[]): Map<string, string | readonly string[]> {
  return new Map(
    nodes.map((node) => {
      const list = node.child('valueList')?.list('valueListItems');
      return [
        node.text('name') ?? '',
        list ? list.map((item) => item.text('value') ?? '') : (node.text('value') ?? ''),
      ];
    }),
  );
}

function readEntries(nodes: readonly XmlNode[]): Map<string, readonly FlexiEntry[]> {
  return new Map(
    nodes.flatMap((node) => {
      const items = node.child('valueList')?.list('valueListItems').map(readEntry);
      return items ? [[node.text('name') ?? '', items]] : [];
    }),
  );
}

function readEntry(node: XmlNode): FlexiEntry {
  return { value: node.text('value') ?? '', visibility: readVisibility(node.child('visibilityRule')) };
}

function readVisibility(node: XmlNode | null): Visibility | null {
  if (!node) return null;
  const criteria = node.list('criteria').map((item) => ({
    left: (item.text('leftValue') ?? '').replace(/^\{!(.*)\}$/, '$1'),
    operator: item.text('operator') ?? 'EQUAL',
    right: item.text('rightValue') ?? '',
  }));
  return { filter: node.text('booleanFilter'), criteria };
}
