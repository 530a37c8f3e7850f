/**
 * JSON Schema (2020-12) of the types of one billing system, as a table of definitions.
 *
 * An object or union has up to three: `X` is what billing sends, `X.write` what it is sent where X stands in another
 * body, `X.body` the same without any required property, on which the bodies of operations rest. An enum has one.
 */
import type {
  ApiType,
  BodyModel,
  ObjectTypeModel,
  PropertyModel,
  SystemModel,
  TypeRef,
  UnionTypeModel,
} from '../model/model.ts';
import { operationKey } from '../model/naming.ts';
import type { Json } from '../text/json.ts';
import { scalarSchema, type Form, type Schema } from './scalars.ts';

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Definitions by name, sorted. */
export type Definitions = Readonly<Record<string, Schema>>;

const pointer = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** Name of the definition of a named type. */
function nameIn(form: Form, type: ApiType): string {
  return form === 'request' && type.kind !== 'enum' ? `${type.name}.write` : type.name;
}

/** Name of the definition of the body of an operation. */
export const requestName = (operation: string): string => `${operation}.request`;

class TypeTable {
  readonly #types: ReadonlyMap<string, ApiType>;

  constructor(types: readonly ApiType[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  get(name: string): ApiType {
    const type = this.#types.get(name);
    if (type) return type;
    throw new Error(`The model refers to the type "${name}" but does not hold it.`);
  }

  object(name: string): ObjectTypeModel {
    const type = this.get(name);
    if (type.kind === 'object') return type;
    throw new Error(`The model uses the type "${name}" as an object, but it is not one.`);
  }

  schemaOf(ref: TypeRef, form: Form): Schema {
    switch (ref.kind) {
      case 'scalar':
        return scalarSchema(ref, form);
      case 'literals':
        return ref.values.length === 1 ? { const: ref.values[0] ?? '' } : { enum: ref.values };
      case 'type':
        return pointer(nameIn(form, this.get(ref.name)));
      case 'array':
        return { type: 'array', items: this.schemaOf(ref.of, form) };
    }
  }
}

const tables = new WeakMap<SystemModel, TypeTable>();

/** One table for each system; operations ask for it again and again. */
function tableOf(system: SystemModel): TypeTable {
  const table = tables.get(system) ?? new TypeTable(system.types);
  tables.set(system, table);
  return table;
}

const described = (doc: string): Schema => (doc === '' ? {} : { description: doc });

/** The same schema, and null beside it. */
function orNull(schema: Schema): Schema {
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  if (Array.isArray(schema['type'])) return { ...schema, type: [...schema['type'], 'null'] };
  if (Array.isArray(schema['enum'])) return { ...schema, enum: [...schema['enum'], null] };
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

function propertySchema(table: TypeTable, property: PropertyModel, form: Form): Schema {
  const own = table.schemaOf(property.type, form);
  const { status, sources } = property.mark;
  return {
    ...described(property.doc),
    ...(property.nullable ? orNull(own) : own),
    ...(property.readOnly && { readOnly: true }),
    'x-mark': { status, sources },
  };
}

/** Properties that billing alone sets are no part of a request. */
const partOf =
  (form: Form) =>
  (property: PropertyModel): boolean =>
    form === 'response' || !property.readOnly;

function requiredIn(type: ObjectTypeModel, form: Form): string[] {
  return type.properties.filter(partOf(form)).flatMap(({ name, optional }) => (optional ? [] : [name]));
}

const requiring = (names: readonly string[]): Schema => (names.length === 0 ? {} : { required: names });

function objectBody(table: TypeTable, type: ObjectTypeModel, form: Form): Schema {
  const properties = type.properties
    .filter(partOf(form))
    .map((one) => [one.name, propertySchema(table, one, form)] as const);
  return { ...described(type.doc), type: 'object', properties: Object.fromEntries(properties) };
}

/** `if`/`then` for each member: a validator then speaks of the member that was meant and not of all of them. */
function unionSchema(table: TypeTable, type: UnionTypeModel, form: Form): Schema {
  const { tag, members } = type;
  const always = members.every(({ type: name }) => requiredIn(table.object(name), form).includes(tag));
  return {
    ...described(type.doc),
    type: 'object',
    properties: { [tag]: { enum: members.map(({ value }) => value) } },
    ...requiring(always ? [tag] : []),
    'x-tag': tag,
    allOf: members.map(({ value, type: name }) => ({
      if: { type: 'object', properties: { [tag]: { const: value } }, required: [tag] },
      then: pointer(nameIn(form, table.get(name))),
    })),
  };
}

function typeDefinitions(table: TypeTable, type: ApiType): [string, Schema][] {
  if (type.kind === 'enum') return [[type.name, { ...described(type.doc), enum: type.values }]];
  if (type.kind === 'union')
    return (['response', 'request'] as const).map((form) => [
      nameIn(form, type),
      unionSchema(table, type, form),
    ]);
  return [
    [type.name, { ...objectBody(table, type, 'response'), ...requiring(requiredIn(type, 'response')) }],
    [`${type.name}.body`, objectBody(table, type, 'request')],
    [
      `${type.name}.write`,
      { ...pointer(`${type.name}.body`), type: 'object', ...requiring(requiredIn(type, 'request')) },
    ],
  ];
}

/** Wire names that a body must hold. */
export function requiredOf(body: BodyModel, type: ApiType | undefined): readonly string[] {
  if (body.partial || type?.kind !== 'object') return body.required;
  return [...new Set([...requiredIn(type, 'request'), ...body.required])];
}

function bodySchema(table: TypeTable, body: BodyModel): Schema {
  const type = table.get(body.type);
  if (type.kind !== 'object') return pointer(nameIn('request', type));
  return { ...pointer(`${type.name}.body`), type: 'object', ...requiring(requiredOf(body, type)) };
}

function requestDefinitions(table: TypeTable, system: SystemModel): [string, Schema][] {
  return system.profile.resources.flatMap((resource) =>
    resource.operations.flatMap((operation): [string, Schema][] => {
      if (!operation.request) return [];
      return [[requestName(operationKey(resource, operation)), bodySchema(table, operation.request)]];
    }),
  );
}

function referencesIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) return [];
    return key === '$ref' && typeof item === 'string' ? [item.slice('#/$defs/'.length)] : referencesIn(item);
  });
}

/** Only what is reached from the operations, sorted by name. */
function reached(all: ReadonlyMap<string, Schema>, roots: readonly string[]): Definitions {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    referencesIn(all.get(name) ?? {}).forEach(visit);
  };
  roots.forEach(visit);
  const names = [...seen].sort();
  return Object.fromEntries(names.map((name) => [name, all.get(name) ?? {}]));
}

/** The schema of what an operation answers with; for a list, of one item. */
export function responseSchema(system: SystemModel, response: TypeRef): Schema {
  return tableOf(system).schemaOf(response, 'response');
}

/** All definitions that the operations of a system reach. */
export function definitionsOf(system: SystemModel): Definitions {
  const table = tableOf(system);
  const requests = requestDefinitions(table, system);
  const all = new Map([...system.types.flatMap((type) => typeDefinitions(table, type)), ...requests]);
  const responses = system.profile.resources.flatMap(({ operations }) =>
    operations.flatMap(({ response }) =>
      response ? referencesIn(table.schemaOf(response, 'response')) : [],
    ),
  );
  return reached(all, [...requests.map(([name]) => name), ...responses]);
}
