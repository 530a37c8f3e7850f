import type {
  ApexParserRuleContext,
  CreatedNameContext,
  QualifiedNameContext,
  TypeListContext,
  TypeNameContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { Expression, Identifier, TypeReference } from '../ast.ts';
import { between } from '../source.ts';
import type { Source } from '../source.ts';

type TypePart = TypeReference['parts'][number];

/** Any context of one token that names something. */
export function buildIdentifier(ctx: ApexParserRuleContext, source: Source): Identifier {
  const span = source.token(ctx.start);
  return { text: source.slice(span), span };
}

/** A name that is being declared: what Apex does not let names look like is reported. */
export function buildDeclaredName(ctx: ApexParserRuleContext, source: Source): Identifier {
  const name = buildIdentifier(ctx, source);
  if (!/^[a-z](?:_?[a-z0-9])*$/i.test(name.text)) {
    source.report(
      'syntax/identifier',
      `Invalid character in identifier: ${name.text}.`,
      name.span,
      'Start with a letter; use letters, digits and single underscores, and no underscore at the end.',
    );
  }
  return name;
}

export function buildType(ctx: TypeRefContext, source: Source): TypeReference {
  return {
    kind: 'type',
    parts: ctx.typeName_list().map((part) => buildTypePart(part, source)),
    arrays: ctx.arraySubscripts().LBRACK_list().length,
    span: source.span(ctx),
  };
}

function buildTypePart(ctx: TypeNameContext, source: Source): TypePart {
  const list = ctx.typeArguments()?.typeList();
  return { name: buildIdentifier(ctx, source), arguments: list ? buildTypeList(list, source) : [] };
}

export function buildTypeList(ctx: TypeListContext, source: Source): TypeReference[] {
  return ctx.typeRef_list().map((type) => buildType(type, source));
}

/** The type after `new`, with `arrays` pairs of brackets. */
export function buildCreatedType(ctx: CreatedNameContext, arrays: number, source: Source): TypeReference {
  const parts = ctx.idCreatedNamePair_list().map((pair): TypePart => {
    const list = pair.typeList();
    return { name: buildIdentifier(pair, source), arguments: list ? buildTypeList(list, source) : [] };
  });
  return { kind: 'type', parts, arrays, span: source.span(ctx) };
}

/** `System.DmlException` as a type. */
export function buildNamedType(ctx: QualifiedNameContext, source: Source): TypeReference {
  const parts = ctx.id_list().map((id): TypePart => ({ name: buildIdentifier(id, source), arguments: [] }));
  return { kind: 'type', parts, arrays: 0, span: source.span(ctx) };
}

/** `Account.Key__c` as a chain of members. */
export function buildNameChain(ctx: QualifiedNameContext, source: Source): Expression {
  const [first, ...rest] = ctx.id_list().map((id) => buildIdentifier(id, source)) as [
    Identifier,
    ...Identifier[],
  ];
  return rest.reduce<Expression>(
    (target, name) => ({ kind: 'member', target, name, safe: false, span: between(target.span, name.span) }),
    { kind: 'name', name: first, span: first.span },
  );
}
