/** How a type of the API looks in Apex: its name there, and how a property of it is read and written. */
import type { ApiType, SystemModel, TypeRef } from '../../model/model.ts';
import { typeClassName } from '../../model/naming.ts';

/** What an emitter has to know of one property's type. */
export interface Shape {
  /** Apex type of the property. */
  readonly apex: string;
  /** What it is; decides which methods of `BillingJson` are called. */
  readonly kind:
    | 'text'
    | 'numericId'
    | 'decimal'
    | 'integer'
    | 'boolean'
    | 'date'
    | 'dateTime'
    | 'object'
    | 'objects'
    | 'texts'
    | 'decimals'
    | 'list'
    | 'any';
  /** Class of the object, or of each of the objects. */
  readonly className?: string;
  /** The type of the model that the class is made from. */
  readonly type?: ApiType;
  /** The only texts that the API knows, if it says. */
  readonly values?: readonly string[];
}

/** Finds a type of the system; the reader has made sure that it is there. */
export function typeNamed(system: SystemModel, name: string): ApiType {
  const found = system.types.find((type) => type.name === name);
  if (found === undefined) throw new Error(`${system.name} has no type ${name}.`);
  return found;
}

function scalarShape(ref: Extract<TypeRef, { kind: 'scalar' }>): Shape {
  switch (ref.scalar) {
    case 'string':
    case 'text':
    case 'id':
      return { apex: 'String', kind: 'text' };
    case 'numeric-id':
      return { apex: 'String', kind: 'numericId' };
    case 'decimal':
    case 'number':
      return { apex: 'Decimal', kind: 'decimal' };
    case 'integer':
      return { apex: 'Integer', kind: 'integer' };
    case 'boolean':
      return { apex: 'Boolean', kind: 'boolean' };
    case 'date':
      return { apex: 'Date', kind: 'date' };
    case 'date-time':
      return { apex: 'DateTime', kind: 'dateTime' };
    case 'unknown':
      return { apex: 'Object', kind: 'any' };
  }
}

function namedShape(system: SystemModel, name: string): Shape {
  const type = typeNamed(system, name);
  if (type.kind === 'enum') return { apex: 'String', kind: 'text', values: type.values };
  const className = typeClassName(system, name);
  return { apex: className, kind: 'object', className, type };
}

function listShape(of: Shape): Shape {
  const values = of.values === undefined ? {} : { values: of.values };
  switch (of.kind) {
    case 'object':
      return { ...of, apex: `List<${of.apex}>`, kind: 'objects' };
    case 'text':
      return { apex: 'List<String>', kind: 'texts', ...values };
    case 'decimal':
      return { apex: 'List<Decimal>', kind: 'decimals' };
    default:
      return { apex: 'List<Object>', kind: 'list' };
  }
}

export function shapeOf(system: SystemModel, ref: TypeRef): Shape {
  switch (ref.kind) {
    case 'scalar':
      return scalarShape(ref);
    case 'literals':
      return { apex: 'String', kind: 'text', values: ref.values };
    case 'type':
      return namedShape(system, ref.name);
    case 'array':
      return listShape(shapeOf(system, ref.of));
  }
}
