/** BW2009: what billing requires when an object is made must come from somewhere. */
import type { Diagnostic } from '../../diagnostics.ts';
import type { ConditionModel, MappingModel, PathModel, PathStep, TypeRef, UnionTypeModel } from '../../model.ts';
import { requiredOf } from '../../../schema/index.ts';
import { areExclusive } from '../exclusive.ts';
import { allMappings, operationOf, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** What is left of the way to a value, seen from the object that is being judged. */
interface Writer {
  readonly steps: readonly PathStep[];
  readonly when: readonly ConditionModel[];
}

interface Judge {
  readonly system: SystemFacts;
  readonly report: (where: string, property: string, type: string) => void;
}

const writer = ({ steps }: PathModel, when: readonly ConditionModel[] = []): Writer => ({ steps, when });

function writersOf(mapping: MappingModel): Writer[] {
  return [
    ...mapping.rows.filter(({ owner }) => owner !== 'billing').map(({ path, when }) => writer(path, when)),
    ...mapping.constants.map(({ path }) => writer(path)),
    ...mapping.defaults.map(({ path }) => writer(path)),
    ...(mapping.key ? [writer(mapping.key.property)] : []),
    ...mapping.children.flatMap((child) => (child.kind === 'nested' ? [writer(child.path)] : [])),
  ];
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

const rest = ({ steps, when }: Writer): Writer => ({ steps: steps.slice(1), when });

function startsWith(property: string) {
  return ({ steps: [step] }: Writer): boolean => step?.kind === 'property' && step.name === property;
}

/** Whenever one of `writers` sends the object, one that can act with it must send the property. */
function isCovered(property: string, writers: readonly Writer[]): boolean {
  const sources = writers.filter(startsWith(property));
  return writers.every(({ when }) => sources.some((source) => !areExclusive(source.when, when)));
}

function judgeObject(judge: Judge, type: string, required: readonly string[], given: readonly string[], writers: readonly Writer[], where: string): void {
  for (const property of required)
    if (!given.includes(property) && (writers.length === 0 || !isCovered(property, writers)))
      judge.report(where, property, type);
  const own = judge.system.types.get(type);
  if (own?.kind !== 'object') return;
  for (const property of own.properties) {
    const inside = writers.filter(startsWith(property.name)).map(rest).filter(({ steps }) => steps.length > 0);
    if (inside.length > 0) judgeType(judge, property.type, inside, `${where}.${property.name}`);
  }
}

/** The members that are named, each with the writers that name none because all members have what they write. */
function judgeUnion(judge: Judge, union: UnionTypeModel, writers: readonly Writer[], where: string): void {
  const isNamed = ({ steps: [step] }: Writer): boolean => step?.kind === 'only';
  const common = writers.filter((one) => !isNamed(one));
  const named = groupBy(writers.filter(isNamed), ({ steps: [step] }) => (step?.kind === 'only' ? step.value : ''));
  if (named.size === 0) judge.report(where, union.tag, union.name);
  for (const [value, own] of named) {
    const type = union.members.find((member) => member.value === value)?.type ?? '';
    judgeNamed(judge, type, [union.tag], [...own.map(rest), ...common], `${where}(${value})`);
  }
}

function judgeNamed(judge: Judge, name: string, given: readonly string[], writers: readonly Writer[], where: string): void {
  const type = judge.system.types.get(name);
  if (type?.kind === 'union') judgeUnion(judge, type, writers, where);
  if (type?.kind !== 'object') return;
  const required = requiredOf({ type: name, required: [], partial: false }, type);
  judgeObject(judge, name, required, given, writers, where);
}

/** Elements are told apart by how they are chosen; what chooses an element also fills it. */
function judgeElements(judge: Judge, writers: readonly Writer[], where: string): void {
  const groups = groupBy(writers, ({ steps: [step] }) => JSON.stringify(step?.kind === 'one' ? step.match : {}));
  for (const [key, own] of groups) {
    const step = own[0]?.steps[0];
    if (step?.kind !== 'one' && step?.kind !== 'first') continue;
    const match = step.kind === 'one' ? step.match : {};
    const shown = step.kind === 'one' ? `[${Object.values(match).join(', ')}]` : '[first]';
    if (key !== '') judgeNamed(judge, step.type, Object.keys(match), own.map(rest), `${where}${shown}`);
  }
}

function judgeType(judge: Judge, type: TypeRef, writers: readonly Writer[], where: string): void {
  if (type.kind === 'array') judgeElements(judge, writers, where);
  if (type.kind === 'type') judgeNamed(judge, type.name, [], writers, where);
}

function reporter(mapping: MappingModel, found: Diagnostic[]): Judge['report'] {
  return (where, property, type) => {
    const way = `${where}.${property}`.replace(/^\./, '');
    found.push(
      diagnostic(
        'BW2009',
        mapping.source,
        `"${way}" is required to create a ${mapping.resource}, but nothing in ${mapping.name} fills it.`,
        `Billing refuses a ${type} without "${property}".`,
        'Add a row, a constant, or a default from the connection; or make the property optional in the type of the API.',
      ),
    );
  };
}

function ofMapping(system: SystemFacts, mapping: MappingModel): Diagnostic[] {
  const request = operationOf(system, mapping, mapping.create)?.request;
  if (!request) return [];
  const found: Diagnostic[] = [];
  const required = requiredOf(request, system.types.get(request.type));
  judgeObject({ system, report: reporter(mapping, found) }, request.type, required, [], writersOf(mapping), '');
  return found;
}

/** Children inside a body that is created have no operation of their own; their type says what they need. */
function ofChildren(system: SystemFacts, parent: MappingModel): Diagnostic[] {
  if (parent.create === undefined) return [];
  return parent.children.flatMap((child) => {
    const mapping = child.kind === 'nested' ? system.mappings.get(child.mapping) : undefined;
    const type = child.kind === 'nested' && child.path.type.kind === 'array' ? child.path.type.of : undefined;
    if (!mapping || type?.kind !== 'type') return [];
    const found: Diagnostic[] = [];
    judgeNamed({ system, report: reporter(mapping, found) }, type.name, [], writersOf(mapping), '');
    return found;
  });
}

export const required: Rule = {
  check: (facts) =>
    allMappings(facts).flatMap(({ in: system, mapping }) => [
      ...ofMapping(system, mapping),
      ...ofChildren(system, mapping),
    ]),
};
