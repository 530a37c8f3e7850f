/** The properties of an object type as they are written, those of its bases first. */
import { ts } from 'ts-morph';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { TypeDeclaration } from './type-nodes.ts';

export interface Signature {
  readonly node: ts.PropertySignature;
  /** The declaration that the property stands in; its mark counts where the property has none. */
  readonly owner: TypeDeclaration;
}

export function signaturesOf(ctx: ReadContext, declaration: TypeDeclaration): Signature[] {
  const bases = ts.isInterfaceDeclaration(declaration) ? basesOf(ctx, declaration) : [];
  const own = membersOf(declaration).flatMap((node) => {
    if (ts.isPropertySignature(node)) return [{ node, owner: declaration }];
    reportMember(ctx, node);
    return [];
  });
  const names = new Set(own.map(({ node }) => node.name.getText()));
  const inherited = bases.flatMap((base) => signaturesOf(ctx, base));
  return [...inherited.filter(({ node }) => !names.has(node.name.getText())), ...own];
}

function membersOf(declaration: TypeDeclaration): readonly ts.TypeElement[] {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members;
  return ts.isTypeLiteralNode(declaration.type) ? declaration.type.members : [];
}

function basesOf(ctx: ReadContext, declaration: ts.InterfaceDeclaration): ts.InterfaceDeclaration[] {
  return (declaration.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap((base) => {
      const found = ctx.symbolOf(base.expression)?.declarations?.find(ts.isInterfaceDeclaration);
      if (found && base.typeArguments === undefined && found !== declaration) return [found];
      reportBase(ctx, base);
      return [];
    }),
  );
}

/** The property whose text tells the members of a union apart, with each member's text. */
export function tagOf(
  ctx: ReadContext,
  members: readonly TypeDeclaration[],
): { readonly name: string; readonly values: readonly string[] } | undefined {
  const [first, ...others] = members.map((member) => textProperties(ctx, member));
  for (const [name, value] of first ?? []) {
    const values = [value, ...others.map((other) => other.get(name))].filter((one) => one !== undefined);
    if (new Set(values).size === members.length) return { name, values };
  }
  return undefined;
}

/** Properties that hold one text only. */
function textProperties(ctx: ReadContext, declaration: TypeDeclaration): Map<string, string> {
  const found = new Map<string, string>();
  for (const { node } of signaturesOf(ctx, declaration))
    if (node.type && ts.isLiteralTypeNode(node.type) && ts.isStringLiteral(node.type.literal))
      found.set(node.name.getText(), node.type.literal.text);
  return found;
}

function reportMember(ctx: ReadContext, node: ts.TypeElement): void {
  ctx.report(codes.notUnderstood, node, {
    what: 'This member is not understood in a type of a billing API.',
    why: 'The type describes JSON, in which there are only properties.',
    fix: 'Allowed here: properties with a name and a type. For properties of any name use the type unknown.',
  });
}

function reportBase(ctx: ReadContext, node: ts.ExpressionWithTypeArguments): void {
  ctx.report(codes.notUnderstood, node, {
    what: 'This base is not understood in a type of a billing API.',
    why: 'The type describes JSON, and each property must be found by reading.',
    fix: 'Allowed here: the name of an interface without type arguments.',
  });
}
