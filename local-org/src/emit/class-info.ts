import type { IrClass } from '../ir/ir.ts';
import type { Annotation } from '../syntax/ast.ts';
import type { FieldSymbol, MethodSymbol } from '../types/symbols.ts';
import type { Type } from '../types/type.ts';
import { constructorName, typeName } from './names.ts';

/** `ClassHead` as JavaScript: what the runtime knows of a class from the start. */
export function classHead({ symbol }: IrClass): string {
  return JSON.stringify({
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
    superType: symbol.superType ? typeName(symbol.superType) : null,
    interfaces: symbol.interfaces.map(typeName),
    enumConstants: symbol.enumConstants,
    annotations: symbol.annotations.map(annotationInfo),
  });
}

/** `ClassMembers` as JavaScript: what JSON, Type, createStub and the test runner ask of some classes. */
export function classMembers({ symbol }: IrClass): string {
  return JSON.stringify({
    fields: symbol.kind === 'enum' ? [] : [...symbol.fields.values()].map(fieldInfo),
    methods: [...symbol.methods.values()]
      .flat()
      .filter((method) => method.declaration)
      .map(methodInfo),
    constructors: symbol.constructors.filter((method) => method.declaration).map(methodInfo),
  });
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
