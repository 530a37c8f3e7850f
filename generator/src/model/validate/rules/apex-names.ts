/** BW2301 to BW2305: names of the Apex that is emitted for a system. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { Source, SystemModel } from '../../model.ts';
import {
  apexMethodName,
  apexPropertyName,
  apiClassName,
  mapperClassName,
  maxApiName,
  operationKey,
  systemClassName,
  testClassName,
  typeClassName,
} from '../../naming.ts';
import { isReservedInApex } from '../../reserved-words.ts';
import type { Facts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

interface ApexName {
  readonly name: string;
  /** What has the name, in words. */
  readonly of: string;
  readonly source: Source;
}

const identifier = /^[A-Za-z][A-Za-z0-9]*$/;

function classNames(system: SystemModel): ApexName[] {
  const tested: ApexName[] = [
    { name: systemClassName(system), of: `the system ${system.name}`, source: system.source },
    ...system.profile.resources.map((resource) => ({
      name: apiClassName(system, resource),
      of: `the resource ${resource.name}`,
      source: resource.source,
    })),
    ...system.mappings.map((mapping) => ({
      name: mapperClassName(system, mapping),
      of: `the mapping ${mapping.name}`,
      source: mapping.source,
    })),
  ];
  const types = system.types
    .filter(({ kind }) => kind !== 'enum')
    .map(({ name, source }) => ({ name: typeClassName(system, name), of: `the type ${name}`, source }));
  const tests = tested.map(({ name, of, source }) => ({
    name: testClassName(name),
    of: `the test of ${of}`,
    source,
  }));
  return [...tested, ...types, ...tests];
}

function memberNames(system: SystemModel): ApexName[] {
  const methods = system.profile.resources.flatMap((resource) =>
    resource.operations.map((operation) => ({
      name: apexMethodName(operation),
      of: `the operation ${operationKey(resource, operation)}`,
      source: operation.source,
    })),
  );
  const properties = system.types.flatMap((type) =>
    type.kind === 'object'
      ? type.properties.map(({ name, source }) => ({
          name: apexPropertyName(name),
          of: `the property ${type.name}.${name}`,
          source,
        }))
      : [],
  );
  return [...methods, ...properties];
}

function unusable({ name, of, source }: ApexName): Diagnostic[] {
  if (identifier.test(name) && !isReservedInApex(name)) return [];
  const shown = name === '' ? 'no name at all' : `"${name}"`;
  return [
    diagnostic(
      'BW2301',
      source,
      `In Apex ${of} would have ${shown}, which the compiler does not accept.`,
      'Apex names are letters and digits, begin with a letter and are no reserved word, in any case.',
      'Rename it; for a class another prefix of the system helps as well.',
    ),
  ];
}

function tooLong({ name, of, source }: ApexName): Diagnostic[] {
  if (name.length <= maxApiName) return [];
  return [
    diagnostic(
      'BW2302',
      source,
      `The class "${name}" of ${of} has ${name.length} characters.`,
      `A class name has at most ${maxApiName}.`,
      `Shorten its name by ${name.length - maxApiName}, or the prefix of the system.`,
    ),
  ];
}

/** One namespace: classes of all systems and those written by hand, upper and lower case being the same. */
function collisions({ model, context }: Facts): Diagnostic[] {
  const seen = new Map<string, string>(
    context.handWritten.classes.map((name) => [name.toLowerCase(), `the hand-written class ${name}`]),
  );
  return model.systems.flatMap(classNames).flatMap(({ name, of, source }) => {
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), of);
    if (other === undefined) return [];
    return [
      diagnostic(
        'BW2303',
        source,
        `"${name}" would be the class of ${of} and of ${other}.`,
        'All classes of the package share one namespace, in which case does not count.',
        'Rename one of the two, or give the system another prefix.',
      ),
    ];
  });
}

function sameInApex(
  owner: string,
  things: readonly { name: string; apex: string; source: Source }[],
): Diagnostic[] {
  const seen = new Map<string, string>();
  return things.flatMap(({ name, apex, source }) => {
    const other = seen.get(apex.toLowerCase());
    seen.set(apex.toLowerCase(), name);
    if (other === undefined) return [];
    return [
      diagnostic(
        'BW2304',
        source,
        `"${other}" and "${name}" of ${owner} would both be "${apex}" in Apex.`,
        'Two members of a class can’t have one name, in which case does not count.',
        'Leave one of them out of the type or the resource, if no mapping needs it.',
      ),
    ];
  });
}

function members(system: SystemModel): Diagnostic[] {
  const ofTypes = system.types.flatMap((type) =>
    type.kind === 'object'
      ? sameInApex(
          type.name,
          type.properties.map(({ name, source }) => ({ name, apex: apexPropertyName(name), source })),
        )
      : [],
  );
  const ofResources = system.profile.resources.flatMap((resource) =>
    sameInApex(
      resource.name,
      resource.operations.map((operation) => ({
        name: operation.name,
        apex: apexMethodName(operation),
        source: operation.source,
      })),
    ),
  );
  return [...ofTypes, ...ofResources];
}

function prefix(system: SystemModel): Diagnostic[] {
  if (/^[A-Z][A-Za-z0-9]{1,3}$/.test(system.prefix)) return [];
  return [
    diagnostic(
      'BW2305',
      system.source,
      `The prefix "${system.prefix}" of ${system.name} is not two to four letters and digits with a capital first.`,
      'It starts every class of the system and is released for ever.',
      'Choose one such as "Gtv".',
    ),
  ];
}

export const apexNames: Rule = {
  check: (facts) => [
    ...facts.model.systems.flatMap((system) => [
      ...[...classNames(system), ...memberNames(system)].flatMap(unusable),
      ...classNames(system).flatMap(tooLong),
      ...members(system),
      ...prefix(system),
    ]),
    ...collisions(facts),
  ],
};
