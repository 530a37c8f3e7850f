import type * as ast from '../syntax/ast.ts';
import { VOID } from './make.ts';
import {
  findAnnotation,
  hasModifier,
  isTestModified,
  writtenSharing,
  writtenVisibility,
} from './modifiers.ts';
import type { ClassSymbol, FieldSymbol, MethodSymbol, ParameterSymbol, Visibility } from './symbols.ts';
import type { Type } from './type.ts';

/** Where a declaration stands. */
export interface DeclarationSite {
  readonly file: string;
  readonly apiVersion: number;
  readonly namespace: string | null;
  readonly outer: ClassSymbol | null;
}

/** Resolves a written type as seen from inside a class. */
export type Resolve = (reference: ast.TypeReference, from: ClassSymbol) => Type;

/** The symbol of a declaration and of those inside of it, with names alone: headers follow when all names are known. */
export function declareName(declaration: ast.TypeDeclaration, site: DeclarationSite): ClassSymbol {
  const { modifiers } = declaration;
  const name = declaration.name.text;
  const prefix = site.outer?.fullName ?? site.namespace;
  const symbol: ClassSymbol = {
    origin: 'source',
    kind: declaration.kind,
    name,
    fullName: prefix ? `${prefix}.${name}` : name,
    namespace: site.namespace ?? '',
    outer: site.outer,
    typeParameters: [],
    superType: null,
    interfaces: [],
    visibility: writtenVisibility(modifiers) ?? 'private',
    isAbstract: declaration.kind === 'interface' || hasModifier(modifiers, 'abstract'),
    isVirtual:
      declaration.kind === 'interface' ||
      hasModifier(modifiers, 'virtual') ||
      hasModifier(modifiers, 'abstract'),
    isTest: (site.outer?.isTest ?? false) || isTestModified(modifiers),
    sharing: writtenSharing(modifiers),
    apiVersion: site.apiVersion,
    annotations: modifiers.annotations,
    inner: new Map(),
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    enumConstants: declaration.kind === 'enum' ? declaration.constants.map((each) => each.text) : [],
    declaration,
    file: site.file,
    span: declaration.name.span,
  };
  for (const inner of innerDeclarations(declaration)) {
    const key = inner.name.text.toLowerCase();
    if (!symbol.inner.has(key)) symbol.inner.set(key, declareName(inner, { ...site, outer: symbol }));
  }
  return symbol;
}

/** Classes, interfaces and enums right inside of a declaration. */
export function innerDeclarations(declaration: ast.TypeDeclaration): readonly ast.TypeDeclaration[] {
  if (declaration.kind !== 'class') return [];
  return declaration.members.filter(
    (each) => each.kind === 'class' || each.kind === 'interface' || each.kind === 'enum',
  );
}

/** The symbol and those inside of it, outer ones first. */
export function withInner(symbol: ClassSymbol): readonly ClassSymbol[] {
  return [symbol, ...[...symbol.inner.values()].flatMap(withInner)];
}

/** Fills in what a class extends and implements. */
export function declareSuperTypes(symbol: ClassSymbol, resolve: Resolve): void {
  const { declaration } = symbol;
  if (!declaration || declaration.kind === 'enum') return;
  if (declaration.kind === 'class' && declaration.superType)
    symbol.superType = resolve(declaration.superType, symbol);
  symbol.interfaces = declaration.interfaces.map((each) => resolve(each, symbol));
}

/** Fills in fields, methods and constructors. The first of several fields of one name is kept. */
export function declareMembers(symbol: ClassSymbol, resolve: Resolve): void {
  const { declaration } = symbol;
  if (!declaration || declaration.kind === 'enum') return;
  for (const member of declaration.members) {
    if (member.kind === 'field' || member.kind === 'property') {
      const key = member.name.text.toLowerCase();
      if (!symbol.fields.has(key)) symbol.fields.set(key, declareField(member, symbol, resolve));
      else resolve(member.type, symbol);
    } else if (member.kind === 'method') {
      addMethod(symbol, declareMethod(member, symbol, resolve));
    } else if (member.kind === 'constructor') {
      symbol.constructors.push(declareConstructor(member, symbol, resolve));
    }
  }
}

function addMethod(symbol: ClassSymbol, method: MethodSymbol): void {
  const key = method.name.toLowerCase();
  const same = symbol.methods.get(key);
  if (same) same.push(method);
  else symbol.methods.set(key, [method]);
}

function declareField(
  declaration: ast.FieldDeclaration | ast.PropertyDeclaration,
  owner: ClassSymbol,
  resolve: Resolve,
): FieldSymbol {
  const { modifiers } = declaration;
  const visibility = writtenVisibility(modifiers) ?? 'private';
  return {
    owner,
    name: declaration.name.text,
    type: resolve(declaration.type, owner),
    isStatic: hasModifier(modifiers, 'static'),
    isFinal: hasModifier(modifiers, 'final'),
    isTransient: hasModifier(modifiers, 'transient'),
    visibility,
    isTestVisible: findAnnotation(modifiers.annotations, 'testVisible') !== null,
    property: declaration.kind === 'property' ? propertyOf(declaration, visibility) : null,
    jsName: declaration.name.text.toLowerCase(),
    declaration,
    annotations: modifiers.annotations,
  };
}

function propertyOf(declaration: ast.PropertyDeclaration, visibility: Visibility): FieldSymbol['property'] {
  const { getter, setter, modifiers } = declaration;
  const kindOf = (accessor: ast.Accessor | null) => accessor && (accessor.body ? 'code' : 'auto');
  return {
    getter: kindOf(getter),
    setter: kindOf(setter),
    getterVisibility: (getter && writtenVisibility(getter.modifiers)) ?? visibility,
    setterVisibility: (setter && writtenVisibility(setter.modifiers)) ?? visibility,
    isVirtual: hasModifier(modifiers, 'virtual') || hasModifier(modifiers, 'abstract'),
    isOverride: hasModifier(modifiers, 'override'),
    isAbstract: hasModifier(modifiers, 'abstract'),
  };
}

function declareMethod(
  declaration: ast.MethodDeclaration,
  owner: ClassSymbol,
  resolve: Resolve,
): MethodSymbol {
  const { modifiers } = declaration;
  const ofInterface = owner.kind === 'interface';
  const isAbstract = ofInterface || hasModifier(modifiers, 'abstract');
  const own = writtenVisibility(modifiers) ?? 'private';
  const visibility = !ofInterface ? own : owner.visibility === 'global' ? 'global' : 'public';
  return {
    ...commonOf(declaration, owner, resolve),
    returnType: declaration.returnType ? resolve(declaration.returnType, owner) : VOID,
    isStatic: hasModifier(modifiers, 'static') || hasModifier(modifiers, 'testmethod'),
    isAbstract,
    isVirtual: isAbstract || hasModifier(modifiers, 'virtual') || hasModifier(modifiers, 'override'),
    isOverride: hasModifier(modifiers, 'override'),
    isTest: isTestModified(modifiers),
    visibility,
  };
}

function declareConstructor(
  declaration: ast.ConstructorDeclaration,
  owner: ClassSymbol,
  resolve: Resolve,
): MethodSymbol {
  return {
    ...commonOf(declaration, owner, resolve),
    returnType: VOID,
    isStatic: false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    isTest: false,
    visibility: writtenVisibility(declaration.modifiers) ?? 'private',
  };
}

function commonOf(
  declaration: ast.MethodDeclaration | ast.ConstructorDeclaration,
  owner: ClassSymbol,
  resolve: Resolve,
) {
  const parameters: ParameterSymbol[] = declaration.parameters.map((each) => ({
    name: each.name.text,
    type: resolve(each.type, owner),
  }));
  const { annotations } = declaration.modifiers;
  return {
    owner,
    name: declaration.name.text,
    parameters,
    isTestVisible: findAnnotation(annotations, 'testVisible') !== null,
    jsName: '',
    aliases: [],
    declaration,
    annotations,
  };
}
