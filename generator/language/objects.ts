/** Objects of the package: our own, and the standard ones that it adds fields to. */
import type { Field, FieldSet } from './fields.ts';
import type { StandardFields, StandardObjectName } from './standard.ts';

/** An object as mappings see it: its API name and its fields. */
export interface SObject<Name extends string = string, Fields extends FieldSet = FieldSet> {
  readonly name: Name;
  readonly fields: Fields;
}

/** The record's own name: numbered by the platform, or typed. */
export type NameField =
  | { readonly type: 'AutoNumber'; readonly label: string; readonly format: string }
  | { readonly type: 'Text'; readonly label: string };

/** One list view. `filter` compares one field with one value; several are joined by AND. */
export interface ListView<FieldName extends string> {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly (FieldName | 'NAME' | 'CREATED_DATE' | 'LAST_UPDATE' | 'OWNER.ALIAS')[];
  readonly filters?: readonly {
    readonly field: FieldName;
    readonly operation: 'equals' | 'notEqual' | 'greaterThan' | 'lessThan';
    readonly value: string;
  }[];
}

/** Record page: sections of fields in one or two columns, related lists, and the actions in the highlights. */
export interface RecordPage<FieldName extends string> {
  readonly sections: readonly { readonly label: string; readonly fields: readonly (FieldName | 'Name')[] }[];
  /** API names of child relationships, `__r` included for our own. */
  readonly relatedLists?: readonly string[];
  /** Names of components in `force-app/main/default/lwc`; they get a column of their own beside the fields. */
  readonly components?: readonly string[];
}

export interface CustomObjectOptions<Fields extends FieldSet> {
  readonly label: string;
  readonly plural: string;
  readonly nameField: NameField;
  /** Who sees a record by default inside the org. */
  readonly sharing: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Standard tab icon of the app, such as `Custom57: Building Block`; without it no tab is emitted. */
  readonly tab?: string;
  readonly history?: boolean;
  readonly fields: Fields;
  /** Fields of the highlights panel, at most seven. */
  readonly compact: readonly (Extract<keyof Fields, string> | 'Name')[];
  /** Columns of the search results. */
  readonly search: readonly (Extract<keyof Fields, string> | 'NAME')[];
  readonly listViews: readonly ListView<Extract<keyof Fields, string>>[];
  /** Names of hand-written list buttons of the object (`objects/<object>/webLinks`), shown above its lists. */
  readonly listButtons?: readonly string[];
  readonly page: RecordPage<Extract<keyof Fields, string>>;
}

/** A custom object of the package. `name` ends in `__c`, without namespace. The TSDoc above it is its description. */
export declare function customObject<const Name extends `${string}__c`, const Fields extends FieldSet>(
  name: Name,
  options: CustomObjectOptions<Fields>,
): SObject<Name, Fields>;

export interface MetadataTypeOptions<Fields extends FieldSet> {
  readonly label: string;
  readonly plural: string;
  /** `Protected` hides type and records from subscribers; `Public` lets an admin make records of their own. */
  readonly visibility: 'Public' | 'Protected';
  readonly fields: Fields;
}

/** A custom metadata type of the package. */
export declare function metadataType<const Name extends `${string}__mdt`, const Fields extends FieldSet>(
  name: Name,
  options: MetadataTypeOptions<Fields>,
): SObject<Name, Fields>;

/** A standard object, with the fields that the package adds to it. */
export declare function standardObject<const Name extends StandardObjectName, const Fields extends FieldSet>(
  name: Name,
  options: { readonly added: Fields },
): SObject<Name, StandardFields[Name] & Fields>;

export type AnyObject = SObject<string, Readonly<Record<string, Field>>>;
