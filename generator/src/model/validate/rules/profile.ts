/** BW2201, BW2202, BW2204: what the endpoint profile says of itself. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { OperationModel, ProfileModel, ResourceModel } from '../../model.ts';
import { operationKey } from '../../naming.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { diagnostic, type Rule } from '../rule.ts';

function pathOf(resource: ResourceModel, operation: OperationModel): Diagnostic[] {
  const { path, pathParameters } = operation;
  const named = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const isWhole = !/[{}]/.test(path.replaceAll(/\{\w+\}/g, ''));
  const agree = named.join() === pathParameters.join() && new Set(named).size === named.length;
  if (isWhole && agree && path.startsWith('/')) return [];
  return [
    diagnostic(
      'BW2204',
      operation.source,
      `The path "${path}" of ${operationKey(resource, operation)} does not fit its parameters (${pathParameters.join(', ') || 'none'}).`,
      'Each parameter stands in braces in the path, once, by a name of letters, digits and underscores.',
      'Write the path as "/things/{id}/parts/{part_id}".',
    ),
  ];
}

function flawOfTest({ method, pathParameters, needsParameter }: OperationModel): string | undefined {
  if (method !== 'GET') return `is a ${method}, which changes something`;
  if (pathParameters.length > 0) return 'needs an id in its path';
  return needsParameter ? 'is refused without a parameter' : undefined;
}

function connectionTest({ connectionTest: key, resources, source }: ProfileModel): Diagnostic[] {
  const all = resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ key: operationKey(resource, operation), operation })),
  );
  const found = all.find((one) => one.key === key)?.operation;
  if (!found)
    return [
      diagnostic(
        'BW2201',
        source,
        `The connection test "${key}" is no operation of the profile.`,
        'Set-up proves a connection by calling it.',
        didYouMean(
          key,
          all.map((one) => one.key),
          'Name a cheap read as "Resource.operation".',
        ),
      ),
    ];
  const flaw = flawOfTest(found);
  if (flaw === undefined) return [];
  return [
    diagnostic(
      'BW2202',
      source,
      `The connection test "${key}" is unfit: it ${flaw}.`,
      'Set-up calls it without knowing any object, and nothing may change by it.',
      'Name a list that needs no parameter.',
    ),
  ];
}

export const profile: Rule = {
  check: ({ model }) =>
    model.systems.flatMap((system) => [
      ...system.profile.resources.flatMap((resource) =>
        resource.operations.flatMap((operation) => pathOf(resource, operation)),
      ),
      ...connectionTest(system.profile),
    ]),
};
