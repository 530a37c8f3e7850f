import type { LibraryClass, Value } from '../../library/library.ts';
import { textOf } from '../../library/text/stringify.ts';
import { typeValue } from '../../library/objects/type-value.ts';
import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import { ApexDate } from '../../values/date.ts';
import { Decimal } from '../../values/decimal.ts';
import { ApexDouble, double as makeDouble } from '../../values/double.ts';
import { defineEnum, enumValue } from '../../values/enum.ts';
import { ApexException } from '../../values/exception.ts';
import { iterate } from '../../values/iterate.ts';
import { withBinds } from '../../soql/scope-binds.ts';
import { search } from '../../soql/search/search.ts';
import { heldPlaces, heldText } from '../../values/held-size.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexObject } from '../../values/value.ts';
import { currentTransaction } from '../context.ts';
import { caught, dying, notNull, throwApex, Unsupported } from '../faults.ts';
import type { JsClass } from '../linker.ts';
import { missingClass } from '../missing-class.ts';
import type { Program } from '../program.ts';
import type { Statics, WithStatics } from '../statics.ts';
import { TypeTable, type PlatformTypes } from '../type-table.ts';
import { runtimeTypeOf, type ClassInfo, type RuntimeType } from '../types.ts';
import { convert } from './convert.ts';
import * as data from './data.ts';
import { future } from './future.ts';
import * as operators from './operators.ts';
import * as schemaTokens from './tokens.ts';
import { universal } from './universal.ts';

type LibraryFunction = (...args: Value[]) => Value;

export interface RuntimeOptions {
  readonly schema: OrgSchema;
  readonly platform: PlatformTypes;
  readonly library: readonly LibraryClass[];
  readonly namespace: string | null;
  readonly statics: Statics;
}

/** Everything that emitted code calls: its `$rt`. It is the program, too. */
export class Runtime implements Program {
  readonly namespace: string | null;
  readonly schema: OrgSchema;
  readonly classes = new Map<string, ClassInfo>();
  readonly #types: TypeTable;
  readonly #library: ReadonlyMap<string, LibraryClass>;
  readonly #jsClasses = new Map<string, JsClass>();
  readonly #statics: Statics;
  readonly #counters = new Map<string, Uint32Array>();

  // What emitted code uses as it is.
  readonly notNull = notNull;
  readonly text = textOf;
  readonly heldText = heldText;
  readonly caught = caught;
  readonly dying = dying;
  readonly iterate = iterate;
  readonly iterateIterable = iterate;
  readonly universal = universal;
  readonly convert = convert;
  readonly future = future;
  readonly typeValue = typeValue;
  readonly integer = operators.integer;
  readonly long = operators.long;
  readonly decimal = operators.decimal;
  readonly double = operators.doubles;
  readonly string = operators.string;
  readonly id = operators.id;
  readonly boolean = operators.boolean;
  readonly date = operators.date;
  readonly datetime = operators.datetime;
  readonly time = operators.time;
  readonly reference = operators.reference;
  readonly withBinds = withBinds;
  readonly member = data.member;
  readonly query = data.query;
  readonly queryForLater = data.queryForLater;
  readonly onlyRecord = data.onlyRecord;
  readonly search = search;
  readonly dml = data.dml;
  readonly batches = data.batches;
  readonly enterRunAs = data.enterRunAs;
  readonly leaveRunAs = data.leaveRunAs;
  readonly objectToken = schemaTokens.objectToken;
  readonly fieldToken = schemaTokens.fieldToken;
  readonly objectDescribe = schemaTokens.objectDescribe;
  readonly fieldDescribe = schemaTokens.fieldDescribe;
  readonly fieldSet = schemaTokens.fieldSet;
  readonly label = schemaTokens.label;
  readonly refuse = refuse;

  constructor(options: RuntimeOptions) {
    this.namespace = options.namespace;
    this.schema = options.schema;
    this.#statics = options.statics;
    this.#types = new TypeTable(options.schema, options.platform, options.namespace);
    this.#library = new Map(options.library.map((each) => [each.name.toLowerCase(), each]));
  }

  // Types

  type(name: string): RuntimeType {
    return this.#types.get(name);
  }

  recordType(objectName: string): RuntimeType {
    return this.#types.record(objectName) ?? this.#types.get(objectName);
  }

  findType(name: string, namespace?: string | null): RuntimeType | null {
    return this.#types.find(namespace ? `${namespace}.${name}` : name);
  }

  listOf(element: RuntimeType): RuntimeType {
    return this.#types.collection('list', [element]);
  }

  setOf(element: RuntimeType): RuntimeType {
    return this.#types.collection('set', [element]);
  }

  mapOf(key: RuntimeType, value: RuntimeType): RuntimeType {
    return this.#types.collection('map', [key, value]);
  }

  cast(type: RuntimeType, value: Value): Value {
    if (value === null) return value;
    if (type.accepts(value)) return type.kind === 'primitive' ? asPrimitive(type.name, value) : value;
    const given = runtimeTypeOf(value);
    const isOfRecords = given.kind === 'sobject' && type.kind === 'sobject';
    const [from, to] = isOfRecords ? [castName(given), castName(type)] : [given.name, type.name];
    return throwApex('System.TypeException', `Invalid conversion from runtime type ${from} to ${to}`);
  }

  isInstance(type: RuntimeType, value: Value): boolean {
    return value !== null && type.accepts(value);
  }

  // Classes

  addClass(info: ClassInfo): void {
    this.classes.set(info.fullName.toLowerCase(), info);
    const type = this.#types.addClass(info);
    if (info.kind === 'enum') defineEnum(type, info.enumConstants);
  }

  addJsClass(fullName: string, jsClass: JsClass): void {
    this.#jsClasses.set(fullName.toLowerCase(), jsClass);
  }

  jsClass(fullName: string): JsClass {
    return this.#jsClasses.get(fullName.toLowerCase()) ?? missingClass(fullName);
  }

  /** What an emitted class extends in JavaScript. */
  superClass(name: string | null): JsClass {
    if (name === null) return ApexObject as unknown as JsClass;
    const source = this.#jsClasses.get(name.toLowerCase());
    if (source) return source;
    const base = this.#library.get(name.toLowerCase())?.base;
    if (base) return base as unknown as JsClass;
    if (this.#types.find(name)?.kind === 'platform') return ApexException as unknown as JsClass;
    return missingClass(name);
  }

  initialised(jsClass: WithStatics): void {
    this.#statics.add(jsClass);
  }

  construct(type: RuntimeType): Value {
    switch (type.kind) {
      case 'list':
        return new ApexList(type);
      case 'set':
        return new ApexSet(type);
      case 'map':
        return new ApexMap(type);
      case 'sobject':
        return new SObject(this.object(type.objectName ?? ''));
      case 'class':
        return new (this.jsClass(type.name))()['new()']();
      default:
        return this.#part(type.name.replace(/<.*/, ''), 'constructors', '()')(type);
    }
  }

  // Library

  method(className: string, key: string): LibraryFunction {
    return this.#part(className, 'methods', key);
  }

  static(className: string, key: string): LibraryFunction {
    return this.#part(className, 'statics', key);
  }

  constructor_(className: string, key: string): LibraryFunction {
    return this.#part(className, 'constructors', key);
  }

  getter(className: string, name: string): LibraryFunction {
    return this.#property(className, 'properties', name).get;
  }

  setter(className: string, name: string): LibraryFunction {
    return this.#property(className, 'properties', name).set ?? refusing(`setting ${className}.${name}`);
  }

  staticGetter(className: string, name: string): LibraryFunction {
    return this.#property(className, 'staticProperties', name).get;
  }

  staticSetter(className: string, name: string): LibraryFunction {
    return (
      this.#property(className, 'staticProperties', name).set ?? refusing(`setting ${className}.${name}`)
    );
  }

  #part(className: string, part: 'methods' | 'statics' | 'constructors', key: string): LibraryFunction {
    const found: Readonly<Record<string, LibraryFunction>> | undefined = this.#library.get(
      className.toLowerCase(),
    )?.[part];
    const wanted = key.toLowerCase();
    const name = Object.keys(found ?? {}).find((each) => each.toLowerCase() === wanted);
    return (name && found?.[name]) || refusing(`${className}.${key}`);
  }

  #property(
    className: string,
    part: 'properties' | 'staticProperties',
    name: string,
  ): { get: LibraryFunction; set?: LibraryFunction } {
    const found = this.#library.get(className.toLowerCase())?.[part];
    const key = Object.keys(found ?? {}).find((each) => each.toLowerCase() === name.toLowerCase());
    const refusal = refusing(`${className}.${name}`);
    return (key && found?.[key]) || { get: refusal, set: refusal };
  }

  // Values

  enumConstant(type: string, name: string): Value {
    const found = this.type(type);
    return found.kind === 'enum' ? enumValue(found, name) : missingClass(type);
  }

  decimalOf(digits: string): Decimal {
    return Decimal.of(digits);
  }

  doubleOf(digits: string): Value {
    return makeDouble(Number(digits));
  }

  plan<T>(query: T): T {
    return query;
  }

  object(name: string): ObjectModel {
    const found = this.schema.object(name);
    if (!found) throw new Error(`There is no object ${name}.`);
    return found;
  }

  newRecord(object: ObjectModel): SObject {
    return new SObject(object);
  }

  /** `parts`: 0 for a field or 1 for a parent, its name, its value; and so on. */
  newRecordWith(object: ObjectModel, ...parts: Value[]): SObject {
    const record = new SObject(object);
    for (let at = 0; at < parts.length; at += 3) {
      if (parts[at] === 0) record.put(parts[at + 1], parts[at + 2]);
      else record.setParent(parts[at + 1], parts[at + 2]);
    }
    return record;
  }

  newArray(type: RuntimeType, size: number): ApexList {
    heldPlaces(size);
    return new ApexList(type, new Array(size).fill(null));
  }

  newElements(type: RuntimeType, elements: Value[]): Value {
    if (type.kind === 'list') return new ApexList(type, elements);
    return type.kind === 'set' ? new ApexSet(type, elements) : new ApexMap(type);
  }

  newMap(type: RuntimeType, parts: Value[]): ApexMap {
    const map = new ApexMap(type);
    for (let at = 0; at < parts.length; at += 2) map.put(parts[at], parts[at + 1]);
    return map;
  }

  // Coverage

  counters(file: string, size: number): Uint32Array {
    const counters = new Uint32Array(size);
    this.#counters.set(file, counters);
    return counters;
  }

  /** How often each counter of a file was reached; null for a file without coverage. */
  countersOf(file: string): Uint32Array | null {
    return this.#counters.get(file) ?? null;
  }

  /** Outside of a trigger nothing runs and nothing is there. */
  triggerVariable(name: string): Value {
    const frame = currentTransaction().triggers.top;
    if (frame) return frame.variable(name);
    return /^is/i.test(name) ? false : null;
  }
}

/** A number of a smaller type in the form of the type that it is cast to. */
function asPrimitive(name: string, value: Value): Value {
  if (name === 'Long') return BigInt(value);
  if (name === 'Decimal')
    return value instanceof ApexDouble ? Decimal.ofDouble(value.value) : asDecimal(value);
  if (name === 'Datetime') return value instanceof ApexDate ? convert.dateToDatetime(value) : value;
  if (name === 'Double') return value instanceof ApexDouble ? value : makeDouble(asDecimal(value).toNumber());
  return value;
}

function asDecimal(value: Value): Decimal {
  return value instanceof Decimal ? value : Decimal.of(value);
}

/** Stands for what the local org does not support: the class that names it runs until it comes to that. */
function refusing(what: string): LibraryFunction {
  return () => {
    throw new Unsupported(what);
  };
}

/** What a compile error said that the local org does not support. */
function refuse(): never {
  throw new Unsupported('what stands here: the compile errors name it');
}

/** How a failed cast names a type: `SObject:Account` for a record. */
function castName(type: RuntimeType): string {
  return type.kind === 'sobject' && type.name !== 'SObject' ? `SObject:${type.name}` : type.name;
}
