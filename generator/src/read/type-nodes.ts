/** What a written type stands for on the wire. */
import { ts } from 'ts-morph';
import type { Scalar, TypeRef } from '../model/model.ts';
import { didYouMean } from '../text/suggest.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';

export type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

export interface ParsedType {
  readonly type: TypeRef;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** What a named alias makes: a type of its own, or another word for one. */
export type Alias =
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'union'; readonly members: readonly TypeDeclaration[] }
  | { readonly kind: 'object' }
  | { readonly kind: 'synonym' };

const keywords: Partial<Record<ts.SyntaxKind, Scalar>> = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.UnknownKeyword]: 'unknown',
};
/** The language's scalars, `wire.ts`. */
const wireScalars: Readonly<Record<string, Scalar>> = {
  Id: 'id',
  NumericId: 'numeric-id',
  DateTime: 'date-time',
  DateOnly: 'date',
  Decimal: 'decimal',
  Integer: 'integer',
};
const allowed =
  'string, number, boolean, unknown, the scalars of the language, texts in quotes, named types of this API, and arrays of these';

export class TypeNodes {
  readonly #ctx: ReadContext;
  readonly #named: (declaration: TypeDeclaration) => string;
  /** Synonyms that are being followed. */
  readonly #open = new Set<ts.Node>();

  /** `named` decodes a named type and gives its name. */
  constructor(ctx: ReadContext, named: (declaration: TypeDeclaration) => string) {
    this.#ctx = ctx;
    this.#named = named;
  }

  parse(node: ts.TypeNode): ParsedType | undefined {
    const parts = alternatives(node);
    const types = parts.filter((part) => !isNullish(part));
    const type = this.#single(node, types);
    return (
      type && {
        type,
        nullable: parts.some(isNull),
        optional: parts.some((part) => part.kind === ts.SyntaxKind.UndefinedKeyword),
      }
    );
  }

  /** Decodes a declaration for its errors. */
  readDeclaration(declaration: TypeDeclaration): void {
    if (declaration.typeParameters) this.#reject(declaration.name);
    else this.#declared(declaration, declaration.name);
  }

  /** What an alias makes. */
  classify(declaration: ts.TypeAliasDeclaration): Alias {
    const parts = alternatives(declaration.type);
    const values = parts.flatMap((part) => this.#texts(part) ?? []);
    if (values.length > 0 && parts.every((part) => this.#texts(part)))
      return { kind: 'enum', values: [...new Set(values)] };
    if (ts.isTypeLiteralNode(declaration.type)) return { kind: 'object' };
    const members = parts.flatMap((part) => this.#members(part) ?? []);
    const isUnion = parts.length > 1 && parts.every((part) => this.#members(part));
    return isUnion ? { kind: 'union', members } : { kind: 'synonym' };
  }

  #single(whole: ts.TypeNode, types: readonly ts.TypeNode[]): TypeRef | undefined {
    const [first, ...others] = types;
    if (first === undefined) return this.#reject(whole);
    if (others.length === 0) return this.#type(first);
    const values = types.flatMap(textOf);
    if (values.length === types.length) return { kind: 'literals', values };
    return this.#rejectInline(whole);
  }

  #type(node: ts.TypeNode): TypeRef | undefined {
    const scalar = keywords[node.kind];
    if (scalar !== undefined) return { kind: 'scalar', scalar };
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword)
      return this.#type(node.type);
    if (ts.isArrayTypeNode(node)) return this.#array(node.elementType);
    if (ts.isLiteralTypeNode(node)) return this.#literals(node);
    if (ts.isTypeLiteralNode(node)) return this.#rejectInline(node);
    return ts.isTypeReferenceNode(node) ? this.#reference(node) : this.#reject(node);
  }

  #literals(node: ts.LiteralTypeNode): TypeRef | undefined {
    const values = textOf(node);
    return values.length > 0 ? { kind: 'literals', values } : this.#reject(node);
  }

  #array(element: ts.TypeNode): TypeRef | undefined {
    const of = this.parse(element);
    return of && { kind: 'array', of: of.type };
  }

  #reference(node: ts.TypeReferenceNode): TypeRef | undefined {
    const symbol = this.#ctx.symbolOf(node.typeName);
    // The checker has a symbol of its own, without declarations, for a type that it can't find.
    if (symbol?.declarations === undefined) return this.#unresolved(node.typeName);
    const declaration = symbol.declarations.find(isTypeDeclaration);
    if (declaration === undefined) return this.#reject(node);
    const [argument] = node.typeArguments ?? [];
    if (this.#ctx.isLanguage(declaration)) return this.#wire(node, symbol.name, argument);
    if (argument && isGlobalArray(declaration)) return this.#array(argument);
    if (argument || declaration.typeParameters || isDeclarationFile(declaration)) return this.#reject(node);
    return this.#declared(declaration, node);
  }

  #wire(node: ts.Node, name: string, argument: ts.TypeNode | undefined): TypeRef | undefined {
    const scalar = wireScalars[name];
    if (scalar !== undefined) return { kind: 'scalar', scalar };
    const isText = name === 'Text' && argument && ts.isLiteralTypeNode(argument);
    if (!isText || !ts.isNumericLiteral(argument.literal)) return this.#reject(node);
    return { kind: 'scalar', scalar: 'text', maxLength: Number(argument.literal.text) };
  }

  #declared(declaration: TypeDeclaration, at: ts.Node): TypeRef | undefined {
    if (ts.isInterfaceDeclaration(declaration)) return { kind: 'type', name: this.#named(declaration) };
    if (this.classify(declaration).kind !== 'synonym')
      return { kind: 'type', name: this.#named(declaration) };
    if (this.#open.has(declaration)) return this.#reject(at);
    this.#open.add(declaration);
    const parsed = this.parse(declaration.type);
    this.#open.delete(declaration);
    return parsed?.type;
  }

  /** The texts that a type node allows, through names; undefined where it allows anything else. */
  #texts(node: ts.TypeNode): readonly string[] | undefined {
    const values = textOf(node);
    if (values.length > 0) return values;
    const alias = this.#declarationOf(node);
    if (alias === undefined || !ts.isTypeAliasDeclaration(alias) || this.#open.has(alias)) return undefined;
    this.#open.add(alias);
    const inner = this.classify(alias);
    this.#open.delete(alias);
    return inner.kind === 'enum' ? inner.values : undefined;
  }

  /** The object types that a type node stands for, through names; undefined where it stands for anything else. */
  #members(node: ts.TypeNode): readonly TypeDeclaration[] | undefined {
    const declaration = this.#declarationOf(node);
    if (declaration === undefined || this.#open.has(declaration)) return undefined;
    if (ts.isInterfaceDeclaration(declaration)) return [declaration];
    this.#open.add(declaration);
    const inner = this.classify(declaration);
    this.#open.delete(declaration);
    if (inner.kind === 'object') return [declaration];
    return inner.kind === 'union' ? inner.members : undefined;
  }

  /** The declaration of this API that a plain type name leads to. */
  #declarationOf(node: ts.TypeNode): TypeDeclaration | undefined {
    if (!ts.isTypeReferenceNode(node) || node.typeArguments) return undefined;
    const declaration = this.#ctx.symbolOf(node.typeName)?.declarations?.find(isTypeDeclaration);
    if (declaration === undefined || this.#ctx.isLanguage(declaration) || isDeclarationFile(declaration))
      return undefined;
    return declaration.typeParameters ? undefined : declaration;
  }

  #unresolved(name: ts.EntityName): undefined {
    if (this.#ctx.isBrokenImport(name)) return;
    const types = this.#ctx.checker
      .getSymbolsInScope(name, ts.SymbolFlags.Type | ts.SymbolFlags.Alias)
      .map((symbol) => symbol.name);
    this.#ctx.report(codes.missingReference, name, {
      what: `There is no type named "${name.getText()}".`,
      why: 'Each type of a billing API is declared in its own file or imported.',
      fix: didYouMean(name.getText(), types, 'Import it or correct the name.'),
    });
  }

  #reject(node: ts.Node): undefined {
    this.#ctx.report(codes.notUnderstood, node, {
      what: `The type ${shortened(node.getText())} is not understood in a billing API.`,
      why: 'The type describes JSON, and an Apex class is made from it.',
      fix: `Allowed here: ${allowed}.`,
    });
  }

  #rejectInline(node: ts.Node): undefined {
    this.#ctx.report(codes.inlineType, node, {
      what: 'This type has no name.',
      why: 'Each type becomes an Apex class, and a class needs a name and a comment of its own.',
      fix: 'Declare it as an interface or a type with a name and refer to that.',
    });
  }
}

const isTypeDeclaration = (node: ts.Node): node is TypeDeclaration =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);

const isDeclarationFile = (node: ts.Node): boolean => node.getSourceFile().isDeclarationFile;

const isGlobalArray = (node: TypeDeclaration): boolean =>
  isDeclarationFile(node) && ['Array', 'ReadonlyArray'].includes(node.name.text);

/** The members of a written union, or the type itself. */
function alternatives(node: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(node)) return alternatives(node.type);
  return ts.isUnionTypeNode(node) ? node.types.flatMap(alternatives) : [node];
}

const isNull = (node: ts.TypeNode): boolean =>
  ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
const isNullish = (node: ts.TypeNode): boolean =>
  isNull(node) || node.kind === ts.SyntaxKind.UndefinedKeyword;

/** The text that a literal type is; nothing for any other type. */
function textOf(node: ts.TypeNode): string[] {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [];
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
