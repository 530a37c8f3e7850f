/** Decodes the operations of a resource. */
import { ts } from 'ts-morph';
import type { BodyModel, MarkModel, OperationModel, TypeRef } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { docOf } from './docs.ts';
import type { Property } from './evaluate.ts';
import { call, options, present, text, type Shape } from './expect.ts';
import { markOf, noMark } from './marks.ts';
import { reportUnknown } from './property-step.ts';
import { requireDoc } from './require-doc.ts';

type Functions = Readonly<Record<string, Pick<OperationModel, 'method' | 'kind'>>>;

/** The language's functions and what they stand for. */
const functions = {
  get: { method: 'GET', kind: 'one' },
  list: { method: 'GET', kind: 'list' },
  file: { method: 'GET', kind: 'file' },
  post: { method: 'POST', kind: 'one' },
  put: { method: 'PUT', kind: 'one' },
  patch: { method: 'PATCH', kind: 'one' },
  remove: { method: 'DELETE', kind: 'one' },
} as const satisfies Functions;

const functionNames = Object.keys(functions);
/** These give what comes back only; the others first what is sent. */
const withoutRequest: ReadonlySet<string> = new Set(['get', 'list', 'file']);

export function operationOf(
  ctx: ReadContext,
  types: ApiTypes,
  property: Property,
): OperationModel | undefined {
  const made = call(ctx, property.value, functionNames, 'an operation');
  const facts = made && (functions as Functions)[made.name];
  if (made === undefined || facts === undefined) return undefined;
  const doc = docOf(property.node).text;
  requireDoc(ctx, doc, property.key, `The operation ${property.name}`, 'the comment of the Apex method');
  const [pathNode, markNode] = made.args;
  const path = pathNode && text(ctx, pathNode);
  if (path === undefined) return undefined;
  const more = options(ctx, made, 2);
  const [request, response] = withoutRequest.has(made.name) ? [undefined, made.typeArgs[0]] : made.typeArgs;
  return present({
    name: property.name,
    ...facts,
    path,
    pathParameters: [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name),
    mark: (markNode && markOf(ctx, markNode)) ?? noMark,
    query: made.name === 'list' ? queryOf(more) : [],
    needsParameter: more.get('needsParameter', markOf),
    contentType: made.name === 'file' ? more.text('contentType') : undefined,
    request: request && bodyOf(ctx, types, request),
    response: response && responseOf(types, response),
    doc,
    source: ctx.sourceOf(property.key),
  });
}

function queryOf(listOptions: Shape): OperationModel['query'] {
  const query = listOptions.shape('query');
  const sortable = new Set(listOptions.texts('sortable'));
  const statuses: readonly MarkModel['status'][] = ['documented', 'observed', 'inferred'];
  return statuses.flatMap((status) =>
    (query?.texts(status) ?? []).map((name) => ({ name, status, sortable: sortable.has(name) })),
  );
}

const isNever = (node: ts.TypeNode): boolean => node.kind === ts.SyntaxKind.NeverKeyword;

function responseOf(types: ApiTypes, node: ts.TypeNode): TypeRef | undefined {
  return isNever(node) ? undefined : types.parse(node)?.type;
}

/** `Body<Type, 'a' | 'b'>`, or the name of a type that is sent as it is. */
function bodyOf(ctx: ReadContext, types: ApiTypes, node: ts.TypeNode): BodyModel | undefined {
  if (isNever(node)) return undefined;
  const body = bodyArguments(ctx, node);
  const ref = types.parse(body?.type ?? node)?.type;
  if (ref === undefined) return undefined;
  if (ref.kind !== 'type') return reportBody(ctx, node);
  if (body)
    return { type: ref.name, required: requiredKeys(ctx, types, ref.name, body.required), partial: true };
  return { type: ref.name, required: requiredOf(types, ref.name), partial: false };
}

function bodyArguments(
  ctx: ReadContext,
  node: ts.TypeNode,
): { readonly type: ts.TypeNode; readonly required: ts.TypeNode | undefined } | undefined {
  if (!ts.isTypeReferenceNode(node)) return undefined;
  const declaration = ctx.symbolOf(node.typeName)?.declarations?.[0];
  const isBody = declaration && ctx.isLanguage(declaration) && ts.isTypeAliasDeclaration(declaration);
  const [type, required] = node.typeArguments ?? [];
  return isBody && declaration.name.text === 'Body' && type ? { type, required } : undefined;
}

/** The texts of `'a' | 'b'`, each of which has to be a property of the type. */
function requiredKeys(
  ctx: ReadContext,
  types: ApiTypes,
  typeName: string,
  node: ts.TypeNode | undefined,
): string[] {
  if (node === undefined || isNever(node)) return [];
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  return parts.flatMap((part) => {
    const name =
      ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined;
    if (name === undefined) return reportKeys(ctx, part);
    const type = types.get(typeName);
    if (type?.kind !== 'object' || type.properties.some((property) => property.name === name)) return [name];
    return reportUnknown(ctx, part, name, typeName, type.properties) ?? [];
  });
}

function requiredOf(types: ApiTypes, typeName: string): string[] {
  const type = types.get(typeName);
  if (type?.kind !== 'object') return [];
  return type.properties.filter(({ optional, readOnly }) => !optional && !readOnly).map(({ name }) => name);
}

function reportBody(ctx: ReadContext, node: ts.TypeNode): undefined {
  ctx.report(codes.inlineType, node, {
    what: 'This request body is not a named object type.',
    why: 'The body becomes an Apex class, and a class needs a name.',
    fix: 'Allowed here: never, the name of an interface, or Body<Interface, required properties>.',
  });
}

function reportKeys(ctx: ReadContext, node: ts.TypeNode): [] {
  ctx.report(codes.notUnderstood, node, {
    what: 'The required properties are not understood here.',
    why: 'Each of them is checked and documented by its name.',
    fix: "Allowed here: names of properties in quotes, parted by |, such as 'a' | 'b'.",
  });
  return [];
}
