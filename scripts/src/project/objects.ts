import type { Component, Components } from './components.ts';
import type { ObjectShape } from './standard-objects.ts';
import { ANY_NAMED, standardObject } from './standard-objects.ts';
import { child, children, value } from './xml.ts';

type Names = Readonly<Record<string, string>>;

const AUDIT: Names = {
  Id: 'Id',
  IsDeleted: 'Boolean',
  CreatedById: 'Id',
  CreatedDate: 'Datetime',
  LastModifiedById: 'Id',
  LastModifiedDate: 'Datetime',
  SystemModstamp: 'Datetime',
};
const AUDIT_PARENTS: Names = { CreatedBy: 'User', LastModifiedBy: 'User' };
const RECORD: Names = {
  ...AUDIT,
  Name: 'String',
  LastViewedDate: 'Datetime',
  LastReferencedDate: 'Datetime',
  LastActivityDate: 'Date',
  RecordTypeId: 'Id',
  CurrencyIsoCode: 'String',
};
const RECORD_CHILDREN: Names = {
  Tasks: 'Task',
  Events: 'Event',
  Attachments: 'Attachment',
  ContentDocumentLinks: 'ContentDocumentLink',
  ProcessInstances: 'ProcessInstance',
};
const METADATA_TYPE: Names = {
  Id: 'Id',
  DeveloperName: 'String',
  MasterLabel: 'String',
  Label: 'String',
  Language: 'String',
  NamespacePrefix: 'String',
  QualifiedApiName: 'String',
  SystemModstamp: 'Datetime',
};
const EVENT: Names = { CreatedById: 'Id', CreatedDate: 'Datetime', ReplayId: 'String', EventUuid: 'String' };
const SHARE: Names = {
  ...AUDIT,
  ParentId: 'Id',
  UserOrGroupId: 'Id',
  AccessLevel: 'String',
  RowCause: 'String',
};

/** The relationships that a custom field makes, by its type. */
const RELATIONS = new Set(['Lookup', 'MasterDetail', 'MetadataRelationship', 'ExternalLookup', 'Hierarchy']);

/** The Apex type of a custom field, as far as it differs from String. */
const APEX_TYPES: Names = {
  Checkbox: 'Boolean',
  Currency: 'Decimal',
  Number: 'Decimal',
  Percent: 'Decimal',
  Summary: 'Decimal',
  Date: 'Date',
  DateTime: 'Datetime',
  Time: 'Time',
};

interface Draft {
  readonly name: string;
  readonly fields: Map<string, string>;
  readonly parents: Map<string, string>;
  readonly children: Map<string, string>;
}

const lower = (names: Names): Map<string, string> =>
  new Map(Object.entries(names).map(([name, type]) => [name.toLowerCase(), type]));

/** The objects that the project may name: its own, and the standard ones with the project's fields on them. */
export class Objects {
  readonly #drafts = new Map<string, Draft>();
  readonly #prefix: string;

  constructor(components: Components, namespace: string | undefined) {
    this.#prefix = namespace ? `${namespace.toLowerCase()}__` : '';
    const fields = components.of('CustomField');
    for (const object of components.of('CustomObject')) this.#open(object.name, object, fields);
    for (const field of fields) this.#addField(field);
  }

  /** The object of that name, with or without our own namespace; undefined if nobody has it. */
  find(name: string): ObjectShape | undefined {
    const plain = this.plain(name);
    return this.#drafts.get(plain.toLowerCase()) ?? this.#share(plain) ?? standardObject(plain);
  }

  /** The objects that the project makes or adds to. */
  own(): Iterable<ObjectShape> {
    return this.#drafts.values();
  }

  /** A name without our own namespace: in source both forms mean the same. */
  plain(name: string): string {
    return this.#prefix && name.toLowerCase().startsWith(this.#prefix)
      ? name.slice(this.#prefix.length)
      : name;
  }

  /**
   * Walks a path such as `Account__r.Owner.Name` and returns what is wrong with it, or undefined. A parent of
   * several types (Owner, What) is not looked into beyond what all of them have.
   */
  problem(object: string, path: string): string | undefined {
    const parts = path.split('.');
    let shape = this.find(object);
    if (!shape) return `there is no object ${object}`;
    for (const [index, part] of parts.entries()) {
      const key = this.plain(part).toLowerCase();
      if (index === parts.length - 1)
        return shape.fields.has(key) ? undefined : `${shape.name} has no field ${part}`;
      const parent: string | undefined = shape.parents.get(key);
      if (!parent) return `${shape.name} has no relationship ${part}`;
      if (parent === ANY_NAMED) return undefined;
      const next = this.find(parent);
      if (!next) return `${shape.name}.${part} points to ${parent}, which does not exist`;
      shape = next;
    }
    return undefined;
  }

  #share(name: string): ObjectShape | undefined {
    const owner = /^(?<stem>\w+)__Share$/i.exec(name)?.groups?.stem;
    const draft = owner && this.#drafts.get(`${owner.toLowerCase()}__c`);
    if (!draft) return undefined;
    const parents = new Map([
      ...lower(AUDIT_PARENTS),
      ['parent', draft.name],
      ['userorgroup', ANY_NAMED],
    ] as const);
    return { name, fields: lower(SHARE), parents, children: new Map() };
  }

  #draft(name: string): Draft {
    const known = this.#drafts.get(name.toLowerCase());
    if (known) return known;
    const standard = standardObject(name);
    const draft = {
      name: standard?.name ?? name,
      fields: new Map(standard?.fields),
      parents: new Map(standard?.parents),
      children: new Map(standard?.children),
    };
    this.#drafts.set(name.toLowerCase(), draft);
    return draft;
  }

  /** Gives a custom object the fields that it has by being one; a standard object has its own already. */
  #open(name: string, { root }: Component, fields: readonly Component[]): void {
    const draft = this.#draft(name);
    const add = (target: Map<string, string>, names: Names): void => {
      for (const [key, type] of lower(names)) target.set(key, type);
    };
    if (name.endsWith('__mdt')) return add(draft.fields, METADATA_TYPE);
    if (name.endsWith('__e')) return add(draft.fields, EVENT);
    if (!name.endsWith('__c')) return;
    add(draft.fields, RECORD);
    add(draft.parents, AUDIT_PARENTS);
    if (child(root, 'customSettingsType')) return add(draft.fields, { SetupOwnerId: 'Id' });
    add(draft.parents, { RecordType: 'RecordType' });
    add(draft.children, RECORD_CHILDREN);
    const isDetail = fields.some(
      (field) => field.name.startsWith(`${name}.`) && value(field.root, 'type') === 'MasterDetail',
    );
    if (isDetail) return;
    add(draft.fields, { OwnerId: 'Id' });
    add(draft.parents, { Owner: ANY_NAMED });
    add(draft.children, { Shares: name.replace(/__c$/, '__Share') });
  }

  #addField({ name, root }: Component): void {
    const [object = '', field = ''] = name.split('.');
    const type = value(root, 'type') ?? '';
    if (!this.find(object)) return;
    const draft = this.#draft(object);
    const isRelation = RELATIONS.has(type);
    if (field.endsWith('__c'))
      draft.fields.set(field.toLowerCase(), isRelation ? 'Id' : (APEX_TYPES[type] ?? 'String'));
    if (!isRelation || !field.endsWith('__c')) return;
    const relationship = value(root, 'relationshipName');
    for (const { text } of children(root, 'referenceTo')) {
      const parent = this.plain(text.trim());
      draft.parents.set(field.toLowerCase().replace(/__c$/, '__r'), parent);
      if (relationship && this.find(parent))
        this.#draft(parent).children.set(`${relationship.toLowerCase()}__r`, object);
    }
  }
}
