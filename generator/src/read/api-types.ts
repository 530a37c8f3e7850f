/** Decodes the types of a billing API from their text: interfaces, unions told apart by a tag, closed lists of texts. */
import { ts } from 'ts-morph';
import type { ApiType, Declared, ObjectTypeModel, PropertyModel, TypeRef } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { docOf, type Doc } from './docs.ts';
import { TypeNodes, type ParsedType, type TypeDeclaration } from './type-nodes.ts';
import { signaturesOf, tagOf, type Signature } from './type-shape.ts';

/** The types of one billing system, decoded as they are reached. */
export class ApiTypes {
  readonly #ctx: ReadContext;
  readonly #nodes: TypeNodes;
  readonly #types = new Map<string, ApiType>();
  readonly #declarations = new Map<string, TypeDeclaration>();

  constructor(ctx: ReadContext) {
    this.#ctx = ctx;
    this.#nodes = new TypeNodes(ctx, (declaration) => this.#named(declaration));
  }

  /** Decodes every type that some files declare, so that all errors come out. */
  readAll(files: readonly ts.SourceFile[]): void {
    for (const statement of files.flatMap((file) => [...file.statements]))
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
        this.#nodes.readDeclaration(statement);
  }

  /** What a type node stands for; undefined where it isn't understood, which is reported. */
  parse(node: ts.TypeNode): ParsedType | undefined {
    return this.#nodes.parse(node);
  }

  /** The named type of the system with this name. */
  get(name: string): ApiType | undefined {
    return this.#types.get(name);
  }

  /** Every type that can be reached from some, ordered by name. */
  reachable(from: readonly TypeRef[]): ApiType[] {
    const reached = new Set<string>();
    const open = [...from];
    for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
      if (ref.kind === 'array') open.push(ref.of);
      if (ref.kind !== 'type' || reached.has(ref.name)) continue;
      reached.add(ref.name);
      open.push(...refsOf(this.#types.get(ref.name)));
    }
    return [...reached].sort().flatMap((name) => this.#types.get(name) ?? []);
  }

  /** Decodes a declaration once and gives its name. */
  #named(declaration: TypeDeclaration): string {
    const name = declaration.name.text;
    const other = this.#declarations.get(name);
    if (other === declaration) return name;
    if (other !== undefined) this.#reportDuplicate(declaration, other);
    else {
      this.#declarations.set(name, declaration);
      this.#types.set(name, this.#decode(declaration));
    }
    return name;
  }

  #decode(declaration: TypeDeclaration): ApiType {
    const doc = docOf(declaration);
    const declared = { doc: doc.text, source: this.#ctx.sourceOf(declaration.name) };
    const name = declaration.name.text;
    const alias = ts.isTypeAliasDeclaration(declaration) ? this.#nodes.classify(declaration) : undefined;
    if (alias?.kind === 'enum') return { kind: 'enum', name, values: alias.values, ...declared };
    if (alias?.kind === 'union') return this.#union(declaration, alias.members, declared);
    return this.#object(declaration, declared);
  }

  #object(declaration: TypeDeclaration, declared: Declared): ObjectTypeModel {
    const name = declaration.name.text;
    const properties: PropertyModel[] = [];
    const object: ObjectTypeModel = { kind: 'object', name, properties, ...declared };
    // Known before its properties are, since types refer to each other in circles.
    this.#types.set(name, object);
    for (const signature of signaturesOf(this.#ctx, declaration)) {
      const property = this.#property(signature);
      if (property) properties.push(property);
    }
    return object;
  }

  #property({ node, owner }: Signature): PropertyModel | undefined {
    const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : undefined;
    const type = node.type && this.#nodes.parse(node.type);
    const doc = docOf(node);
    const mark = this.#mark(node, doc, docOf(owner));
    if (name === undefined || type === undefined) return undefined;
    return {
      name,
      type: type.type,
      optional: node.questionToken !== undefined || type.optional,
      nullable: type.nullable,
      readOnly: node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) ?? false,
      mark,
      doc: doc.text,
      source: this.#ctx.sourceOf(node.name),
    };
  }

  /** A property's own mark, or that of the interface that it stands in. */
  #mark(node: ts.PropertySignature, doc: Doc, owner: Doc): PropertyModel['mark'] {
    const mark = doc.mark ?? owner.mark;
    if (mark !== undefined) return mark;
    this.#ctx.report(codes.missingMark, node.name, {
      what: `Nothing says how sure we are of "${node.name.getText()}".`,
      why: 'Each fact about a billing API is documented, observed or inferred, and people have to see which.',
      fix: 'Write @documented, @observed or @inferred with its source above the property or its interface.',
    });
    return { status: 'inferred', sources: [] };
  }

  #union(declaration: TypeDeclaration, members: readonly TypeDeclaration[], declared: Declared): ApiType {
    const name = declaration.name.text;
    const tag = tagOf(this.#ctx, members);
    if (tag === undefined) this.#reportUntagged(declaration);
    const union: ApiType & { members: { value: string; type: string }[] } = {
      kind: 'union',
      name,
      tag: tag?.name ?? '',
      members: [],
      ...declared,
    };
    this.#types.set(name, union);
    members.forEach((member, index) =>
      union.members.push({ value: tag?.values[index] ?? '', type: this.#named(member) }),
    );
    return union;
  }

  #reportUntagged(declaration: TypeDeclaration): void {
    this.#ctx.report(codes.notUnderstood, declaration.name, {
      what: `The members of "${declaration.name.text}" can't be told apart.`,
      why: 'The emitted class has to know from the JSON which member it is reading.',
      fix: "Give each member the same property with a text of its own as its type, such as kind: 'card'.",
    });
  }

  #reportDuplicate(declaration: TypeDeclaration, other: TypeDeclaration): void {
    const { file, line } = this.#ctx.sourceOf(other.name);
    this.#ctx.report(codes.duplicateName, declaration.name, {
      what: `There are two types named "${declaration.name.text}".`,
      why: `The other one is in ${file}, line ${line}; each type of a system becomes a class of its name.`,
      fix: 'Give one of them another name, or use the other one.',
    });
  }
}

function refsOf(type: ApiType | undefined): TypeRef[] {
  if (type?.kind === 'object') return type.properties.map((property) => property.type);
  if (type?.kind === 'union') return type.members.map((member) => ({ kind: 'type', name: member.type }));
  return [];
}
