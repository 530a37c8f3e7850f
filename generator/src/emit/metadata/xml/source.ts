import type {
  CompactLayout,
  CustomApplication,
  CustomField,
  CustomLabels,
  CustomMetadata,
  CustomObject,
  CustomPermission,
  CustomTab,
  FlexiPage,
  Layout,
  ListView,
  Package,
  PermissionSet,
  QuickAction,
} from '@salesforce/types/metadata';
import type { TypedValue } from './typed-value.ts';

/** The metadata types that are emitted, by their root element. */
export interface MetadataTypes {
  readonly CompactLayout: CompactLayout;
  readonly CustomApplication: CustomApplication;
  readonly CustomField: CustomField;
  readonly CustomLabels: CustomLabels;
  readonly CustomMetadata: Omit<CustomMetadata, 'values'> & {
    values: { field: string; value: TypedValue }[];
  };
  readonly CustomObject: CustomObject;
  readonly CustomPermission: CustomPermission;
  readonly CustomTab: CustomTab;
  readonly FlexiPage: FlexiPage;
  readonly Layout: Layout;
  readonly ListView: ListView;
  readonly Package: Package;
  readonly PermissionSet: PermissionSet;
  readonly QuickAction: QuickAction;
}

/**
 * Salesforce's own type in the form in which it is written: lists may be left out, since the schema has them with
 * no least number, and an absent property may be `undefined`.
 */
export type Source<T> = T extends TypedValue | string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Source<Item>[]
    : { readonly [Key in keyof T as IsRequired<T, Key> extends true ? Key : never]: Source<T[Key]> } & {
        readonly [Key in keyof T as IsRequired<T, Key> extends true ? never : Key]?:
          Source<T[Key]> | undefined;
      };

type IsRequired<T, Key extends keyof T> = T[Key] extends readonly unknown[]
  ? false
  : Record<never, never> extends Pick<T, Key>
    ? false
    : true;
