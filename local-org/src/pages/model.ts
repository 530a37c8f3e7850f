/** What a page is composed of, as the browser gets it. */
export type PageComponent = Lwc | FieldSection | RelatedList | TabSet | RichText | UnknownComponent;

export interface Lwc {
  readonly kind: 'lwc';
  /** Without the namespace. */
  readonly component: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

export interface FieldSection {
  readonly kind: 'fieldSection';
  readonly label: string;
  readonly columns: readonly (readonly PageField[])[];
}

export interface PageField {
  readonly field: string;
  readonly behaviour: 'none' | 'readonly' | 'required';
}

export interface RelatedList {
  readonly kind: 'relatedList';
  readonly relationship: string;
  readonly label: string;
  readonly object: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** The field that the list is sorted by; a minus before it says descending. */
  readonly sortBy: string | null;
}

export interface TabSet {
  readonly kind: 'tabset';
  readonly tabs: readonly { readonly label: string; readonly components: readonly PageComponent[] }[];
}

export interface RichText {
  readonly kind: 'richText';
  readonly html: string;
}

/** A standard component that the local org does not have; shown by its name. */
export interface UnknownComponent {
  readonly kind: 'unsupported';
  readonly component: string;
}

export interface PageRegion {
  readonly name: string;
  readonly components: readonly PageComponent[];
}

/** A quick action with a component, or a standard action, which has a name and a label only. */
export interface PageAction {
  readonly name: string;
  readonly label: string;
  readonly type?: 'ScreenAction' | 'Action';
  /** Without the namespace. */
  readonly component?: string;
}

/** An action of a kind that the local org does not have. */
export interface UnsupportedAction extends PageAction {
  readonly unsupported: string;
}

export interface RecordPage {
  readonly object: string;
  readonly objectLabel: string;
  readonly name: string;
  readonly recordTypeId: string;
  readonly template: string;
  readonly actions: readonly (PageAction | UnsupportedAction)[];
  readonly highlights: readonly string[];
  readonly regions: readonly PageRegion[];
}
