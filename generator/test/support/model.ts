/**
 * A small, typed builder for models, for tests that need no mapping files.
 *
 * Each function fills in what a test does not care for; the last argument overrides. `testModel()` is one small but
 * whole model: its system "meter" knows customers (a union of two kinds of party, an array of contacts chosen by its
 * tag, an enum with a value map) and bills.
 */
import type {
  ApiType,
  ConditionModel,
  CoreModel,
  EnumTypeModel,
  FieldModel,
  FieldType,
  IntegrationModel,
  MappingModel,
  MarkModel,
  ObjectModel,
  ObjectTypeModel,
  OperationModel,
  PathModel,
  PathStep,
  ProfileModel,
  PropertyModel,
  ResourceModel,
  RowModel,
  Scalar,
  Source,
  StandardFieldModel,
  StandardObjectModel,
  SystemModel,
  TypeRef,
  UnionTypeModel,
  ValueMapModel,
} from '../../src/model/model.ts';

type Over<T> = Partial<T>;

export const documented: MarkModel = { status: 'documented', sources: ['T1'] };
export const inferred: MarkModel = { status: 'inferred', sources: ['by analogy'] };

let line = 0;
/** A place of its own for each thing, so that a test can tell from a diagnostic which one is meant. */
export function here(file = 'generator/mappings/core/test.ts'): Source {
  line += 1;
  return { file, line, column: 3, length: 5 };
}

const declared = (doc: string) => ({ doc, source: here() });

// ---- core -------------------------------------------------------------------------------------------------------

const typeDefaults: Readonly<Partial<Record<FieldType, Over<FieldModel>>>> = {
  Text: { length: 80 },
  LongTextArea: { length: 32768, visibleLines: 5 },
  Number: { precision: 18, scale: 0 },
  Currency: { precision: 18, scale: 2 },
  Percent: { precision: 5, scale: 2 },
  Checkbox: { default: false },
  Picklist: { values: ['One', 'Two'] },
  Lookup: { target: 'Account', relationship: 'Tests', onDelete: 'SetNull' },
  MasterDetail: { target: 'Test__c', relationship: 'Details' },
};

export function field(name: string, type: FieldType, over: Over<FieldModel> = {}): FieldModel {
  const label = name.replace(/__c$/, '');
  return {
    name,
    type,
    label,
    required: false,
    ...typeDefaults[type],
    ...declared(`What ${label} holds.`),
    ...over,
  };
}

export function object(
  name: string,
  fields: readonly FieldModel[],
  over: Over<ObjectModel> = {},
): ObjectModel {
  const label = name.replace(/__c$/, '');
  return {
    name,
    label,
    plural: `${label}s`,
    nameField: { type: 'AutoNumber', label: `${label} Number`, format: 'T-{0000}' },
    sharing: 'Read',
    history: false,
    fields,
    compact: ['Name'],
    search: ['NAME'],
    listViews: [{ name: 'All', label: `All ${label}s`, columns: ['NAME'], filters: [] }],
    page: { sections: [{ label, fields: ['Name'] }], relatedLists: [] },
    ...declared(`One ${label}.`),
    ...over,
  };
}

export function standardField(name: string, over: Over<StandardFieldModel> = {}): StandardFieldModel {
  return { name, type: 'Text', label: name, required: false, length: 255, ...over };
}

export function standardObject(
  name: StandardObjectModel['name'],
  standardFields: readonly StandardFieldModel[],
  added: readonly FieldModel[] = [],
): StandardObjectModel {
  return { name, standardFields, added, ...declared(`The platform's ${name}.`) };
}

export function core(over: Over<CoreModel> = {}): CoreModel {
  return {
    objects: [],
    metadataTypes: [],
    standardObjects: [],
    reasons: [],
    quickActions: [],
    customPermissions: [],
    componentTabs: [],
    permissionSets: [],
    apps: [],
    ...over,
  };
}

// ---- types of an API ----------------------------------------------------------------------------------------------

export const scalar = (name: Scalar): TypeRef => ({ kind: 'scalar', scalar: name });
export const limited = (maxLength: number): TypeRef => ({ kind: 'scalar', scalar: 'text', maxLength });
export const literals = (...values: string[]): TypeRef => ({ kind: 'literals', values });
export const named = (name: string): TypeRef => ({ kind: 'type', name });
export const arrayOf = (of: TypeRef): TypeRef => ({ kind: 'array', of });

export function property(
  name: string,
  type: TypeRef | Scalar,
  over: Over<PropertyModel> = {},
): PropertyModel {
  return {
    name,
    type: typeof type === 'string' ? scalar(type) : type,
    optional: false,
    nullable: false,
    readOnly: false,
    mark: documented,
    ...declared(`The ${name}.`),
    ...over,
  };
}

export function objectType(name: string, properties: readonly PropertyModel[]): ObjectTypeModel {
  return { kind: 'object', name, properties, ...declared(`A ${name}.`) };
}
export function unionType(
  name: string,
  tag: string,
  members: Readonly<Record<string, string>>,
): UnionTypeModel {
  const list = Object.entries(members).map(([value, type]) => ({ value, type }));
  return { kind: 'union', name, tag, members: list, ...declared(`One of several ${name}s.`) };
}
export function enumType(name: string, ...values: string[]): EnumTypeModel {
  return { kind: 'enum', name, values, ...declared(`The values of ${name}.`) };
}

// ---- paths --------------------------------------------------------------------------------------------------------

interface Cursor {
  readonly steps: PathStep[];
  readonly properties: PropertyModel[];
  type: TypeRef;
}

const stepText = /^(?<name>\w+)(?:\((?<only>\w+)\))?(?:\[(?<match>[^\]]*)\])?$/;

function follow(types: readonly ApiType[], cursor: Cursor, text: string): void {
  const groups = stepText.exec(text)?.groups;
  const find = (name: string): ApiType => {
    const type = types.find((one) => one.name === name);
    if (!type) throw new Error(`The test has no type ${name}.`);
    return type;
  };
  const owner = cursor.type.kind === 'type' ? find(cursor.type.name) : undefined;
  // What all members of a union have is reached without narrowing; the first member stands for them.
  const holder = owner?.kind === 'union' ? find(owner.members[0]?.type ?? '') : owner;
  const found =
    holder?.kind === 'object' ? holder.properties.find(({ name }) => name === groups?.['name']) : undefined;
  if (!groups || !owner || !found) throw new Error(`"${text}" can't be followed in the test's types.`);
  cursor.steps.push({ kind: 'property', name: found.name, of: owner.name, type: found.type });
  cursor.properties.push(found);
  cursor.type = found.type;
  const memberOf = (
    ref: TypeRef,
    value: string | undefined,
  ): { tag: string; value: string; type: string } | undefined => {
    const union = ref.kind === 'type' ? find(ref.name) : undefined;
    const member = union?.kind === 'union' ? union.members.find((one) => one.value === value) : undefined;
    return union?.kind === 'union' && member ? { tag: union.tag, ...member } : undefined;
  };
  if (groups['only'] !== undefined) {
    const member = memberOf(cursor.type, groups['only']);
    if (!member) throw new Error(`"${text}" names no member of a union.`);
    cursor.steps.push({ kind: 'only', ...member });
    cursor.type = named(member.type);
  }
  if (groups['match'] !== undefined && cursor.type.kind === 'array') {
    const of = cursor.type.of;
    const match = Object.fromEntries(
      groups['match'].split(',').map((pair) => pair.split('=') as [string, string]),
    );
    const union = of.kind === 'type' ? find(of.name) : undefined;
    const member = union?.kind === 'union' ? memberOf(of, match[union.tag]) : undefined;
    const type = member?.type ?? union?.name ?? '';
    cursor.steps.push(groups['match'] === '' ? { kind: 'first', type } : { kind: 'one', match, type });
    cursor.type = named(type);
  }
}

/** A path in short form: `party(company).contacts[kind=email,use=BILLS].address`; `contacts[]` is the first one. */
export function path(types: readonly ApiType[], root: string, text: string): PathModel {
  const cursor: Cursor = { steps: [], properties: [], type: named(root) };
  for (const part of text.split('.')) follow(types, cursor, part);
  return {
    steps: cursor.steps,
    type: cursor.type,
    text,
    mark: cursor.properties.find(({ mark }) => mark.status === 'inferred')?.mark ?? documented,
    optional: cursor.properties.some(({ optional, nullable }) => optional || nullable),
    readOnly: cursor.properties.some(({ readOnly }) => readOnly),
    source: here(),
  };
}

// ---- a billing system -----------------------------------------------------------------------------------------------

export function operation(
  name: string,
  method: OperationModel['method'],
  pathText: string,
  over: Over<OperationModel> = {},
): OperationModel {
  return {
    name,
    method,
    kind: 'one',
    path: pathText,
    pathParameters: [...pathText.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    mark: documented,
    query: [],
    ...declared(`Does ${name}.`),
    ...over,
  };
}

export function resource(name: string, operations: readonly OperationModel[], type = name): ResourceModel {
  return { name, type, operations, ...declared(`${name}s.`) };
}

export function profile(resources: readonly ResourceModel[], over: Over<ProfileModel> = {}): ProfileModel {
  return {
    basePath: '/v1',
    authentication: { header: 'Authorization', value: 'Bearer {key}', mark: documented },
    paging: {
      style: 'numbered',
      sizeParameter: 'size',
      numberParameter: 'page',
      maxSize: 100,
      totalHeader: 'x-total',
      mark: documented,
    },
    errorBody: { code: 'error.code', message: 'error.message' },
    connectionTest: 'Customer.list',
    choices: [],
    resources,
    ...declared('The API of the test.'),
    ...over,
  };
}

export function row(
  fieldName: string,
  owner: RowModel['owner'],
  at: PathModel,
  over: Over<RowModel> = {},
): RowModel {
  return {
    field: fieldName,
    owner,
    path: at,
    when: [],
    onCreateOnly: false,
    ...(owner === 'shared' && { conflict: 'ask' as const }),
    ...declared(''),
    ...over,
  };
}

export function condition(
  fieldName: string,
  test: ConditionModel['test'],
  ...values: ConditionModel['values'][number][]
): ConditionModel {
  return { field: fieldName, test, values };
}

export function valueMap(
  name: string,
  rows: readonly (readonly [billing: string, salesforce: string, ...also: string[]])[],
  over: Over<ValueMapModel> = {},
): ValueMapModel {
  return {
    name,
    rows: rows.map(([billing, salesforce, ...alsoAccepted]) => ({ billing, salesforce, alsoAccepted })),
    toSalesforce: { kind: 'keep' },
    toBilling: { kind: 'block' },
    ignoreCase: false,
    ...declared(`The values of ${name}.`),
    ...over,
  };
}

export function mapping(
  name: string,
  objectName: string,
  resourceName: string,
  id: PathModel,
  rows: readonly RowModel[],
  over: Over<MappingModel> = {},
): MappingModel {
  return {
    name,
    type: name,
    object: objectName,
    resource: resourceName,
    id,
    deepLink: [],
    onLink: [],
    recordTypes: [],
    lookalikes: [],
    takesPart: [],
    rows,
    constants: [],
    defaults: [],
    children: [],
    ...declared(`What ${objectName} and ${resourceName} share.`),
    ...over,
  };
}

export function system(
  name: string,
  prefix: string,
  parts: Pick<SystemModel, 'profile' | 'types'> & Over<SystemModel>,
): SystemModel {
  return {
    name,
    label: name,
    prefix,
    valueMaps: [],
    mappings: [],
    samples: [],
    ...declared(`The system ${name}.`),
    ...parts,
  };
}

export function model(coreModel: CoreModel, ...systems: SystemModel[]): IntegrationModel {
  return { formatVersion: 1, core: coreModel, systems };
}

// ---- one whole model ------------------------------------------------------------------------------------------------

/** Types of the system "meter". */
export const meterTypes: readonly ApiType[] = [
  objectType('Bill', [
    property('id', 'numeric-id', { readOnly: true }),
    property('total', 'decimal', { readOnly: true }),
    property('dueOn', 'date', { readOnly: true, optional: true }),
    property('customer', named('Customer'), { readOnly: true }),
  ]),
  objectType('Company', [property('kind', literals('company')), property('companyName', limited(60))]),
  objectType('Customer', [
    property('id', 'numeric-id', { readOnly: true }),
    property('number', 'string', { readOnly: true }),
    property('externalKey', limited(40), { optional: true }),
    property('status', named('CustomerStatus'), { readOnly: true }),
    property('party', named('Party')),
    property('contacts', arrayOf(named('Contact')), { optional: true }),
    property('cycle', 'string'),
    property('notes', 'string', { optional: true, nullable: true, mark: inferred }),
  ]),
  enumType('CustomerStatus', 'OPEN', 'CLOSED'),
  unionType('Contact', 'kind', { email: 'EmailContact', phone: 'PhoneContact' }),
  objectType('EmailContact', [
    property('kind', literals('email')),
    property('use', literals('BILLS', 'NEWS')),
    property('address', 'string'),
  ]),
  objectType('PhoneContact', [
    property('kind', literals('phone')),
    property('use', literals('BILLS', 'NEWS')),
    property('number', 'string'),
  ]),
  unionType('Party', 'kind', { company: 'Company', person: 'Person' }),
  objectType('Person', [
    property('kind', literals('person')),
    property('firstName', 'string', { optional: true }),
    property('lastName', 'string'),
  ]),
];

/** The resources of the system "meter". */
export function meterResources(): ResourceModel[] {
  const bodyOf = (type: string, partial: boolean, ...required: string[]) => ({ type, required, partial });
  const query = ['id', 'externalKey'].map(
    (name) => ({ name, status: 'documented', sortable: name === 'id' }) as const,
  );
  const customer = { response: named('Customer') };
  return [
    resource('Customer', [
      operation('list', 'GET', '/customers', { kind: 'list', query, ...customer }),
      operation('read', 'GET', '/customers/{id}', customer),
      operation('create', 'POST', '/customers', {
        request: bodyOf('Customer', true, 'party', 'cycle'),
        ...customer,
      }),
      operation('update', 'PUT', '/customers/{id}', { request: bodyOf('Customer', true), ...customer }),
    ]),
    resource('Bill', [
      operation('list', 'GET', '/bills', { kind: 'list', response: named('Bill') }),
      operation('pdf', 'GET', '/bills/{id}/pdf', { kind: 'file', contentType: 'application/pdf' }),
    ]),
  ];
}

/** The mapping of Account to Customer in the system "meter". */
export function meterMapping(over: Over<MappingModel> = {}): MappingModel {
  const at = (text: string): PathModel => path(meterTypes, 'Customer', text);
  const company = [condition('IsPersonAccount', 'notEquals', true)];
  const person = [condition('IsPersonAccount', 'equals', true)];
  return mapping(
    'account',
    'Account',
    'Customer',
    at('id'),
    [
      row('Name', 'salesforce', at('party(company).companyName'), { when: company, convert: 'trimmedText' }),
      row('FirstName', 'salesforce', at('party(person).firstName'), {
        when: person,
        dynamic: 'PersonAccounts',
      }),
      row('LastName', 'salesforce', at('party(person).lastName'), {
        when: person,
        dynamic: 'PersonAccounts',
      }),
      row('BillingEmail__c', 'shared', at('contacts[kind=email,use=BILLS].address')),
      row('BillingStatus__c', 'billing', at('status'), { values: 'customerStatus' }),
    ],
    {
      type: 'customer',
      number: at('number'),
      key: { property: at('externalKey'), parameter: 'externalKey' },
      bulk: { operation: 'list', byId: 'id', byKey: 'externalKey' },
      read: 'read',
      create: 'create',
      update: 'update',
      deepLink: [{ placeholder: 'id', path: at('id') }],
      defaults: [{ path: at('cycle'), connectionField: 'DefaultCycle__c', source: here() }],
      ...over,
    },
  );
}

/** A model that has no fault. */
export function testModel(
  over: { readonly core?: Over<CoreModel>; readonly system?: Over<SystemModel> } = {},
): IntegrationModel {
  const connection = object('BillingConnection__c', [field('DefaultCycle__c', 'Text')], {
    nameField: { type: 'Text', label: 'Name' },
    tab: 'Custom1: Heart',
  });
  const account = standardObject(
    'Account',
    [
      standardField('Name', { length: 60, required: true }),
      standardField('FirstName', { length: 40, feature: 'PersonAccounts' }),
      standardField('LastName', { length: 80, feature: 'PersonAccounts' }),
      standardField('IsPersonAccount', { type: 'Checkbox', feature: 'PersonAccounts' }),
    ],
    [
      field('BillingEmail__c', 'Email', { label: 'Billing Email' }),
      field('BillingStatus__c', 'Picklist', { label: 'Billing Status', values: ['Open', 'Closed'] }),
    ],
  );
  const meter = system('meter', 'Mtr', {
    profile: profile(meterResources()),
    types: meterTypes,
    valueMaps: [
      valueMap('customerStatus', [
        ['OPEN', 'Open'],
        ['CLOSED', 'Closed'],
      ]),
    ],
    mappings: [meterMapping()],
    ...over.system,
  });
  return model(core({ objects: [connection], standardObjects: [account], ...over.core }), meter);
}
