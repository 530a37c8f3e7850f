/** BW2207: everything that the model names must be in it. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { MappingModel, Source, SystemModel, TypeRef } from '../../model.ts';
import { didYouMean } from '../../../text/suggest.ts';
import { type Facts, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** A name that stands somewhere for a thing. */
interface Reference {
  readonly thing: string;
  readonly name: string;
  readonly source: Source;
}

const typeNames = (ref: TypeRef): string[] =>
  ref.kind === 'array' ? typeNames(ref.of) : ref.kind === 'type' ? [ref.name] : [];

function typeReferences({ types, profile }: SystemModel): Reference[] {
  const ofTypes = types.flatMap((type) => {
    if (type.kind === 'union')
      return type.members.map((member) => ({ name: member.type, source: type.source }));
    if (type.kind === 'enum') return [];
    return type.properties.flatMap(({ type: ref, source }) =>
      typeNames(ref).map((name) => ({ name, source })),
    );
  });
  const ofOperations = profile.resources.flatMap((resource) => [
    { name: resource.type, source: resource.source },
    ...resource.operations.flatMap(({ request, response, source }) =>
      [...(request ? [request.type] : []), ...(response ? typeNames(response) : [])].map((name) => ({
        name,
        source,
      })),
    ),
  ]);
  return [...ofTypes, ...ofOperations].map((one) => ({ thing: 'type', ...one }));
}

function mappingReferences({ source, resource, rows, takesPart, children }: MappingModel): Reference[] {
  return [
    { thing: 'resource', name: resource, source },
    ...rows.flatMap((row) => [
      ...(row.values === undefined ? [] : [{ thing: 'value map', name: row.values, source: row.source }]),
      ...(row.link === undefined ? [] : [{ thing: 'mapping type', name: row.link, source: row.source }]),
    ]),
    ...takesPart.map((one) => ({ thing: 'reason', name: one.reason, source: one.source })),
    ...children.map((child) => ({ thing: 'mapping', name: child.mapping, source: child.source })),
  ];
}

function namesOf({ model }: Facts, { system, types, valueMaps, mappings, resources }: SystemFacts) {
  return new Map<string, ReadonlySet<string>>([
    ['type', new Set(types.keys())],
    ['resource', new Set(resources.keys())],
    ['value map', new Set(valueMaps.keys())],
    ['mapping type', new Set(system.mappings.map(({ type }) => type))],
    ['reason', new Set(model.core.reasons.map(({ name }) => name))],
    ['mapping', new Set(mappings.keys())],
  ]);
}

function unknown({ thing, name, source }: Reference, names: ReadonlySet<string>): Diagnostic {
  return diagnostic(
    'BW2207',
    source,
    `There is no ${thing} "${name}".`,
    'It is named here, but nothing declares it.',
    didYouMean(name, names, `Declare the ${thing}, or name another one.`),
  );
}

function objectsOf({ objects }: Facts, { mappings }: SystemFacts): Diagnostic[] {
  return [...mappings.values()]
    .filter(({ object }) => !objects.has(object))
    .map(({ object, source }) => unknown({ thing: 'object', name: object, source }, new Set(objects.keys())));
}

export const references: Rule = {
  check: (facts) =>
    facts.systems.flatMap((system) => {
      const names = namesOf(facts, system);
      const all = [...typeReferences(system.system), ...system.system.mappings.flatMap(mappingReferences)];
      return [
        ...all
          .filter(({ thing, name }) => names.get(thing)?.has(name) !== true)
          .map((one) => unknown(one, names.get(one.thing) ?? new Set())),
        ...objectsOf(facts, system),
      ];
    }),
};
