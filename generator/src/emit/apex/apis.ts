/** `<Prefix><Resource>Api`: one callout class for each resource, one method for each operation. */
import type { OperationModel, ResourceModel, SystemModel } from '../../model/model.ts';
import { apexMethodName, apiClassName, camelCase, operationKey, typeClassName } from '../../model/naming.ts';
import { isReservedInApex } from '../../model/reserved-words.ts';
import { from, markText, paragraphs } from './doc.ts';
import type { EmittedClass } from './files.ts';
import type { Member, Parameter, Statement } from './print/class.ts';
import { assign, declare, give, method, run } from './print/class.ts';
import type { Expression } from './print/expression.ts';
import { call, cast, create } from './print/expression.ts';
import { apexString } from './print/text.ts';
import type { Shape } from './type-shape.ts';
import { shapeOf } from './type-shape.ts';

/** Names that the method itself uses. */
const taken: ReadonlySet<string> = new Set(['body', 'query', 'request']);

/** Apex parameter for a name in braces in a path. */
export function pathParameterName(name: string): string {
  const apexName = camelCase(name);
  return taken.has(apexName) || isReservedInApex(apexName) ? `${apexName}InPath` : apexName;
}

/** What an operation gives back in Apex. */
export type Answer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'page'; readonly of: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'object'; readonly className: string }
  | { readonly kind: 'any' };

export function answerOf(system: SystemModel, operation: OperationModel): Answer {
  if (operation.kind === 'file') return { kind: 'file' };
  const shape: Shape | undefined = operation.response && shapeOf(system, operation.response);
  if (operation.kind === 'list') return { kind: 'page', of: shape?.className ?? 'BillingJson' };
  if (shape === undefined) return { kind: 'nothing' };
  return shape.kind === 'object' ? { kind: 'object', className: shape.apex } : { kind: 'any' };
}

const returnTypes = (answer: Answer): string =>
  ({ nothing: 'void', page: 'BillingPage', file: 'BillingFileResponse', any: 'Object' })[
    answer.kind as Exclude<Answer['kind'], 'object'>
  ] ?? (answer.kind === 'object' ? answer.className : 'void');

function lastStatement(answer: Answer, operation: OperationModel): Statement {
  switch (answer.kind) {
    case 'nothing':
      return run(call('this.client.send', 'request'));
    case 'any':
      return give(call('this.client.fetchJson', 'request'));
    case 'file':
      return give(call('this.client.fetchFile', 'request', apexString(operation.contentType ?? '*/*')));
    case 'object':
      return give(cast(answer.className, call('this.client.fetch', 'request', `${answer.className}.class`)));
    case 'page':
      return give(
        call('this.client.fetchPage', 'request', 'query', create(`List<${answer.of}>`), `${answer.of}.class`),
      );
  }
}

function queryDoc(operation: OperationModel): string[] {
  if (operation.kind !== 'list') return [];
  const known = (status: string): string[] =>
    operation.query.filter((parameter) => parameter.status === status).map(({ name }) => name);
  const groups = ['documented', 'observed', 'inferred'].flatMap((status) => {
    const names = known(status);
    return names.length === 0 ? [] : [`${status} ${names.join(', ')}`];
  });
  const sortable = operation.query.filter((parameter) => parameter.sortable).map(({ name }) => name);
  return [
    ...(groups.length === 0 ? [] : [`Parameters: ${groups.join('; ')}.`]),
    ...(sortable.length === 0 ? [] : [`Sorts by ${sortable.join(', ')}.`]),
    ...(operation.needsParameter === undefined ? [] : ['Needs at least one parameter.']),
  ];
}

function pageDoc(answer: Answer): string[] {
  return answer.kind === 'page' && answer.of !== 'BillingJson'
    ? [`The items of the page are a \`List<${answer.of}>\`.`]
    : [];
}

export function parametersOf(system: SystemModel, operation: OperationModel): Parameter[] {
  return [
    ...operation.pathParameters.map((name) => ({ type: 'String', name: pathParameterName(name) })),
    ...(operation.request ? [{ type: typeClassName(system, operation.request.type), name: 'body' }] : []),
    ...(operation.kind === 'list' ? [{ type: 'BillingQuery', name: 'query' }] : []),
  ];
}

function operationMethod(system: SystemModel, resource: ResourceModel, operation: OperationModel): Member {
  const answer = answerOf(system, operation);
  const path = system.profile.basePath + operation.path;
  const key: Expression = apexString(operationKey(resource, operation));
  const statements: Statement[] = [
    declare('BillingRequest', 'request', create('BillingRequest', key)),
    ...operation.pathParameters.map((name) =>
      run(call('request.path.put', apexString(name), pathParameterName(name))),
    ),
    ...(operation.request ? [assign('request.body', 'body')] : []),
    lastStatement(answer, operation),
  ];
  const place = `${operation.method} ${path}. ${markText(operation.mark)} ${from(operation.source)}`;
  return method({
    doc: [...paragraphs(operation.doc), ...queryDoc(operation), ...pageDoc(answer), place],
    modifiers: 'public',
    returns: returnTypes(answer),
    name: apexMethodName(operation),
    parameters: parametersOf(system, operation),
    statements,
  });
}

function apiClass(system: SystemModel, resource: ResourceModel): EmittedClass {
  const name = apiClassName(system, resource);
  return {
    name,
    parts: {
      doc: [...paragraphs(resource.doc), from(resource.source)],
      head: `public inherited sharing class ${name}`,
      members: [
        ['  private final BillingClient client;'],
        method({
          doc: ['Calls go through `client`, which belongs to one connection.'],
          modifiers: 'public',
          name,
          parameters: [{ type: 'BillingClient', name: 'client' }],
          statements: [assign('this.client', 'client')],
        }),
        ...resource.operations.map((operation) => operationMethod(system, resource, operation)),
      ],
    },
  };
}

/** The callout classes of a system. */
export const apiClasses = (system: SystemModel): EmittedClass[] =>
  system.profile.resources.map((resource) => apiClass(system, resource));
