import type { IrClass } from '../ir/ir.ts';
import type { Annotation } from '../syntax/ast.ts';
import type { FieldSymbol, MethodSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import type { ModuleLinks } from './module.ts';
import { constructorName, typeName } from './names.ts';
import type { Code } from './writer.ts';

/**
 * `($rt, jsClass) => ClassInfo`: what JSON, Type, createStub and the test runner ask of a class. Types are asked for
 * by name, since they may refer to classes that are linked later.
 */
export function classInfo(ir: IrClass, _links: ModuleLinks): Code {
  const { symbol } = ir;
  const supers = { superType: symbol.superType ? typeName(symbol.superType) : null };
  const data = {
    name: symbol.name,
    fullName: symbol.fullName,
    namespace: symbol.namespace,
    outer: symbol.outer?.fullName ?? null,
    kind: symbol.kind,
    isAbstract: symbol.isAbstract,
    isTest: symbol.isTest,
    visibility: symbol.visibility,
    sharing: symbol.sharing,
    apiVersion: symbol.apiVersion,
    file: symbol.file ?? '',
    ...supers,
    interfaces: symbol.interfaces.map(typeName),
    fields: symbol.kind === 'enum' ? [] : [...symbol.fields.values()].map(fieldInfo),
    methods: [...symbol.methods.values()]
      .flat()
      .filter((method) => method.declaration)
      .map(methodInfo),
    constructors: symbol.constructors.filter((method) => method.declaration).map(methodInfo),
    enumConstants: symbol.enumConstants,
    annotations: symbol.annotations.map(annotationInfo),
  };
  return JSON.stringify(data);
}

function fieldInfo(field: FieldSymbol): object {
  const accessors = field.property;
  return {
    name: field.name,
    jsName: field.jsName,
    type: typeName(field.type),
    isStatic: field.isStatic,
    isTransient: field.isTransient,
    isFinal: field.isFinal,
    isProperty: accessors !== null,
    canRead: accessors === null || accessors.getter !== null,
    canWrite: accessors === null || accessors.setter !== null,
    visibility: field.visibility,
    annotations: field.annotations.map(annotationInfo),
  };
}

function methodInfo(method: MethodSymbol): object {
  return {
    name: method.name,
    jsName:
      method.name === method.owner.name && method.declaration?.kind === 'constructor'
        ? constructorName(method)
        : method.jsName,
    parameters: method.parameters.map(({ name, type }) => ({ name, type: typeName(type) })),
    returnType: returnName(method.returnType),
    isStatic: method.isStatic,
    isAbstract: method.isAbstract,
    isVirtual: method.isVirtual,
    isTest: method.isTest,
    visibility: method.visibility,
    line: method.declaration?.span.line ?? 0,
    annotations: method.annotations.map(annotationInfo),
  };
}

function returnName(type: Type): string | null {
  return type.kind === 'void' ? null : typeName(type);
}

function annotationInfo(annotation: Annotation): object {
  const entries = annotation.arguments.map(({ name, value }) => [name.toLowerCase(), value] as const);
  return { name: annotation.name.text.toLowerCase(), arguments: Object.fromEntries(entries) };
}
