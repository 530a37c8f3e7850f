/** Decodes the endpoint profile of a system. */
import type { ts } from 'ts-morph';
import type { FilterModel, ProfileModel, ResourceModel } from '../model/model.ts';
import type { ApiTypes } from './api-types.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import type { Declaration } from './declarations.ts';
import { docOf, documentedNode } from './docs.ts';
import { declaringCall, evaluate, type Call, type Property } from './evaluate.ts';
import { choiceOf } from './choices.ts';
import { declared, options, present, type Shape, text, unexpected, unknownName } from './expect.ts';
import { markOf, noMark } from './marks.ts';
import { declaredParts } from './objects.ts';
import { operationOf } from './operations.ts';
import { requireDoc } from './require-doc.ts';

/** The profile, and the resources by the constants that hold them. */
export class Profile {
  readonly model: ProfileModel;
  readonly #byDeclaration: ReadonlyMap<ts.VariableDeclaration, ResourceModel>;

  constructor(model: ProfileModel, byDeclaration: ReadonlyMap<ts.VariableDeclaration, ResourceModel>) {
    this.model = model;
    this.#byDeclaration = byDeclaration;
  }

  /** The resource that an expression refers to. */
  resource(ctx: ReadContext, node: ts.Expression): ResourceModel | undefined {
    const found = declared(ctx, node, ['resource'], 'a resource of the endpoint profile');
    if (found === undefined) return undefined;
    const resource = this.#byDeclaration.get(found.declaration);
    if (resource === undefined) reportResource(ctx, node);
    return resource;
  }
}

function reportResource(ctx: ReadContext, node: ts.Expression): void {
  ctx.report(codes.missingReference, node, {
    what: `The resource "${node.getText()}" is not in the endpoint profile.`,
    why: 'Only resources of the profile become callout classes.',
    fix: 'Add it to the resources of profile().',
  });
}

export function profileOf(ctx: ReadContext, types: ApiTypes, declaration: Declaration): Profile {
  const profile = options(ctx, declaration.call, 0);
  const resources = profile.shape('resources')?.properties ?? [];
  const byDeclaration = new Map<ts.VariableDeclaration, ResourceModel>();
  const models = resources.flatMap((property) => resourceOf(ctx, types, property, byDeclaration) ?? []);
  const model: ProfileModel = present({
    basePath: profile.text('basePath') ?? '',
    authentication: authenticationOf(profile.shape('authentication')),
    paging: pagingOf(profile.shape('paging')),
    filter: filterOf(profile.shape('filter')),
    errorBody: {
      code: profile.shape('errorBody')?.text('code') ?? '',
      message: profile.shape('errorBody')?.text('message') ?? '',
    },
    connectionTest: profile.get('connectionTest', (_ctx, node) => connectionTestOf(ctx, node, models)) ?? '',
    choices: profile.list('choices', 'choices', choiceOf),
    resources: models,
    ...declaredParts(ctx, declaration, 'the introduction of the endpoint reference'),
  });
  return new Profile(model, byDeclaration);
}

/** The call of `resource` that a property of the profile holds or refers to, and where its TSDoc is. */
function resourceCall(
  ctx: ReadContext,
  property: Property,
): { call: Call; documented: ts.Node; declaration?: ts.VariableDeclaration } | undefined {
  const allowed = 'a resource: resource<Type>()({ operations })';
  const value = evaluate(ctx, property.value, allowed);
  if (value.kind === 'call' && value.name === 'resource') return { call: value, documented: property.node };
  if (value.kind === 'declared' && value.name === 'resource') {
    const { declaration } = value;
    const call = declaringCall(ctx, declaration);
    return call && { call, documented: documentedNode(declaration), declaration };
  }
  if (value.kind !== 'broken') unexpected(ctx, value.node, allowed);
  return undefined;
}

function resourceOf(
  ctx: ReadContext,
  types: ApiTypes,
  property: Property,
  byDeclaration: Map<ts.VariableDeclaration, ResourceModel>,
): ResourceModel | undefined {
  const found = resourceCall(ctx, property);
  if (found === undefined) return undefined;
  const { call, documented, declaration } = found;
  const doc = docOf(documented).text;
  requireDoc(ctx, doc, property.key, `The resource ${property.name}`, 'the comment of the callout class');
  const operations = operationsOf(ctx, types, call);
  const type = resourceTypeOf(ctx, types, call);
  if (type === undefined) return undefined;
  const model = { name: property.name, type, operations, doc, source: ctx.sourceOf(property.key) };
  if (declaration) byDeclaration.set(declaration, model);
  return model;
}

function operationsOf(ctx: ReadContext, types: ApiTypes, call: Call): ResourceModel['operations'] {
  const properties = options(ctx, call, 0).properties;
  return properties.flatMap((property) => operationOf(ctx, types, property) ?? []);
}

function resourceTypeOf(ctx: ReadContext, types: ApiTypes, call: Call): string | undefined {
  const [node] = call.typeArgs;
  const ref = node && types.parse(node)?.type;
  if (ref?.kind === 'type') return ref.name;
  if (node === undefined || ref !== undefined)
    ctx.report(codes.inlineType, node ?? call.node, {
      what: 'This resource has no named type.',
      why: 'The type becomes an Apex class, and a class needs a name.',
      fix: 'Write the name of an interface: resource<Type>()({ … }).',
    });
  return undefined;
}

function authenticationOf(shape: Shape | undefined): ProfileModel['authentication'] {
  return {
    header: shape?.text('header') ?? '',
    value: shape?.text('value') ?? '',
    mark: shape?.get('mark', markOf) ?? noMark,
  };
}

function pagingOf(shape: Shape | undefined): ProfileModel['paging'] {
  const both = {
    sizeParameter: shape?.text('sizeParameter') ?? '',
    maxSize: shape?.number('maxSize') ?? 1,
    mark: shape?.get('mark', markOf) ?? noMark,
  };
  if (shape?.choice('style', ['numbered', 'cursor']) === 'cursor')
    return {
      style: 'cursor',
      cursorParameter: shape.text('cursorParameter') ?? '',
      items: shape.text('items') ?? '',
      next: shape.text('next') ?? '',
      ...both,
    };
  return {
    style: 'numbered',
    numberParameter: shape?.text('numberParameter') ?? '',
    totalHeader: shape?.text('totalHeader') ?? '',
    ...both,
  };
}

const operators = [
  'equals',
  'notEquals',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'like',
  'oneOf',
  'isNull',
  'isNotNull',
] as const;

function filterOf(shape: Shape | undefined): FilterModel | undefined {
  if (shape === undefined) return undefined;
  const words = shape.shape('operators');
  const entries = operators.map((operator) => [operator, words?.text(operator) ?? ''] as const);
  return {
    parameter: shape.text('parameter') ?? '',
    operators: Object.fromEntries(entries) as FilterModel['operators'],
    and: shape.text('and') ?? '',
    or: shape.text('or') ?? '',
    not: shape.text('not') ?? '',
    quote: shape.text('quote') ?? '',
    escapedQuote: shape.text('escapedQuote') ?? '',
    maxValues: shape.number('maxValues') ?? 1,
    mark: shape.get('mark', markOf) ?? noMark,
  };
}

/** `Resource.operation`, which has to be in the profile. */
function connectionTestOf(
  ctx: ReadContext,
  node: ts.Expression,
  resources: readonly ResourceModel[],
): string | undefined {
  const name = text(ctx, node);
  const keys = resources.flatMap((resource) =>
    resource.operations.map((operation) => `${resource.name}.${operation.name}`),
  );
  if (name === undefined || keys.includes(name)) return name;
  return unknownName(ctx, node, name, 'The endpoint profile', keys, {
    code: codes.missingReference,
    why: 'Set-up calls this operation to see whether the connection works.',
    fix: 'Write Resource.operation of a cheap read.',
  });
}
