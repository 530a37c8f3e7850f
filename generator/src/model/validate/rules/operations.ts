/** BW2201, BW2202, BW2203: the operations that mappings rest on. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { MappingModel, OperationModel, ResourceModel, Source } from '../../model.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { allMappings, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** What an operation is used for, and what it must be like for that. */
interface Use {
  readonly purpose: string;
  readonly operation: string;
  /** The flaw, in words that follow "it"; undefined when it is fit. */
  readonly flaw: (operation: OperationModel) => string | undefined;
}

const oneParameter = ({ pathParameters }: OperationModel): string | undefined =>
  pathParameters.length === 1 ? undefined : `has ${pathParameters.length} path parameters, not just the id`;

const flawOfRead = (operation: OperationModel): string | undefined => {
  if (operation.method !== 'GET' || operation.kind !== 'one') return 'does not read one object';
  return operation.response ? oneParameter(operation) : 'answers with no body';
};
const flawOfCreate = ({ method, request, response, pathParameters }: OperationModel): string | undefined => {
  if (method === 'GET' || method === 'DELETE') return `is a ${method}`;
  if (!request) return 'takes no body';
  if (!response) return 'answers with no body, so that the id of the new object stays unknown';
  return pathParameters.length > 0 ? `needs {${pathParameters.join('}, {')}} in its path` : undefined;
};
const flawOfUpdate = (operation: OperationModel): string | undefined => {
  if (operation.method === 'GET' || operation.method === 'DELETE') return `is a ${operation.method}`;
  return operation.request ? oneParameter(operation) : 'takes no body';
};
const flawOfBulk = ({ kind, pathParameters }: OperationModel): string | undefined => {
  if (kind !== 'list') return 'is not a list';
  return pathParameters.length > 0 ? `needs {${pathParameters.join('}, {')}} in its path` : undefined;
};

function usesOf({ read, create, update, bulk, confirm }: MappingModel): Use[] {
  return [
    ...(read === undefined ? [] : [{ purpose: 'read', operation: read, flaw: flawOfRead }]),
    ...(create === undefined ? [] : [{ purpose: 'create', operation: create, flaw: flawOfCreate }]),
    ...(update === undefined ? [] : [{ purpose: 'update', operation: update, flaw: flawOfUpdate }]),
    ...(confirm ? [{ purpose: 'confirm', operation: confirm.operation, flaw: flawOfUpdate }] : []),
    ...(bulk ? [{ purpose: 'read many', operation: bulk.operation, flaw: flawOfBulk }] : []),
  ];
}

function judgeUse(
  mapping: MappingModel,
  resource: ResourceModel,
  { purpose, operation: name, flaw }: Use,
): Diagnostic[] {
  const operation = resource.operations.find((one) => one.name === name);
  if (!operation)
    return [
      diagnostic(
        'BW2201',
        mapping.source,
        `${mapping.name} would ${purpose} with "${resource.name}.${name}", which the profile does not have.`,
        'Only operations of the endpoint profile can be called.',
        didYouMean(
          name,
          resource.operations.map((one) => one.name),
          'Declare the operation in the profile.',
        ),
      ),
    ];
  const found = flaw(operation);
  if (found === undefined) return [];
  return [
    diagnostic(
      'BW2202',
      mapping.source,
      `${mapping.name} can't ${purpose} with "${resource.name}.${name}": it ${found}.`,
      'The engine calls it with what a mapping knows, and nothing else.',
      'Name another operation, or correct this one in the profile.',
    ),
  ];
}

function takes(operation: OperationModel | undefined, parameter: string): boolean {
  return operation?.query.some(({ name }) => name === parameter) === true;
}

function unknownParameter(
  operation: string,
  parameter: string,
  known: readonly OperationModel[],
  source: Source,
): Diagnostic {
  const names = known.flatMap(({ query }) => query.map(({ name }) => name));
  return diagnostic(
    'BW2203',
    source,
    `"${operation}" takes no query parameter "${parameter}".`,
    'A parameter that an API does not know is ignored, and then every object seems to match.',
    didYouMean(parameter, names, 'Add it to the query of the operation, with its mark.'),
  );
}

/** Parameters that find objects by id or by natural key. */
function parameters(mapping: MappingModel, resource: ResourceModel): Diagnostic[] {
  const lists = resource.operations.filter(({ kind }) => kind === 'list');
  const bulk = lists.find(({ name }) => name === mapping.bulk?.operation);
  const wanted = bulk ? [mapping.bulk?.byId, mapping.bulk?.byKey].filter((name) => name !== undefined) : [];
  const missing = wanted.filter((name) => !takes(bulk, name));
  const { key } = mapping;
  const searched = bulk ? [bulk] : lists;
  const isFound =
    key === undefined ||
    missing.includes(key.parameter) ||
    searched.some((list) => takes(list, key.parameter));
  return [
    ...missing.map((name) =>
      unknownParameter(`${resource.name}.${bulk?.name ?? ''}`, name, lists, mapping.source),
    ),
    ...(isFound ? [] : [unknownParameter(resource.name, key.parameter, searched, key.property.source)]),
  ];
}

/** Lists of children that are found by their parent's id. */
function children(system: SystemFacts, mapping: MappingModel): Diagnostic[] {
  return mapping.children.flatMap((child) => {
    const target = child.kind === 'listed' ? system.mappings.get(child.mapping) : undefined;
    const resource = target && system.resources.get(target.resource);
    if (child.kind !== 'listed' || !resource) return [];
    const lists = resource.operations.filter(({ kind }) => kind === 'list');
    if (lists.some((list) => takes(list, child.parameter))) return [];
    return [unknownParameter(resource.name, child.parameter, lists, child.source)];
  });
}

function withoutKey(mapping: MappingModel): Diagnostic[] {
  if (mapping.create === undefined || mapping.key) return [];
  return [
    diagnostic(
      'BW2202',
      mapping.source,
      `${mapping.name} creates a ${mapping.resource} but has no natural key.`,
      'After a lost answer nobody could tell whether the object was made, and it would be made twice.',
      'Say with "key" which property carries the Salesforce id, or leave out "create".',
    ),
  ];
}

export const operations: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ in: system, mapping }) => {
      const resource = system.resources.get(mapping.resource);
      if (!resource) return [];
      return [
        ...usesOf(mapping).flatMap((use) => judgeUse(mapping, resource, use)),
        ...parameters(mapping, resource),
        ...children(system, mapping),
        ...withoutKey(mapping),
      ];
    }),
};
