/**
 * The integration model: everything the mappings say, as plain data that can be stored as JSON.
 *
 * The reader fills it, the validator judges it, the emitters turn it into files. It holds no TypeScript node, no
 * function and no default that only one emitter knows. Arrays keep the order of the mapping files unless a comment
 * says otherwise; that order is the order of everything that is emitted.
 */
import type { Feature, StandardObjectName } from '../../language/standard.ts';

/** A place in a mapping file. `file` is relative to the repository, with forward slashes; lines and columns start at 1. */
export interface Source {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Characters to underline, at least 1; ends with the line at the latest. */
  readonly length: number;
}

export interface IntegrationModel {
  readonly formatVersion: 1;
  readonly core: CoreModel;
  /** Ordered by name. */
  readonly systems: readonly SystemModel[];
}

// ---- core -------------------------------------------------------------------------------------------------------

export interface CoreModel {
  readonly objects: readonly ObjectModel[];
  readonly metadataTypes: readonly MetadataTypeModel[];
  readonly standardObjects: readonly StandardObjectModel[];
  readonly reasons: readonly ReasonModel[];
  readonly quickActions: readonly QuickActionModel[];
  readonly customPermissions: readonly CustomPermissionModel[];
  readonly componentTabs: readonly ComponentTabModel[];
  readonly permissionSets: readonly PermissionSetModel[];
  readonly apps: readonly AppModel[];
}

/** What each declaration has: `doc` is the TSDoc above it, paragraphs parted by blank lines, tags removed. */
export interface Declared {
  readonly doc: string;
  readonly source: Source;
}

/** A custom object of the package. */
export interface ObjectModel extends Declared {
  /** `Subscription__c`, without namespace. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly nameField:
    | { readonly type: 'AutoNumber'; readonly label: string; readonly format: string }
    | { readonly type: 'Text'; readonly label: string };
  readonly sharing: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  /** Motif of the tab; no tab without it. */
  readonly tab?: string;
  readonly history: boolean;
  readonly fields: readonly FieldModel[];
  /** Field API names, `Name` for the record's name. */
  readonly compact: readonly string[];
  /** Field API names, `NAME` for the record's name. */
  readonly search: readonly string[];
  readonly listViews: readonly ListViewModel[];
  /** Hand-written buttons above its lists; absent where there are none. */
  readonly listButtons?: readonly string[];
  readonly page: {
    readonly sections: readonly { readonly label: string; readonly fields: readonly string[] }[];
    readonly relatedLists: readonly string[];
    /** Hand-written components beside the fields; absent where there are none. */
    readonly components?: readonly string[];
  };
}

export interface ListViewModel {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

/** A custom metadata type of the package. */
export interface MetadataTypeModel extends Declared {
  /** `BillingEndpoint__mdt`, without namespace. */
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly visibility: 'Public' | 'Protected';
  readonly fields: readonly FieldModel[];
}

/** A standard object that mappings or the package use. */
export interface StandardObjectModel extends Declared {
  readonly name: StandardObjectName;
  /** Facts about the platform, from the language's catalogue. */
  readonly standardFields: readonly StandardFieldModel[];
  /** Fields that the package adds. */
  readonly added: readonly FieldModel[];
}

export interface StandardFieldModel {
  readonly name: string;
  readonly type: FieldType | 'OpenPicklist';
  readonly label: string;
  readonly required: boolean;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly values?: readonly string[];
  readonly target?: string;
  /** The field exists only where this feature is on. */
  readonly feature?: Feature;
}

export type FieldType =
  | 'Text'
  | 'TextArea'
  | 'LongTextArea'
  | 'Email'
  | 'Phone'
  | 'Url'
  | 'Number'
  | 'Currency'
  | 'Percent'
  | 'Checkbox'
  | 'Date'
  | 'DateTime'
  | 'Picklist'
  | 'Lookup'
  | 'MasterDetail'
  | 'Formula'
  | 'Summary';

/** A custom field. Which of the optional properties are present follows from `type`, as in `language/fields.ts`. */
export interface FieldModel extends Declared {
  /** `Balance__c`, without namespace. */
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
  readonly length?: number;
  readonly visibleLines?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly unique?: boolean;
  readonly externalId?: boolean;
  readonly caseSensitive?: boolean;
  readonly default?: string | number | boolean;
  readonly values?: readonly string[];
  readonly target?: string;
  readonly relationship?: string;
  readonly relationshipLabel?: string;
  readonly onDelete?: 'SetNull' | 'Restrict' | 'Cascade';
  readonly reparentable?: boolean;
  readonly formula?: { readonly returns: string; readonly text: string };
  readonly summary?: {
    readonly operation: 'sum' | 'count' | 'min' | 'max';
    readonly of: string;
    readonly through: string;
    readonly field?: string;
    readonly where?: { readonly field: string; readonly equals: string };
  };
}

/** One entry of the one list of reasons why a record takes no part. `name` is the constant's name. */
export interface ReasonModel extends Declared {
  readonly name: string;
  readonly rep: string;
  readonly admin: string;
  readonly remedy: string;
}

export interface QuickActionModel extends Declared {
  readonly name: string;
  readonly label: string;
  readonly component: string;
  readonly type: 'screen' | 'headless';
  readonly icon?: string;
  /** API names of objects. */
  readonly on: readonly string[];
  /** Name of the custom permission of those to whom pages offer it. */
  readonly permission?: string;
}

export interface CustomPermissionModel extends Declared {
  readonly name: string;
  readonly label: string;
}

/** A tab that shows a component of ours; tabs of objects belong to their object. */
export interface ComponentTabModel extends Declared {
  readonly name: string;
  readonly label: string;
  readonly component: string;
  readonly motif: string;
}

export interface PermissionSetModel extends Declared {
  readonly name: string;
  readonly label: string;
  readonly objects: readonly {
    readonly object: string;
    readonly access: 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';
    readonly create: boolean;
    /** Custom fields that are not granted. */
    readonly without: readonly string[];
  }[];
  /** Our fields on standard objects. */
  readonly fieldsOn: readonly { readonly object: string; readonly access: 'read' | 'edit' }[];
  readonly classes: readonly string[];
  readonly customPermissions: readonly string[];
  readonly tabs: 'all' | 'none' | readonly string[];
  readonly app: boolean;
  /** What the package can't grant. */
  readonly needs: readonly {
    readonly why: string;
    readonly object?: string;
    readonly access?: 'read' | 'create' | 'edit';
    readonly field?: string;
    readonly userPermission?: string;
    readonly source: Source;
  }[];
}

export interface AppModel extends Declared {
  readonly name: string;
  readonly label: string;
  readonly colour: string;
  /** Standard tab names (`standard-Account`), API names of our objects, names of component tabs. */
  readonly tabs: readonly string[];
}

// ---- a billing system ---------------------------------------------------------------------------------------------

export interface SystemModel extends Declared {
  /** Folder name, `gotransverse`. */
  readonly name: string;
  readonly label: string;
  /** Starts each Apex class, `Gtv`. */
  readonly prefix: string;
  readonly profile: ProfileModel;
  /** Every type that an operation or a mapping reaches, ordered by name. */
  readonly types: readonly ApiType[];
  readonly valueMaps: readonly ValueMapModel[];
  readonly mappings: readonly MappingModel[];
  /** Sample bodies of the API's own documentation, word for word. */
  readonly samples: readonly SampleModel[];
}

/** How a fact about the API is known. */
export interface MarkModel {
  readonly status: 'documented' | 'observed' | 'inferred';
  readonly sources: readonly string[];
}

export interface ProfileModel extends Declared {
  readonly basePath: string;
  readonly authentication: { readonly header: string; readonly value: string; readonly mark: MarkModel };
  readonly paging:
    | {
        readonly style: 'numbered';
        readonly sizeParameter: string;
        readonly numberParameter: string;
        readonly maxSize: number;
        readonly totalHeader: string;
        readonly mark: MarkModel;
      }
    | {
        readonly style: 'cursor';
        readonly sizeParameter: string;
        readonly cursorParameter: string;
        readonly maxSize: number;
        readonly items: string;
        readonly next: string;
        readonly mark: MarkModel;
      };
  readonly filter?: FilterModel;
  readonly errorBody: { readonly code: string; readonly message: string };
  /** `BillingAccountCategory.list`. */
  readonly connectionTest: string;
  /** What fills fields of the connection, in the order in which set-up asks. */
  readonly choices: readonly ChoiceModel[];
  readonly resources: readonly ResourceModel[];
}

/** What a field of the connection may hold: objects of the tenant, or words of the API. */
export interface ChoiceModel {
  /** API name of a field of the connection. */
  readonly field: string;
  readonly from:
    | {
        readonly kind: 'live';
        /** `BillCycle.list`. */
        readonly operation: string;
        /** Wire names of properties of an element. */
        readonly value: string;
        readonly label: string;
        readonly also: readonly { readonly field: string; readonly property: string }[];
      }
    | {
        readonly kind: 'fixed';
        readonly values: readonly { readonly value: string; readonly label: string }[];
      };
  readonly source: Source;
}

export interface FilterModel {
  readonly parameter: string;
  readonly operators: Readonly<
    Record<
      | 'equals'
      | 'notEquals'
      | 'lessThan'
      | 'atMost'
      | 'greaterThan'
      | 'atLeast'
      | 'like'
      | 'oneOf'
      | 'isNull'
      | 'isNotNull',
      string
    >
  >;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly quote: string;
  readonly escapedQuote: string;
  readonly maxValues: number;
  readonly mark: MarkModel;
}

/** A kind of object in billing, and what can be done with it. Becomes the callout class `<prefix><name>Api`. */
export interface ResourceModel extends Declared {
  /** Key in the profile: `BillingAccount`. */
  readonly name: string;
  /** Name of the resource's own type. */
  readonly type: string;
  readonly operations: readonly OperationModel[];
}

export interface OperationModel extends Declared {
  /** Key in the resource: `create`. `<resource>.<name>` is unique in the system. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly kind: 'one' | 'list' | 'file';
  /** After the base path; parameters in braces. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly mark: MarkModel;
  /** Only for lists, in order documented, observed, inferred. */
  readonly query: readonly {
    readonly name: string;
    readonly status: MarkModel['status'];
    readonly sortable: boolean;
  }[];
  readonly needsParameter?: MarkModel;
  /** Only for files. */
  readonly contentType?: string;
  /** Body that is sent; absent when there is none. */
  readonly request?: BodyModel;
  /** Body that comes back: for a list the type of one item; absent when there is none. */
  readonly response?: TypeRef;
}

/** A request body: an object type, of which `required` must be present. */
export interface BodyModel {
  readonly type: string;
  /** Wire names. With `partial` the only ones; without it the type's own required properties. */
  readonly required: readonly string[];
  /** All other properties may be left out, read-only ones must be. */
  readonly partial: boolean;
}

export type ApiType = ObjectTypeModel | UnionTypeModel | EnumTypeModel;

export interface ObjectTypeModel extends Declared {
  readonly kind: 'object';
  readonly name: string;
  readonly properties: readonly PropertyModel[];
}

/** One of several object types, told apart by the value of one property. */
export interface UnionTypeModel extends Declared {
  readonly kind: 'union';
  readonly name: string;
  /** Wire name of the property that tells, such as `party_type`. */
  readonly tag: string;
  readonly members: readonly { readonly value: string; readonly type: string }[];
}

/** A closed list of texts. */
export interface EnumTypeModel extends Declared {
  readonly kind: 'enum';
  readonly name: string;
  readonly values: readonly string[];
}

export interface PropertyModel extends Declared {
  /** Name in JSON. */
  readonly name: string;
  readonly type: TypeRef;
  /** May be absent. */
  readonly optional: boolean;
  /** May be null. */
  readonly nullable: boolean;
  /** Only the billing system sets it. */
  readonly readOnly: boolean;
  readonly mark: MarkModel;
}

export type Scalar =
  | 'string'
  | 'text'
  | 'id'
  | 'numeric-id'
  | 'date-time'
  | 'date'
  | 'decimal'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'unknown';

export type TypeRef =
  /** `maxLength` only for `text`. */
  | { readonly kind: 'scalar'; readonly scalar: Scalar; readonly maxLength?: number }
  /** A union of literals that has no name of its own. */
  | { readonly kind: 'literals'; readonly values: readonly string[] }
  /** A named type of the system. */
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'array'; readonly of: TypeRef };

export interface SampleModel {
  /** File name without ending: `billing-account.create.request`. */
  readonly name: string;
  /** Operation that it belongs to, `BillingAccount.create`. */
  readonly operation: string;
  readonly direction: 'request' | 'response';
  /** Section of the API reference. */
  readonly section: string;
  /** The JSON text, word for word. */
  readonly text: string;
}

// ---- mappings -----------------------------------------------------------------------------------------------------

export interface ValueMapModel extends Declared {
  /** Name of the constant: `accountStatus`. Unique in the system. */
  readonly name: string;
  readonly rows: readonly {
    readonly billing: string;
    readonly salesforce: string;
    readonly alsoAccepted: readonly string[];
  }[];
  readonly toSalesforce: FallbackModel;
  readonly toBilling: FallbackModel;
  readonly ignoreCase: boolean;
}
export type FallbackModel =
  { readonly kind: 'use'; readonly value: string } | { readonly kind: 'keep' | 'same' | 'block' };

/** A property selected on the billing side. */
export interface PathModel {
  readonly steps: readonly PathStep[];
  /** Type at the end. */
  readonly type: TypeRef;
  /** For people: `responsible_party(organization).addresses[email, PRIMARY].email`. */
  readonly text: string;
  /** The least certain mark of all properties on the way. */
  readonly mark: MarkModel;
  /** True when any property on the way may be absent or null. */
  readonly optional: boolean;
  /** True when any property on the way is read-only. */
  readonly readOnly: boolean;
  readonly source: Source;
}
export type PathStep =
  /** `of` is the object type that has the property, or the union whose members all have it alike. */
  | { readonly kind: 'property'; readonly name: string; readonly of: string; readonly type: TypeRef }
  /** Narrows a union to the member whose tag has this value. */
  | { readonly kind: 'only'; readonly tag: string; readonly value: string; readonly type: string }
  /** Chooses the element of an array that has these values; `type` is the element's own, narrowed type. */
  | { readonly kind: 'one'; readonly match: Readonly<Record<string, string>>; readonly type: string }
  | { readonly kind: 'first'; readonly type: string };

export interface ConditionModel {
  readonly field: string;
  readonly test: 'equals' | 'notEquals' | 'oneOf' | 'present' | 'absent';
  readonly values: readonly (string | number | boolean)[];
  /** The field exists only with this feature; where it is off the value counts as empty. */
  readonly feature?: Feature;
}

export interface RowModel extends Declared {
  /** Field API name on the mapping's object. */
  readonly field: string;
  readonly owner: 'salesforce' | 'billing' | 'shared';
  readonly path: PathModel;
  /** Read through describe, never named in Apex. */
  readonly dynamic?: Feature;
  /** Name of a method of `BillingConversion`. */
  readonly convert?: string;
  /** Name of a value map of the system. */
  readonly values?: string;
  readonly conflict?: 'ask' | 'salesforceWins' | 'billingWins';
  readonly when: readonly ConditionModel[];
  readonly onCreateOnly: boolean;
  /** The field is a lookup; the value is the billing id linked to its record under the mapping of this type. */
  readonly link?: string;
}

/** The field is that of a row, whose path is the likeness's. */
export interface LikenessModel {
  readonly evidence: 'number' | 'name' | 'email';
  readonly field: string;
  readonly parameter?: string;
  readonly source: Source;
}

export interface MappingModel extends Declared {
  /** Name of the constant, `account`. */
  readonly name: string;
  /** Stable key in data, `billing-account`. */
  readonly type: string;
  readonly object: string;
  /** Name of the resource in the profile. */
  readonly resource: string;
  readonly id: PathModel;
  readonly number?: PathModel;
  readonly key?: { readonly property: PathModel; readonly parameter: string; readonly onlyIf?: string };
  readonly bulk?: { readonly operation: string; readonly byId: string; readonly byKey?: string };
  /** Names of operations of the resource. */
  readonly read?: string;
  readonly create?: string;
  readonly update?: string;
  /** Switch of the connection without which nothing is changed in billing. */
  readonly updateOnlyIf?: string;
  /** Field of the connection with the automation level. */
  readonly automation?: string;
  readonly lookalikes: readonly LikenessModel[];
  readonly deepLink: readonly { readonly placeholder: string; readonly path: PathModel }[];
  /** Fields of the link that show something of the billing object. */
  readonly onLink: readonly { readonly field: string; readonly path: PathModel }[];
  /** Empty: all. */
  readonly recordTypes: readonly string[];
  readonly takesPart: readonly {
    readonly when: readonly ConditionModel[];
    /** Name of a reason. */
    readonly reason: string;
    readonly source: Source;
  }[];
  readonly rows: readonly RowModel[];
  readonly constants: readonly {
    readonly path: PathModel;
    readonly value: string | number | boolean;
    readonly source: Source;
  }[];
  readonly defaults: readonly {
    readonly path: PathModel;
    readonly connectionField: string;
    readonly source: Source;
  }[];
  readonly children: readonly (
    | {
        readonly name: string;
        readonly kind: 'nested';
        readonly path: PathModel;
        readonly mapping: string;
        readonly source: Source;
      }
    | {
        readonly name: string;
        readonly kind: 'listed';
        readonly parameter: string;
        /** Where a child names its parent; absent where it is the parent's own object. */
        readonly parent?: PathModel;
        /** What only a child with children of its own has. */
        readonly parts?: PathModel;
        readonly mapping: string;
        readonly source: Source;
      }
  )[];
  /** How drafts get going. */
  readonly confirm?: {
    readonly operation: string;
    readonly onlyIf?: string;
    readonly state: PathModel;
    readonly draft: readonly string[];
    readonly waiting: readonly string[];
    readonly completed: readonly string[];
  };
  /** What objects turn into once billing has carried them out. */
  readonly becomes?: {
    /** Name of the other mapping. */
    readonly mapping: string;
    readonly id: PathModel;
    readonly order: string;
    readonly number: string;
    readonly numberOf: PathModel;
  };
}
