import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type {
  ChildRelationship,
  FieldModel,
  FieldSetModel,
  ObjectModel,
  OrgSchema,
} from '../../schema/model.ts';
import { PlatformObject } from '../../values/value.ts';

/** Something of the Schema namespace: says its own type. */
abstract class SchemaValue extends PlatformObject {
  readonly #typeName: string;

  constructor(typeName: string) {
    super();
    this.#typeName = `Schema.${typeName}`;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type(this.#typeName);
  }
}

/** `Account.SObjectType`. One per object and schema, so that tokens compare by identity. */
export class ObjectToken extends SchemaValue {
  readonly #name: string;
  #object: ObjectModel | null = null;

  constructor(name: string) {
    super('SObjectType');
    this.#name = name;
  }

  /** Looked up when it is first asked for: a global describe names thousands. */
  get object(): ObjectModel {
    return (this.#object ??= objectOf(this.#name));
  }

  override toString(): string {
    return this.object.name;
  }
}

/** `Account.Name`. One per field and schema. */
export class FieldToken extends SchemaValue {
  readonly object: ObjectModel;
  readonly field: FieldModel;

  constructor(object: ObjectModel, field: FieldModel) {
    super('SObjectField');
    this.object = object;
    this.field = field;
  }

  override toString(): string {
    return this.field.name;
  }
}

export class ObjectDescribe extends SchemaValue {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    super('DescribeSObjectResult');
    this.object = object;
  }
}

export class FieldDescribe extends SchemaValue {
  readonly object: ObjectModel;
  readonly field: FieldModel;

  constructor(object: ObjectModel, field: FieldModel) {
    super('DescribeFieldResult');
    this.object = object;
    this.field = field;
  }
}

export class FieldSetToken extends SchemaValue {
  readonly object: ObjectModel;
  readonly set: FieldSetModel;

  constructor(object: ObjectModel, set: FieldSetModel) {
    super('FieldSet');
    this.object = object;
    this.set = set;
  }
}

export class ChildRelationshipValue extends SchemaValue {
  readonly relationship: ChildRelationship;

  constructor(relationship: ChildRelationship) {
    super('ChildRelationship');
    this.relationship = relationship;
  }
}

/** `describe.fields`, `describe.fieldSets`: what `getMap()` is asked of. */
export class ObjectFields extends SchemaValue {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    super('SObjectTypeFields');
    this.object = object;
  }
}

export class ObjectFieldSets extends SchemaValue {
  readonly object: ObjectModel;

  constructor(object: ObjectModel) {
    super('SObjectTypeFieldSets');
    this.object = object;
  }
}

const known = new WeakMap<OrgSchema, Map<string, SchemaValue>>();

function once<T extends SchemaValue>(key: string, make: () => T): T {
  const { schema } = currentTransaction();
  const values = known.get(schema) ?? new Map<string, SchemaValue>();
  known.set(schema, values);
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value as T;
}

function objectOf(name: string): ObjectModel {
  const object = currentTransaction().schema.object(name);
  return object ?? throwApex('System.InvalidParameterValueException', `There is no sObject type ${name}.`);
}

export function tokenOf(object: ObjectModel): ObjectToken {
  return namedToken(object.name);
}

/** The token of an object that the schema has, by its full name. */
export function namedToken(name: string): ObjectToken {
  return once(`object ${name.toLowerCase()}`, () => new ObjectToken(name));
}

export function fieldTokenOf(object: ObjectModel, field: FieldModel): FieldToken {
  return once(`field ${object.name}.${field.name}`, () => new FieldToken(object, field));
}

export function objectToken(name: string): ObjectToken {
  return tokenOf(objectOf(name));
}

export function fieldToken(object: string, field: string): FieldToken {
  const model = objectOf(object);
  return fieldTokenOf(model, fieldOf(model, field));
}

export function objectDescribe(name: string): ObjectDescribe {
  return describeObject(objectOf(name));
}

export function describeObject(object: ObjectModel): ObjectDescribe {
  return once(`describe ${object.name}`, () => new ObjectDescribe(object));
}

export function fieldDescribe(object: string, field: string): FieldDescribe {
  const model = objectOf(object);
  return describeField(model, fieldOf(model, field));
}

export function describeField(object: ObjectModel, field: FieldModel): FieldDescribe {
  return once(`describe ${object.name}.${field.name}`, () => new FieldDescribe(object, field));
}

export function fieldSet(object: string, name: string): FieldSetToken {
  const model = objectOf(object);
  const set = model.fieldSets.get(name.toLowerCase());
  if (!set) throw new Error(`${object} has no field set ${name}.`);
  return new FieldSetToken(model, set);
}

function fieldOf(object: ObjectModel, name: string): FieldModel {
  const field = object.fields.get(name.toLowerCase());
  if (!field) throw new Error(`${object.name} has no field ${name}.`);
  return field;
}
