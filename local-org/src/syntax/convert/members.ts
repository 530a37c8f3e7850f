import {
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  InterfaceDeclarationContext,
  MethodDeclarationContext,
  PropertyDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {
  ApexParserRuleContext,
  ClassBodyDeclarationContext,
  FormalParametersContext,
  InterfaceMethodDeclarationContext,
  PropertyBlockContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type { Span } from '../../diagnostics/diagnostic.ts';
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  FieldDeclaration,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  PropertyDeclaration,
  TypeDeclaration,
} from '../ast.ts';
import type { Source } from '../source.ts';
import { Dispatch } from './dispatch.ts';
import { buildExpression } from './expressions.ts';
import { buildModifiers } from './modifiers.ts';
import { buildBlock } from './statements.ts';
import { buildDeclaredName, buildIdentifier, buildType, buildTypeList } from './types.ts';

const members = new Dispatch<[Modifiers, Span, Source], readonly Member[]>()
  .on(MethodDeclarationContext, (...given) => [buildMethod(...given)])
  .on(ConstructorDeclarationContext, (...given) => [buildConstructor(...given)])
  .on(InterfaceDeclarationContext, (...given) => [buildInterface(...given)])
  .on(ClassDeclarationContext, (...given) => [buildClass(...given)])
  .on(EnumDeclarationContext, (...given) => [buildEnum(...given)])
  .on(PropertyDeclarationContext, (...given) => [buildProperty(...given)])
  .on(FieldDeclarationContext, buildFields);

/** What one declaration declares: several fields for `Integer a, b;`. `span` is the whole with its modifiers. */
export function buildMember(
  declaration: ApexParserRuleContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): readonly Member[] {
  return members.build(declaration.getChild(0), modifiers, span, source);
}

export function buildTypeDeclaration(ctx: TypeDeclarationContext, source: Source): TypeDeclaration {
  const modifiers = buildModifiers(ctx.modifier_list(), source);
  const span = source.span(ctx);
  if (ctx.classDeclaration()) return buildClass(ctx.classDeclaration(), modifiers, span, source);
  if (ctx.enumDeclaration()) return buildEnum(ctx.enumDeclaration(), modifiers, span, source);
  return buildInterface(ctx.interfaceDeclaration(), modifiers, span, source);
}

function buildClass(
  ctx: ClassDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): ClassDeclaration {
  return {
    kind: 'class',
    name: buildDeclaredName(ctx.id(), source),
    modifiers,
    superType: ctx.typeRef() ? buildType(ctx.typeRef(), source) : null,
    interfaces: ctx.typeList() ? buildTypeList(ctx.typeList(), source) : [],
    members: ctx
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((part) => buildClassPart(part, source)),
    span,
  };
}

function buildClassPart(ctx: ClassBodyDeclarationContext, source: Source): readonly Member[] {
  if (ctx.SEMI()) {
    source.report('syntax/unexpected', "Unexpected ';'.", source.span(ctx), 'Remove it.');
    return [];
  }
  const span = source.span(ctx);
  const block = ctx.block();
  if (block) {
    return [{ kind: 'initializer', isStatic: Boolean(ctx.STATIC()), body: buildBlock(block, source), span }];
  }
  return buildMember(ctx.memberDeclaration(), buildModifiers(ctx.modifier_list(), source), span, source);
}

function buildInterface(
  ctx: InterfaceDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): InterfaceDeclaration {
  const interfaces = ctx.typeList() ? buildTypeList(ctx.typeList(), source) : [];
  const second = interfaces[1];
  if (second) source.report('syntax/interface', 'An interface can extend one interface only.', second.span);
  return {
    kind: 'interface',
    name: buildDeclaredName(ctx.id(), source),
    modifiers,
    interfaces,
    members: ctx
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => {
        const own = buildModifiers(method.modifier_list(), source);
        return buildMethod(method, own, source.span(method), source);
      }),
    span,
  };
}

function buildEnum(
  ctx: EnumDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): EnumDeclaration {
  const constants = ctx.enumConstants()?.id_list() ?? [];
  return {
    kind: 'enum',
    name: buildDeclaredName(ctx.id(), source),
    modifiers,
    constants: constants.map((constant) => buildDeclaredName(constant, source)),
    span,
  };
}

function buildMethod(
  ctx: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): MethodDeclaration {
  const body = ctx instanceof MethodDeclarationContext ? ctx.block() : null;
  return {
    kind: 'method',
    name: buildDeclaredName(ctx.id(), source),
    returnType: ctx.typeRef() ? buildType(ctx.typeRef(), source) : null,
    modifiers,
    parameters: buildParameters(ctx.formalParameters(), source),
    body: body ? buildBlock(body, source) : null,
    span,
  };
}

function buildConstructor(
  ctx: ConstructorDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): ConstructorDeclaration {
  const name = ctx.qualifiedName();
  if (name.id_list().length > 1) {
    source.report('syntax/constructor', `Invalid constructor name: ${name.getText()}.`, source.span(name));
  }
  return {
    kind: 'constructor',
    name: buildIdentifier(name.id(0), source),
    modifiers,
    parameters: buildParameters(ctx.formalParameters(), source),
    body: buildBlock(ctx.block(), source),
    span,
  };
}

function buildParameters(ctx: FormalParametersContext, source: Source): Parameter[] {
  const parameters = ctx.formalParameterList()?.formalParameter_list() ?? [];
  return parameters.map((parameter) => ({
    name: buildDeclaredName(parameter.id(), source),
    type: buildType(parameter.typeRef(), source),
    modifiers: buildModifiers(parameter.modifier_list(), source),
    span: source.span(parameter),
  }));
}

function buildFields(
  ctx: FieldDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): FieldDeclaration[] {
  const type = buildType(ctx.typeRef(), source);
  const declarators = ctx.variableDeclarators().variableDeclarator_list();
  return declarators.map((declarator) => ({
    kind: 'field',
    name: buildDeclaredName(declarator.id(), source),
    type,
    modifiers,
    initializer: declarator.expression() ? buildExpression(declarator.expression(), source) : null,
    span: declarators.length === 1 ? span : source.span(declarator),
  }));
}

function buildProperty(
  ctx: PropertyDeclarationContext,
  modifiers: Modifiers,
  span: Span,
  source: Source,
): PropertyDeclaration {
  const blocks = ctx.propertyBlock_list();
  return {
    kind: 'property',
    name: buildDeclaredName(ctx.id(), source),
    type: buildType(ctx.typeRef(), source),
    modifiers,
    getter: buildAccessor('getter', blocks, source),
    setter: buildAccessor('setter', blocks, source),
    span,
  };
}

function buildAccessor(
  kind: 'getter' | 'setter',
  blocks: readonly PropertyBlockContext[],
  source: Source,
): Accessor | null {
  const [first, second] = blocks.filter((block) => block[kind]());
  if (second)
    source.report('syntax/accessor', `The property has more than one ${kind}.`, source.span(second));
  if (!first) return null;
  const body = first[kind]().block();
  return {
    modifiers: buildModifiers(first.modifier_list(), source),
    body: body ? buildBlock(body, source) : null,
    span: source.span(first),
  };
}
