/** BW2010, BW2201, BW2202: what fields of the connection may be filled with. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { ChoiceModel, OperationModel } from '../../model.ts';
import { operationKey } from '../../naming.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { objectType, type Facts, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

type Live = Extract<ChoiceModel['from'], { kind: 'live' }>;

function unknownFields({ objects }: Facts, { field, from, source }: ChoiceModel): Diagnostic[] {
  const fields = objects.get('BillingConnection__c')?.fields;
  const used = [field, ...(from.kind === 'live' ? from.also.map((one) => one.field) : [])];
  return used
    .filter((name) => fields?.has(name) !== true)
    .map((name) =>
      diagnostic(
        'BW2010',
        source,
        `BillingConnection__c has no field "${name}".`,
        'What is chosen is kept in a field of the connection.',
        didYouMean(name, fields?.keys() ?? [], 'Declare it in core.'),
      ),
    );
}

function unfitList({ system }: SystemFacts, { source }: ChoiceModel, from: Live): Diagnostic[] {
  const all = new Map<string, OperationModel>(
    system.profile.resources.flatMap((resource) =>
      resource.operations.map((operation) => [operationKey(resource, operation), operation] as const),
    ),
  );
  const found = all.get(from.operation);
  if (found === undefined)
    return [
      diagnostic(
        'BW2201',
        source,
        `The choices are read with "${from.operation}", which is no operation of the profile.`,
        'Set-up calls it to show what can be chosen.',
        didYouMean(from.operation, all.keys(), 'Name a list as "Resource.operation".'),
      ),
    ];
  if (found.kind === 'list' && found.pathParameters.length === 0 && !found.needsParameter) return [];
  return [
    diagnostic(
      'BW2202',
      source,
      `The choices can't be read with "${from.operation}": it is not a list, or it needs a parameter.`,
      'Set-up calls it without knowing any object.',
      'Name a list that needs no parameter.',
    ),
  ];
}

function unknownProperties(facts: SystemFacts, { source }: ChoiceModel, from: Live): Diagnostic[] {
  const resource = facts.resources.get(from.operation.split('.')[0] ?? '');
  const type = resource && objectType(facts, resource.type);
  if (type === undefined) return [];
  const names = type.properties.map(({ name }) => name);
  return [from.value, from.label, ...from.also.map(({ property }) => property)]
    .filter((name) => !names.includes(name))
    .map((name) =>
      diagnostic(
        'BW2201',
        source,
        `The choices take "${name}" from ${type.name}, which has no such property.`,
        'Every choice would be without it.',
        didYouMean(name, names, 'Name a property of the type.'),
      ),
    );
}

export const choices: Rule = {
  check: (facts) =>
    facts.systems.flatMap((system) =>
      system.system.profile.choices.flatMap((choice) => [
        ...unknownFields(facts, choice),
        ...(choice.from.kind === 'live'
          ? [...unfitList(system, choice, choice.from), ...unknownProperties(system, choice, choice.from)]
          : []),
      ]),
    ),
};
