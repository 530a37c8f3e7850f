import {
  findPrimitive,
  NULL,
  OBJECT,
  SOBJECT,
  sobjectType,
  UNKNOWN,
  VOID,
  classType,
  primitive,
} from '../types/make.ts';
import type { PrimitiveName, Type } from '../types/type.ts';
import type { ClassSymbol } from '../types/symbols.ts';
import type { JavaType } from './jar/signature.ts';
import { fullName, platformName, ROOT } from './names.ts';

/** Where a Java type finds the platform's classes. */
export interface ClassFinder {
  find(fullName: string): ClassSymbol | null;
}

const BASES: Readonly<Record<string, PrimitiveName>> = { Z: 'Boolean', I: 'Integer', J: 'Long', D: 'Double' };
const JAVA: Readonly<Record<string, Type>> = {
  'java/lang/Object': OBJECT,
  'java/lang/String': primitive('String'),
  'java/lang/Boolean': primitive('Boolean'),
  'java/lang/Integer': primitive('Integer'),
};
/** The jar's own stand-ins, for what they stand. */
const INTERNAL: Readonly<Record<string, Type>> = {
  Object$: OBJECT,
  Interface$: OBJECT,
  Null$: NULL,
  Any$: UNKNOWN,
};
const INTERNAL_CLASSES: Readonly<Record<string, string>> = {
  RecordSet$: 'System.List',
  SObjectType$: 'Schema.SObjectType',
  DescribeSObjectResult$: 'Schema.DescribeSObjectResult',
  SObjectFieldRowCause$: 'Schema.SObjectField',
  SObjectFields$: 'Schema.SObjectTypeFields',
  SObjectTypeFields$: 'Schema.SObjectTypeFields',
  SObjectTypeFieldSets$: 'Schema.SObjectTypeFieldSets',
  Trigger$: 'System.Trigger',
};
const INTERNAL_FOLDER = `${ROOT}Internal/`;
const RECORDS = /^com\/nawforce\/runforce\/SObject(?:s|Stubs)\/(?<name>\w+)$/;

/** The Apex type for a Java type of the jar. Throws for one that the jar should not have. */
export function apexType(java: JavaType, classes: ClassFinder): Type {
  switch (java.kind) {
    case 'void':
      return VOID;
    case 'parameter':
      return { kind: 'parameter', name: java.name };
    case 'base':
      return primitive(BASES[java.letter] ?? 'Integer');
    case 'array':
      return generic('System.List', [apexType(java.element, classes)], classes);
    case 'class':
      return apexClass(java.name, java.arguments, classes);
  }
}

function apexClass(name: string, javaArguments: readonly JavaType[], classes: ClassFinder): Type {
  const plain = JAVA[name];
  if (plain) return plain;
  const record = RECORDS.exec(name)?.groups?.name;
  if (record) return sobjectType(record);
  const typeArguments = javaArguments.map((each) => apexType(each, classes));
  if (name.startsWith(INTERNAL_FOLDER))
    return internalType(name.slice(INTERNAL_FOLDER.length), typeArguments, classes);
  const apex = platformName(name);
  if (!apex) throw new Error(`The Java type ${name} has no meaning in Apex.`);
  return namedType(fullName(apex), typeArguments, classes);
}

function internalType(name: string, typeArguments: readonly Type[], classes: ClassFinder): Type {
  const type = INTERNAL[name];
  if (type) return type;
  const standsFor = INTERNAL_CLASSES[name];
  if (!standsFor) throw new Error(`The jar's type ${name} has no meaning in Apex.`);
  return generic(standsFor, typeArguments, classes);
}

/** `System.String`, `Database.Error`, `System.SObject`: a primitive, an sObject or a class. */
export function namedType(name: string, typeArguments: readonly Type[], classes: ClassFinder): Type {
  const bare = name.startsWith('System.') ? name.slice('System.'.length) : null;
  if (bare === 'SObject') return SOBJECT;
  if (bare === 'Object') return OBJECT;
  return (bare ? findPrimitive(bare) : null) ?? generic(name, typeArguments, classes);
}

function generic(name: string, typeArguments: readonly Type[], classes: ClassFinder): Type {
  const symbol = classes.find(name);
  if (!symbol) throw new Error(`The platform has no class ${name}.`);
  const count = symbol.typeParameters.length;
  const missing = Array.from({ length: Math.max(0, count - typeArguments.length) }, () => OBJECT);
  return classType(symbol, [...typeArguments, ...missing].slice(0, count));
}
