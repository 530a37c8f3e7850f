import type { ObjectModel, OrgSchema } from '../schema/model.ts';
import { isStored, storedForm } from './columns.ts';
import type { Stored } from './columns.ts';
import { recordId } from './ids.ts';
import type { Store, StoredRow } from './store.ts';
import { metadataRows } from './seed/custom-metadata.ts';
import { entityRows, fieldRows } from './seed/definitions.ts';
import {
  accessRows,
  fieldPermissionRows,
  objectPermissionRows,
  permissionColumns,
  permissionSetGroupRows,
  userPermissionColumns,
} from './seed/permissions.ts';
import { LICENSES, profileRule, PROFILES } from './seed/profiles.ts';
import { recordTypesOf } from './seed/record-types.ts';
import { resourceRows } from './seed/resources.ts';

/** What a new org is made with. */
export interface SeedOptions {
  /** The project's Apex classes. */
  readonly classes: readonly SeedClass[];
  readonly triggers?: readonly SeedClass[];
  /** Milliseconds since 1970: when the org was made. */
  readonly now: number;
  readonly organizationName?: string;
  readonly timeZone?: string;
}

/** An Apex class or trigger as the org keeps it. */
export interface SeedClass {
  /** Without the namespace. */
  readonly name: string;
  /** `65.0` */
  readonly apiVersion: string;
  readonly status: string;
  readonly text: string;
}

/** The records that everything else hangs on. */
export interface SetupData {
  readonly organizationId: string;
  readonly administratorId: string;
  readonly standardPricebookId: string;
}

/** Columns of one seeded row; the others are filled as for any new record. */
export type SeedValues = Readonly<Record<string, Stored>>;

/**
 * Gives the store the records of a new org: organization, users, profiles, permission sets, record types, custom
 * metadata and the like. Each object's are written when its table is first used.
 */
export function seedOrg(store: Store, schema: OrgSchema, options: SeedOptions): SetupData {
  const seeds = new Seeds(schema, options);
  store.seed = (object) => seeds.rows(object);
  return {
    organizationId: seeds.id('Organization', 0),
    administratorId: seeds.id('User', 0),
    standardPricebookId: seeds.id('Pricebook2', 0),
  };
}

/** Makes seeded rows. The row number `index` of an object always has the same id, so rows can name each other. */
export class Seeds {
  readonly schema: OrgSchema;
  readonly options: SeedOptions;

  constructor(schema: OrgSchema, options: SeedOptions) {
    this.schema = schema;
    this.options = options;
  }

  id(object: string, index: number): string {
    return recordId(this.schema.object(object)?.keyPrefix ?? '000', index + 1);
  }

  rows(object: ObjectModel): StoredRow[] {
    const make = object.kind === 'customMetadata' ? metadataRows : MAKERS[object.name];
    return (make?.(this, object) ?? []).map((values, index) => this.#complete(object, values, index));
  }

  #complete(object: ObjectModel, values: SeedValues, index: number): StoredRow {
    const now = Math.floor(this.options.now / 1000) * 1000;
    const user = this.id('User', 0);
    const common: SeedValues = {
      CreatedDate: now,
      LastModifiedDate: now,
      SystemModstamp: now,
      CreatedById: user,
      LastModifiedById: user,
      OwnerId: user,
    };
    const row: StoredRow = new Map([['id', values['Id'] ?? this.id(object.name, index)]]);
    for (const field of object.fields.values()) {
      const value = values[field.name] ?? (field.name in values ? null : common[field.name]);
      if (value !== undefined && isStored(field) && field.type !== 'ID')
        row.set(field.name.toLowerCase(), value);
      else if (storedForm(field) === 'boolean' && isStored(field))
        row.set(field.name.toLowerCase(), field.defaultValue === 'true' ? 1 : 0);
    }
    row.set('isdeleted', 0);
    return row;
  }
}

/** Does a new org have records of the standard object? */
export function isSeeded(object: string): boolean {
  return object in MAKERS;
}

type Maker = (seeds: Seeds, object: ObjectModel) => SeedValues[];

/** Of the ids of apps, which no object keeps. */
const APP_PREFIX = '02u';
/** Of the profiles that the guests of a site have. */
const GUEST_LICENSE = 'Guest User License';

/** Names of all profiles: those of every org, then the project's own. */
export function profileNames(schema: OrgSchema): string[] {
  const standard = PROFILES.map(({ name }) => name);
  const own = [...schema.profiles.values()].map((profile) => profileLabel(profile.name));
  return [...new Set([...standard, ...own])];
}

/** The files of the standard profiles have names of their own. */
export function profileLabel(fileName: string): string {
  return FILE_NAMES[fileName] ?? fileName;
}

const FILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  ContractManager: 'Contract Manager',
  MarketingProfile: 'Marketing User',
  ReadOnly: 'Read Only',
  SolutionManager: 'Solution Manager',
  Standard: 'Standard User',
  StandardAul: 'Standard Platform User',
};

const MAKERS: Readonly<Record<string, Maker>> = {
  Organization: ({ options, schema }) => [
    {
      Name: options.organizationName ?? 'Local Org',
      IsSandbox: 1,
      OrganizationType: 'Developer Edition',
      InstanceName: 'LOCAL',
      NamespacePrefix: schema.namespace,
      LanguageLocaleKey: 'en_US',
      DefaultLocaleSidKey: 'en_US',
      TimeZoneSidKey: options.timeZone ?? 'America/Los_Angeles',
      FiscalYearStartMonth: 1,
    },
  ],
  UserLicense: () =>
    LICENSES.map((Name) => ({
      Name,
      MasterLabel: Name,
      LicenseDefinitionKey: Name,
      Status: 'Active',
      TotalLicenses: 100,
      UsedLicenses: 1,
    })),
  Profile: (seeds) =>
    profileNames(seeds.schema).map((Name) => {
      const license = licenseOf(seeds.schema, Name);
      return {
        Name,
        UserType: license === GUEST_LICENSE ? 'Guest' : 'Standard',
        UserLicenseId: seeds.id('UserLicense', LICENSES.indexOf(license)),
        ...userPermissionColumns(seeds, 'Profile', Name),
      };
    }),
  User: (seeds) => [
    userRow(seeds, 'User', 'User', 'admin@local.org', 'Standard'),
    userRow(
      seeds,
      'Automated Process',
      'autoproc',
      `autoproc@${seeds.id('Organization', 0).toLowerCase()}`,
      'AutomatedProcess',
    ),
    userRow(seeds, 'Site Guest User', 'guest', 'guest@local.org', 'Guest'),
  ],
  Group: () => [{ Name: 'All Internal Users', DeveloperName: 'AllInternalUsers', Type: 'Organization' }],
  Pricebook2: () => [{ Name: 'Standard Price Book', IsStandard: 1, IsActive: 1 }],
  RecordType: ({ schema }) =>
    Array.from(recordTypesOf(schema), ([object, type]) => ({
      Name: type.label,
      DeveloperName: type.name,
      SobjectType: object.name,
      NamespacePrefix: schema.namespace,
      IsActive: type.isActive ? 1 : 0,
    })),
  BusinessHours: ({ options }) => [
    { Name: 'Default', IsActive: 1, IsDefault: 1, TimeZoneSidKey: options.timeZone ?? 'America/Los_Angeles' },
  ],
  PermissionSet: (seeds) => [
    ...profileNames(seeds.schema).map((name, index) => ({
      Name: `X00e${index}`,
      Label: name,
      ProfileId: seeds.id('Profile', index),
      IsOwnedByProfile: 1,
      IsCustom: 0,
      Type: 'Profile',
      ...userPermissionColumns(seeds, 'PermissionSet', name),
    })),
    ...[...seeds.schema.permissionSets.values()].map((set) => ({
      Name: withoutPrefix(set.name, seeds.schema),
      Label: set.label,
      IsCustom: 1,
      Type: 'Regular',
      NamespacePrefix: seeds.schema.namespace,
      ...permissionColumns(set.userPermissions),
    })),
  ],
  PermissionSetGroup: ({ schema }) =>
    [...schema.permissionSetGroups.values()].map(({ name, label }) => ({
      DeveloperName: withoutPrefix(name, schema),
      MasterLabel: label,
      Language: 'en_US',
      NamespacePrefix: schema.namespace,
      Status: 'Updated',
    })),
  PermissionSetGroupComponent: permissionSetGroupRows,
  PermissionSetAssignment: (seeds) => [
    { AssigneeId: seeds.id('User', 0), PermissionSetId: seeds.id('PermissionSet', 0), IsActive: 1 },
  ],
  ObjectPermissions: objectPermissionRows,
  FieldPermissions: fieldPermissionRows,
  SetupEntityAccess: accessRows,
  CustomPermission: ({ schema }) =>
    [...schema.customPermissions.values()].map(({ name, label }) => ({
      DeveloperName: withoutPrefix(name, schema),
      MasterLabel: label,
      Language: 'en_US',
      NamespacePrefix: schema.namespace,
    })),
  AppMenuItem: (seeds) =>
    [...seeds.schema.apps.values()].map(({ name, label }, index) => ({
      Name: withoutPrefix(name, seeds.schema),
      Label: label,
      NamespacePrefix: seeds.schema.namespace,
      ApplicationId: recordId(APP_PREFIX, index + 1),
      Type: 'TabSet',
      SortOrder: index + 1,
      IsAccessible: 1,
      IsVisible: 1,
    })),
  PlatformCachePartition: ({ schema }) =>
    [...schema.cachePartitions.values()].map(({ name, label, isDefault }) => ({
      DeveloperName: withoutPrefix(name, schema),
      MasterLabel: label,
      Language: 'en_US',
      NamespacePrefix: schema.namespace,
      IsDefaultPartition: isDefault ? 1 : 0,
    })),
  ApexClass: ({ schema, options }) => options.classes.map((source) => apexRow(source, schema)),
  ApexTrigger: ({ schema, options }) =>
    (options.triggers ?? []).map((source) => {
      const object = TRIGGER_OBJECT.exec(withoutComments(source.text))?.groups?.object ?? '';
      return { ...apexRow(source, schema), TableEnumOrId: schema.object(object)?.name ?? object };
    }),
  StaticResource: resourceRows,
  NamedCredential: ({ schema }) =>
    [...schema.namedCredentials.values()].map(({ name, label, url }) => ({
      DeveloperName: withoutPrefix(name, schema),
      MasterLabel: label,
      Endpoint: url,
      NamespacePrefix: schema.namespace,
    })),
  OrderStatus: (seeds) =>
    statusRows(seeds, 'Order', 'Status', (value) => ({
      ApiName: value,
      StatusCode: value === 'Draft' ? 'Draft' : 'Activated',
    })),
  CaseStatus: (seeds) =>
    statusRows(seeds, 'Case', 'Status', (value) => ({
      ApiName: value,
      IsClosed: value === 'Closed' ? 1 : 0,
    })),
  TaskStatus: (seeds) =>
    statusRows(seeds, 'Task', 'Status', (value) => ({
      ApiName: value,
      IsClosed: value === 'Completed' ? 1 : 0,
    })),
  LeadStatus: (seeds) =>
    statusRows(seeds, 'Lead', 'Status', (value) => ({
      ApiName: value,
      IsConverted: value === 'Closed - Converted' ? 1 : 0,
    })),
  ContractStatus: (seeds) =>
    statusRows(seeds, 'Contract', 'Status', (value) => ({
      ApiName: value,
      StatusCode: value === 'In Approval Process' ? 'InApproval' : value,
    })),
  OpportunityStage: (seeds) =>
    statusRows(seeds, 'Opportunity', 'StageName', (value) => ({
      ApiName: value,
      IsActive: 1,
      IsClosed: value.startsWith('Closed') ? 1 : 0,
      IsWon: value === 'Closed Won' ? 1 : 0,
    })),
  EntityDefinition: entityRows,
  FieldDefinition: fieldRows,
  CurrencyType: () => [{ IsoCode: 'USD', ConversionRate: 1, DecimalPlaces: 2, IsActive: 1, IsCorporate: 1 }],
};

const TRIGGER_OBJECT = /^\s*trigger\s+\w+\s+on\s+(?<object>\w+)/i;

function apexRow({ name, apiVersion, status, text }: SeedClass, schema: OrgSchema): SeedValues {
  return {
    Name: name,
    NamespacePrefix: schema.namespace,
    ApiVersion: Number(apiVersion),
    Status: status,
    IsValid: 1,
    Body: text,
    LengthWithoutComments: withoutComments(text).length,
  };
}

const TEXT_OR_COMMENT = /'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[^]*?\*\//g;

function withoutComments(text: string): string {
  return text.replace(TEXT_OR_COMMENT, (part) => (part.startsWith("'") ? part : ''));
}

function userRow(
  seeds: Seeds,
  LastName: string,
  Alias: string,
  Username: string,
  UserType: string,
): SeedValues {
  return {
    LastName,
    Name: LastName,
    Alias,
    Username,
    Email: Username,
    CommunityNickname: Alias,
    IsActive: 1,
    UserType,
    ProfileId: profileOf(seeds, UserType),
    TimeZoneSidKey: seeds.options.timeZone ?? 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

/** The first user administers; the guest has a profile for guests, the project's own if there is one. */
function profileOf(seeds: Seeds, userType: string): string | null {
  if (userType === 'Standard') return seeds.id('Profile', 0);
  if (userType !== 'Guest') return null;
  const names = profileNames(seeds.schema);
  return seeds.id(
    'Profile',
    names.findLastIndex((name) => licenseOf(seeds.schema, name) === GUEST_LICENSE),
  );
}

/** A license of every org; what the project's file of a profile says has the last word. */
function licenseOf({ profiles }: OrgSchema, profile: string): string {
  const own = [...profiles.values()].find(({ name }) => profileLabel(name) === profile)?.license ?? '';
  return LICENSES.includes(own) ? own : profileRule(profile).license;
}

function statusRows(
  { schema }: Seeds,
  object: string,
  field: string,
  more: (value: string) => SeedValues,
): SeedValues[] {
  const values = schema.object(object)?.fields.get(field.toLowerCase())?.picklist?.values ?? [];
  return values.map((entry, index) => ({
    MasterLabel: entry.label,
    IsDefault: entry.isDefault ? 1 : 0,
    SortOrder: index + 1,
    ...more(entry.value),
  }));
}

/** The name of a component without the namespace. */
export function withoutPrefix(name: string, { namespace }: OrgSchema): string {
  return namespace && name.toLowerCase().startsWith(`${namespace.toLowerCase()}__`)
    ? name.slice(namespace.length + 2)
    : name;
}
