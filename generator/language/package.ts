/** Parts of the package that are not objects: actions, permission sets, tabs, the app. */
import type { AnyObject } from './objects.ts';

/** A declared part of the package. */
export interface Named<Name extends string = string> {
  readonly name: Name;
}

/** A button on record pages, backed by one of our components. */
export interface QuickActionOptions {
  readonly label: string;
  /** Name of the component in `force-app/main/default/lwc`. */
  readonly component: string;
  /** `screen` opens a panel, `headless` runs at once. */
  readonly type: 'screen' | 'headless';
  readonly icon?: string;
  /** The objects on which the button exists. */
  readonly on: readonly AnyObject[];
  /** Custom permission of those to whom record pages offer it. Without one it is offered to everybody. */
  readonly permission?: Named;
}
/** Declares a quick action once for all its objects. The TSDoc above it is its description. */
export declare function quickAction<const Name extends string>(
  name: Name,
  options: QuickActionOptions,
): Named<Name>;

export interface ComponentTabOptions {
  readonly label: string;
  /** Name of the component in `force-app/main/default/lwc`, which must have the target `lightning__Tab`. */
  readonly component: string;
  /** Icon and colour of the tab, such as `Custom67: Gears`. */
  readonly motif: string;
}
/** A tab that shows one of our components. The TSDoc above it is its description. */
export declare function componentTab<const Name extends string>(
  name: Name,
  options: ComponentTabOptions,
): Named<Name>;

/** What a permission set allows on one of our own objects. */
export type ObjectAccess = 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

export interface CustomPermissionOptions {
  readonly label: string;
}
/** A permission of our own that code asks for by name. */
export declare function customPermission<const Name extends string>(
  name: Name,
  options: CustomPermissionOptions,
): Named<Name>;

/** A permission that the package can't grant, because it is not its own; set-up offers it to the admin. */
export interface Needed {
  readonly why: string;
  readonly object?: string;
  readonly access?: 'read' | 'create' | 'edit';
  /** Standard field of `object`. */
  readonly field?: string;
  /** Name of a user permission, such as `EditActivatedOrders`. */
  readonly userPermission?: string;
}

export interface PermissionSetOptions {
  readonly label: string;
  /** Access to our own objects. Custom fields follow: readable with `read`, editable with `edit` unless only billing sets them. */
  readonly objects: readonly {
    readonly object: AnyObject;
    readonly access: ObjectAccess;
    readonly create?: boolean;
    /** Custom fields of the object that the set does not grant. Required and master-detail fields can't be left out. */
    readonly without?: readonly string[];
  }[];
  /** Our fields on standard objects. */
  readonly fieldsOn: readonly { readonly object: AnyObject; readonly access: 'read' | 'edit' }[];
  /** Hand-written and emitted classes that people call, by name; emitted system classes are added by the generator. */
  readonly classes: readonly string[];
  readonly customPermissions?: readonly Named[];
  readonly tabs: 'all' | 'none' | readonly string[];
  readonly app?: boolean;
  /** Emitted as data, never as metadata: such grants would be dropped at installation. */
  readonly needs: readonly Needed[];
}
/** A permission set of the package. The TSDoc above it is its description. */
export declare function permissionSet<const Name extends string>(
  name: Name,
  options: PermissionSetOptions,
): Named<Name>;

export interface AppOptions {
  readonly label: string;
  readonly colour: `#${string}`;
  /** Standard tab names, objects of ours and tabs of our components, in order. */
  readonly tabs: readonly (string | AnyObject | Named)[];
}
/** The Lightning app. The TSDoc above it is its description. */
export declare function app<const Name extends string>(name: Name, options: AppOptions): Named<Name>;
