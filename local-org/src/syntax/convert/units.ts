import type {
  AnonymousBlockMemberContext,
  AnonymousUnitContext,
  CompilationUnitContext,
  TriggerBlockMemberContext,
  TriggerCaseContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type {
  AnonymousUnit,
  ClassUnit,
  FieldDeclaration,
  LocalVariables,
  Member,
  Statement,
  TriggerUnit,
} from '../ast.ts';
import type { Source } from '../source.ts';
import { buildMember, buildTypeDeclaration } from './members.ts';
import { buildModifiers } from './modifiers.ts';
import { buildStatement } from './statements.ts';
import { buildIdentifier } from './types.ts';

export function buildClassUnit(ctx: CompilationUnitContext, source: Source): ClassUnit {
  return { kind: 'classUnit', declaration: buildTypeDeclaration(ctx.typeDeclaration(), source) };
}

export function buildTriggerUnit(ctx: TriggerUnitContext, source: Source): TriggerUnit {
  const block = ctx.triggerBlock();
  const parts = block.triggerBlockMember_list().flatMap((member) => buildPart(member, source));
  return {
    kind: 'triggerUnit',
    name: buildIdentifier(ctx.id(0), source),
    object: buildIdentifier(ctx.id(1), source),
    events: ctx.triggerCase_list().map((event) => buildEvent(event, source)),
    body: { kind: 'block', statements: parts.filter(isStatement), span: source.span(block) },
    members: parts.filter((part) => !isStatement(part)) as Member[],
    span: source.span(ctx),
  };
}

export function buildAnonymousUnit(ctx: AnonymousUnitContext, source: Source): AnonymousUnit {
  const members = ctx.anonymousBlock().anonymousBlockMember_list();
  const parts = members.flatMap((member) => buildPart(member, source));
  for (const part of parts) {
    if (part.kind !== 'property') continue;
    source.report('syntax/property', 'Anonymous Apex cannot declare properties.', part.span);
  }
  return { kind: 'anonymousUnit', body: parts as AnonymousUnit['body'], span: source.span(ctx) };
}

function buildEvent(ctx: TriggerCaseContext, source: Source): TriggerUnit['events'][number] {
  const words = (ctx.children ?? []).map((child) => child.getText().toLowerCase());
  return { name: words.join(' '), span: source.span(ctx) };
}

function buildPart(
  ctx: TriggerBlockMemberContext | AnonymousBlockMemberContext,
  source: Source,
): (Statement | Member)[] {
  const statement = ctx.statement();
  if (statement) return [buildStatement(statement, source)];
  const declaration =
    'triggerMemberDeclaration' in ctx ? ctx.triggerMemberDeclaration() : ctx.anonymousMemberDeclaration();
  const members = buildMember(
    declaration,
    buildModifiers(ctx.modifier_list(), source),
    source.span(ctx),
    source,
  );
  const fields = members.filter((member) => member.kind === 'field');
  return fields.length > 0 ? [asLocalVariables(fields, source.span(ctx))] : [...members];
}

/** Outside a class the grammar reads a variable as a field. */
function asLocalVariables(fields: readonly FieldDeclaration[], span: LocalVariables['span']): LocalVariables {
  const { type, modifiers } = fields[0]!;
  const variables = fields.map(({ name, initializer }) => ({ name, initializer }));
  return { kind: 'local', type, modifiers, variables, span };
}

const MEMBERS: ReadonlySet<string> = new Set(['method', 'property', 'class', 'interface', 'enum']);

function isStatement(part: Statement | Member): part is Statement {
  return !MEMBERS.has(part.kind);
}
