import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';
import type {
  CachePartitionModel,
  CredentialHeader,
  CredentialPrincipal,
  CustomMetadataRecord,
  EventSubscriberModel,
  ExternalCredentialModel,
  LabelModel,
  NamedCredentialModel,
  PermissionSetGroupModel,
  PermissionSetModel,
  PicklistModel,
  ProfileModel,
  StaticResourceModel,
} from '../model.ts';
import { principalId } from '../credential-principal.ts';
import { NameMap } from '../name-map.ts';
import type { Namespace } from '../names.ts';
import { picklistValue } from './custom-field.ts';
import type { MetadataFile } from './files.ts';
import { readPermissionSet } from './permission-set.ts';
import { readXml, report } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** Components of the project that are not parts of an object. */
export class Components {
  readonly labels: NameMap<LabelModel>;
  /** By language in lower case, then by label. */
  readonly labelTranslations = new Map<string, NameMap<string>>();
  /** By name: the name with the namespace. */
  readonly pages: NameMap<string>;
  readonly staticResources: NameMap<StaticResourceModel>;
  readonly customPermissions: NameMap<{ readonly name: string; readonly label: string }>;
  readonly namedCredentials: NameMap<NamedCredentialModel>;
  readonly externalCredentials: NameMap<ExternalCredentialModel>;
  readonly permissionSets: NameMap<PermissionSetModel>;
  readonly permissionSetGroups: NameMap<PermissionSetGroupModel>;
  readonly profiles: NameMap<ProfileModel>;
  readonly eventSubscribers: NameMap<EventSubscriberModel>;
  readonly apps: NameMap<{ readonly name: string; readonly label: string }>;
  readonly cachePartitions: NameMap<CachePartitionModel>;
  /** In lower case. */
  readonly selectedChanges = new Set<string>();
  readonly customMetadata: NameMap<NameMap<CustomMetadataRecord>>;
  readonly valueSets = new Map<string, PicklistModel>();
  readonly standardValueSets = new Map<string, PicklistModel>();
  #principals = 0;
  readonly #namespace: Namespace;
  readonly #asInstalled: boolean;
  readonly #sink: DiagnosticSink;

  constructor(namespace: Namespace, asInstalled: boolean, sink: DiagnosticSink) {
    this.#namespace = namespace;
    this.#asInstalled = asInstalled;
    this.#sink = sink;
    this.labels = new NameMap(namespace.prefix);
    this.pages = new NameMap(namespace.prefix);
    this.staticResources = new NameMap(namespace.prefix);
    this.customPermissions = new NameMap(namespace.prefix);
    this.apps = new NameMap(namespace.prefix);
    this.cachePartitions = new NameMap(namespace.prefix);
    this.namedCredentials = new NameMap(namespace.prefix);
    this.externalCredentials = new NameMap(namespace.prefix);
    this.permissionSets = new NameMap(namespace.prefix);
    this.permissionSetGroups = new NameMap(namespace.prefix);
    this.profiles = new NameMap(namespace.prefix);
    this.eventSubscribers = new NameMap(null);
    this.customMetadata = new NameMap(namespace.prefix);
  }

  /** Takes a file in when it is of one of these kinds. */
  read(file: MetadataFile): void {
    if (file.type === 'page') this.#addPage(file.name);
    const kind = KINDS[file.type];
    if (!kind) return;
    const node = readXml(file.path, file.file, kind.root, this.#sink);
    if (node) kind.add(this, node, file);
  }

  #addPage(file: string): void {
    const name = this.#namespace.qualifyPlain(file);
    this.pages.set(name, name);
  }

  /** Called through `KINDS`. */
  addLabels(node: XmlNode): void {
    for (const label of node.list('labels')) {
      const name = label.text('fullName') ?? '';
      this.labels.set(this.#namespace.qualifyPlain(name), {
        name: this.#namespace.qualifyPlain(name),
        value: label.text('value') ?? '',
        language: label.text('language') ?? 'en_US',
      });
    }
  }

  /** Of a file of translations the labels count; in each language they may be in several files. */
  addTranslations(node: XmlNode, file: MetadataFile): void {
    const language = file.name.toLowerCase();
    const texts = this.labelTranslations.get(language) ?? new NameMap<string>(this.#namespace.prefix);
    this.labelTranslations.set(language, texts);
    for (const item of node.list('customLabels')) {
      const text = item.text('label');
      if (text !== null) texts.set(this.#namespace.qualifyPlain(item.text('name') ?? ''), text);
    }
  }

  addRecord(node: XmlNode, file: MetadataFile): void {
    const [type = '', developerName = ''] = file.name.split('.');
    const object = this.#namespace.qualify(`${type}__mdt`);
    const values = new Map<string, string | null>();
    for (const item of node.list('values')) {
      const value = item.child('value');
      const isNil = value?.attribute('xsi:nil') === 'true';
      values.set(
        this.#namespace.qualify(item.text('field') ?? '').toLowerCase(),
        isNil ? null : (value?.content() ?? null),
      );
    }
    let records = this.customMetadata.get(object);
    if (!records) this.customMetadata.set(object, (records = new NameMap(null)));
    const label = node.text('label') ?? developerName;
    records.set(developerName, { developerName, label, isProtected: node.flag('protected'), values });
  }

  addCustomPermission(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    this.customPermissions.set(name, { name, label: node.text('label') ?? file.name });
  }

  addApp(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    this.apps.set(name, { name, label: node.text('label') ?? file.name });
  }

  addCachePartition(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    const label = node.text('masterLabel') ?? file.name;
    this.cachePartitions.set(name, { name, label, isDefault: node.flag('isDefaultPartition') });
  }

  addPermissionSet(node: XmlNode, file: MetadataFile): void {
    const model = readPermissionSet(node, file.name, this.#namespace, this.#asInstalled);
    this.permissionSets.set(model.name, model);
  }

  addPermissionSetGroup(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    if (node.texts('mutingPermissionSets').length > 0)
      report(this.#sink, file.file, 'The local org does not support muting permission sets yet.');
    const permissionSets = node.texts('permissionSets').map((set) => this.#namespace.qualifyPlain(set));
    this.permissionSetGroups.set(name, { name, label: node.text('label') ?? file.name, permissionSets });
  }

  addProfile(node: XmlNode, file: MetadataFile): void {
    const name = decodeURIComponent(file.name);
    const license = node.text('userLicense');
    this.profiles.set(name, { ...readPermissionSet(node, name, this.#namespace, false), name, license });
  }

  addEventSubscriber(node: XmlNode): void {
    this.eventSubscribers.set(node.text('platformEventConsumer') ?? '', {
      user: node.text('user'),
      batchSize: node.number('batchSize'),
    });
  }

  addChannelMember(node: XmlNode): void {
    this.selectedChanges.add(this.#namespace.qualify(node.text('selectedEntity') ?? '').toLowerCase());
  }

  addStaticResource(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    const contentType = node.text('contentType') ?? 'application/octet-stream';
    const path = contentPath(file.path, contentType);
    if (path === null)
      report(this.#sink, file.file, `The content of the static resource ${file.name} is missing.`);
    else this.staticResources.set(name, { name, contentType, path });
  }

  addNamedCredential(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    const parameters = node.list('namedCredentialParameters');
    const url = parameters.find((item) => item.text('parameterType') === 'Url')?.text('parameterValue');
    const authentication = parameters.find((item) => item.text('parameterType') === 'Authentication');
    this.namedCredentials.set(name, {
      name,
      label: node.text('label') ?? file.name,
      url: url ?? node.text('endpoint') ?? '',
      externalCredential: authentication?.text('externalCredential') ?? null,
      allowMergeFieldsInHeader: node.flag('allowMergeFieldsInHeader'),
      headers: headersIn(parameters, 'HttpHeader'),
    });
  }

  addExternalCredential(node: XmlNode, file: MetadataFile): void {
    const name = this.#namespace.qualifyPlain(file.name);
    const principals = node.list('externalCredentialParameters').flatMap((item): CredentialPrincipal[] => {
      const type = item.text('parameterType') ?? '';
      if (!type.endsWith('Principal')) return [];
      const id = principalId(++this.#principals);
      return [{ id, name: item.text('parameterName') ?? item.text('parameterGroup') ?? '', type }];
    });
    this.externalCredentials.set(name, {
      name,
      label: node.text('label') ?? file.name,
      principals,
      protocol: node.text('authenticationProtocol') ?? 'Custom',
      headers: headersIn(node.list('externalCredentialParameters'), 'AuthHeader'),
    });
  }

  addValueSet(node: XmlNode, file: MetadataFile): void {
    this.valueSets.set(file.name.toLowerCase(), {
      isRestricted: true,
      values: node.list('customValue').map(picklistValue),
    });
  }

  addStandardValueSet(node: XmlNode, file: MetadataFile): void {
    this.standardValueSets.set(file.name.toLowerCase(), {
      isRestricted: false,
      values: node.list('standardValue').map(picklistValue),
    });
  }
}

const KINDS: Readonly<
  Record<
    string,
    { readonly root: string; readonly add: (to: Components, node: XmlNode, file: MetadataFile) => void }
  >
> = {
  labels: { root: 'CustomLabels', add: (to, node) => to.addLabels(node) },
  translation: { root: 'Translations', add: (to, node, file) => to.addTranslations(node, file) },
  md: { root: 'CustomMetadata', add: (to, node, file) => to.addRecord(node, file) },
  customPermission: { root: 'CustomPermission', add: (to, node, file) => to.addCustomPermission(node, file) },
  app: { root: 'CustomApplication', add: (to, node, file) => to.addApp(node, file) },
  cachePartition: {
    root: 'PlatformCachePartition',
    add: (to, node, file) => to.addCachePartition(node, file),
  },
  platformEventSubscriberConfig: {
    root: 'PlatformEventSubscriberConfig',
    add: (to, node) => to.addEventSubscriber(node),
  },
  platformEventChannelMember: {
    root: 'PlatformEventChannelMember',
    add: (to, node) => to.addChannelMember(node),
  },
  permissionset: { root: 'PermissionSet', add: (to, node, file) => to.addPermissionSet(node, file) },
  permissionsetgroup: {
    root: 'PermissionSetGroup',
    add: (to, node, file) => to.addPermissionSetGroup(node, file),
  },
  profile: { root: 'Profile', add: (to, node, file) => to.addProfile(node, file) },
  resource: { root: 'StaticResource', add: (to, node, file) => to.addStaticResource(node, file) },
  namedCredential: { root: 'NamedCredential', add: (to, node, file) => to.addNamedCredential(node, file) },
  externalCredential: {
    root: 'ExternalCredential',
    add: (to, node, file) => to.addExternalCredential(node, file),
  },
  globalValueSet: { root: 'GlobalValueSet', add: (to, node, file) => to.addValueSet(node, file) },
  standardValueSet: { root: 'StandardValueSet', add: (to, node, file) => to.addStandardValueSet(node, file) },
};

function headersIn(parameters: readonly XmlNode[], type: string): CredentialHeader[] {
  return parameters
    .filter((item) => item.text('parameterType') === type)
    .map((item) => ({
      name: item.text('parameterName') ?? '',
      value: item.text('parameterValue') ?? '',
      sequence: item.number('sequenceNumber') ?? 0,
    }));
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/json': ['.json'],
  'text/javascript': ['.js'],
  'application/javascript': ['.js'],
  'application/x-javascript': ['.js'],
  'text/css': ['.css'],
  'text/xml': ['.xml'],
  'application/xml': ['.xml'],
  'text/plain': ['.txt'],
  'text/csv': ['.csv'],
  'text/html': ['.html'],
  'application/zip': ['', '.zip'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/gif': ['.gif'],
  'image/svg+xml': ['.svg'],
  'application/pdf': ['.pdf'],
};

function contentPath(metaPath: string, contentType: string): string | null {
  const stem = metaPath.replace(/\.resource-meta\.xml$/, '');
  const endings = [...(ENDINGS[contentType] ?? [`.${contentType.split('/')[1] ?? ''}`]), '.resource', ''];
  return endings.map((ending) => stem + ending).find((path) => existsSync(path)) ?? anyContent(stem);
}

/** The file beside the metadata that has its name, whatever its ending: content types are too many to know. */
function anyContent(stem: string): string | null {
  const folder = dirname(stem);
  const start = `${basename(stem)}.`;
  const found = readdirSync(folder).find((name) => name.startsWith(start) && !name.endsWith('-meta.xml'));
  return found === undefined ? null : join(folder, found);
}
