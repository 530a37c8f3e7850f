import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/**
 * The schema of an org: what the project's metadata and the standard objects say. Plain data. All maps are keyed by
 * API name in lower case. With a namespace, the names of the project's own components carry it (`acme__Invoice__c`)
 * and may be written without it by the project's own code.
 */
export interface OrgSchema {
  readonly namespace: string | null;
  readonly objects: ReadonlyMap<string, ObjectModel>;
  readonly labels: ReadonlyMap<string, LabelModel>;
  /** Texts of labels in other languages: by language in lower case (`fr`, `pt_br`) and then by label. */
  readonly labelTranslations: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Names of Visualforce pages. */
  readonly pages: ReadonlyMap<string, string>;
  readonly staticResources: ReadonlyMap<string, StaticResourceModel>;
  readonly customPermissions: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  readonly namedCredentials: ReadonlyMap<string, NamedCredentialModel>;
  readonly externalCredentials: ReadonlyMap<string, ExternalCredentialModel>;
  readonly permissionSets: ReadonlyMap<string, PermissionSetModel>;
  readonly permissionSetGroups: ReadonlyMap<string, PermissionSetGroupModel>;
  readonly profiles: ReadonlyMap<string, ProfileModel>;
  /** Custom metadata records, by object and then by DeveloperName. */
  readonly customMetadata: ReadonlyMap<string, ReadonlyMap<string, CustomMetadataRecord>>;
  /** How triggers of platform events get their events, by trigger. */
  readonly eventSubscribers: ReadonlyMap<string, EventSubscriberModel>;
  /** Lightning and classic apps. */
  readonly apps: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  /** Partitions of Platform Cache. */
  readonly cachePartitions: ReadonlyMap<string, CachePartitionModel>;
  /** Names of the change events that a channel has selected, in lower case. */
  readonly selectedChanges: ReadonlySet<string>;
  /** What loading the metadata found wrong. */
  readonly diagnostics: readonly Diagnostic[];
  /** `Account`, `billwright__Invoice__c`, `invoice__c` (inside the namespace): any case, with or without the namespace. */
  object(name: string): ObjectModel | null;
  /** The object whose ids begin with these three characters. */
  objectOfKeyPrefix(prefix: string): ObjectModel | null;
  /** Names of the standard objects that a common org has. */
  readonly commonObjects: readonly string[];
  /** Names of the objects that the project's files make or extend. */
  readonly projectObjects: readonly string[];
}

export interface CachePartitionModel {
  readonly name: string;
  readonly label: string;
  readonly isDefault: boolean;
}

/** A PlatformEventSubscriberConfig. */
export interface EventSubscriberModel {
  /** Name of the user that the trigger runs as; null for Automated Process. */
  readonly user: string | null;
  /** Null for the platform's own. */
  readonly batchSize: number | null;
}

export interface ObjectModel {
  /** `Account`, `acme__Invoice__c`. */
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  /** Three characters. */
  readonly keyPrefix: string;
  readonly kind: 'standard' | 'custom' | 'customMetadata' | 'customSetting' | 'platformEvent' | 'aggregate';
  /** Of a custom setting. */
  readonly settingType: 'hierarchy' | 'list' | null;
  readonly fields: ReadonlyMap<string, FieldModel>;
  /** By relationship name in lower case, e.g. `contacts`, `invoices__r`. */
  readonly childRelationships: ReadonlyMap<string, ChildRelationship>;
  /** By relationship name in lower case, e.g. `owner`, `account__r`: the field. */
  readonly parentRelationships: ReadonlyMap<string, FieldModel>;
  readonly recordTypes: readonly RecordTypeModel[];
  readonly validationRules: readonly ValidationRuleModel[];
  readonly fieldSets: ReadonlyMap<string, FieldSetModel>;
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';
  readonly isDeletable: boolean;
  readonly isUndeletable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isQueryable: boolean;
  readonly isMergeable: boolean;
  /** Of a platform event: it is published at once, whatever becomes of the transaction. */
  readonly publishesImmediately?: boolean;
  /** Of a change event: the object whose changes it tells. */
  readonly changesOf?: string;
}

/** In the words of `Schema.DisplayType`. */
export type FieldType =
  | 'ID'
  | 'STRING'
  | 'TEXTAREA'
  | 'EMAIL'
  | 'PHONE'
  | 'URL'
  | 'PICKLIST'
  | 'MULTIPICKLIST'
  | 'COMBOBOX'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'LONG'
  | 'DOUBLE'
  | 'CURRENCY'
  | 'PERCENT'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'REFERENCE'
  | 'BASE64'
  | 'ENCRYPTEDSTRING'
  | 'ADDRESS'
  | 'LOCATION'
  | 'COMPLEXVALUE'
  | 'JUNCTIONIDLIST'
  | 'ANYTYPE';

export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** The primitive of Apex that a value has: `Decimal` for DOUBLE, CURRENCY and PERCENT. */
  readonly apexType:
    | 'Id'
    | 'String'
    | 'Boolean'
    | 'Integer'
    | 'Long'
    | 'Decimal'
    | 'Double'
    | 'Date'
    | 'Datetime'
    | 'Time'
    | 'Blob'
    | 'Object';
  /** Of text, in characters; 0 where it does not apply. */
  readonly length: number;
  /** Digits altogether, and after the point; 0 where they do not apply. */
  readonly precision: number;
  readonly scale: number;
  /** False for a required field. */
  readonly isNillable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isCustom: boolean;
  readonly isNameField: boolean;
  readonly isHtml: boolean;
  readonly isFilterable: boolean;
  readonly helpText: string | null;
  /** Of an encrypted text: what is shown instead of it. */
  readonly mask?: { readonly character: string; readonly type: string } | null;
  /** Of a geolocation: shown as a decimal number, not in degrees. */
  readonly isShownAsDecimal?: boolean;
  /** A formula that gives the default, or a literal. */
  readonly defaultValue: string | null;
  /** Of a formula field; the type is the result's. */
  readonly formula: { readonly text: string; readonly blanksAsZero: boolean } | null;
  readonly picklist: PicklistModel | null;
  readonly reference: ReferenceModel | null;
  /** `INV-{0000}` and the first number. */
  readonly autoNumber: { readonly format: string; readonly start: number } | null;
  readonly summary: SummaryModel | null;
  /** The platform itself fills it: Id, CreatedDate, SystemModstamp... */
  readonly isSystem: boolean;
}

export interface PicklistModel {
  readonly isRestricted: boolean;
  /** The field whose value says which values are offered. */
  readonly controllingField?: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly isActive: boolean;
    readonly isDefault: boolean;
    /** Values of the controlling field that allow this one. */
    readonly allowedBy?: readonly string[];
  }[];
}

export interface ReferenceModel {
  /** More than one for Owner, Who, What. */
  readonly to: readonly string[];
  /** `Owner`, `Account__r`. */
  readonly relationshipName: string | null;
  readonly childRelationshipName: string | null;
  readonly isMasterDetail: boolean;
  /** `reparentableMasterDetail`. */
  readonly isReparentable: boolean;
  readonly onDelete: 'cascade' | 'restrict' | 'setNull';
  /** 0 and 1 of the two master-detail fields of a junction object; null for other lookups. */
  readonly order?: number | null;
  /** Who may read the master may write the details. */
  readonly isWritableByMasterReaders?: boolean;
  readonly filter?: LookupFilterModel | null;
  /** In custom metadata: the field whose object has the field that this one names. */
  readonly controllingField?: string;
}

/** Which records a lookup lets users choose. The local org tells of it and does not hold records to it. */
export interface LookupFilterModel {
  readonly isOptional: boolean;
  /** Fields of the record itself that it compares with. */
  readonly controllingFields: readonly string[];
}

export interface ChildRelationship {
  readonly name: string;
  readonly object: string;
  readonly field: string;
  readonly onDelete: 'cascade' | 'restrict' | 'setNull';
}

export interface SummaryModel {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The child's master-detail field. */
  readonly foreignKey: string;
  readonly field: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface RecordTypeModel {
  readonly name: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
}

export interface ValidationRuleModel {
  readonly name: string;
  readonly isActive: boolean;
  readonly formula: string;
  readonly errorMessage: string;
  /** The field that shows the error; null for the top of the page. */
  readonly errorField: string | null;
}

export interface FieldSetModel {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly fields: readonly { readonly path: string; readonly isRequired: boolean }[];
}

export interface LabelModel {
  readonly name: string;
  readonly value: string;
  readonly language: string;
}

export interface StaticResourceModel {
  readonly name: string;
  readonly contentType: string;
  /** Path of the content, a file or a folder that is a zip on the platform. */
  readonly path: string;
}

export interface NamedCredentialModel {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly externalCredential: string | null;
  readonly allowMergeFieldsInHeader: boolean;
  readonly headers?: readonly CredentialHeader[];
}

/** A header that a credential adds to its callouts; formulas in braces may stand in its value. */
export interface CredentialHeader {
  readonly name: string;
  readonly value: string;
  readonly sequence?: number;
}

/** What named credentials authenticate with. */
export interface ExternalCredentialModel {
  readonly name: string;
  readonly label: string;
  readonly principals: readonly CredentialPrincipal[];
  /** `Custom`, `Basic`, `OAuth`, ...; authentication itself is applied by the headers alone. */
  readonly protocol?: string;
  readonly headers?: readonly CredentialHeader[];
}

/** The one who calls. Users call with it when a permission set opens it to them. */
export interface CredentialPrincipal {
  /** What `SetupEntityAccess.SetupEntityId` names. */
  readonly id: string;
  readonly name: string;
  /** `NamedPrincipal`, `PerUserPrincipal`, ... */
  readonly type: string;
}

export interface PermissionSetModel {
  readonly name: string;
  readonly label: string;
  readonly objects: ReadonlyMap<
    string,
    {
      readonly read: boolean;
      readonly create: boolean;
      readonly edit: boolean;
      readonly delete: boolean;
      readonly viewAll: boolean;
      readonly modifyAll: boolean;
    }
  >;
  /** By `object.field` in lower case. */
  readonly fields: ReadonlyMap<string, { readonly read: boolean; readonly edit: boolean }>;
  /** Names of the tabs that it shows. */
  readonly tabs: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
  /** `Credential-Principal`. */
  readonly externalCredentialPrincipals: ReadonlySet<string>;
  /** Custom settings and custom metadata types that it opens to be read. */
  readonly customTypes: ReadonlySet<string>;
}

export interface ProfileModel extends PermissionSetModel {
  /** `Guest User License`; null where the file does not say. */
  readonly license: string | null;
}

/** Permission sets that are assigned together. */
export interface PermissionSetGroupModel {
  readonly name: string;
  readonly label: string;
  /** Names of the permission sets. */
  readonly permissionSets: readonly string[];
}

export interface CustomMetadataRecord {
  readonly developerName: string;
  readonly label: string;
  readonly isProtected: boolean;
  /** By field name in lower case; text as written in the file, null for `xsi:nil`. */
  readonly values: ReadonlyMap<string, string | null>;
}
