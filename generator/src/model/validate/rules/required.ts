/** BW2009: what billing requires when an object is made must come from somewhere. */
import type { Diagnostic } from '../../diagnostics.ts';
import type {
  ConditionModel,
  MappingModel,
  PathModel,
  PathStep,
  TypeRef,
  UnionTypeModel,
} from '../../model.ts';
import { requiredOf } from '../../../schema/index.ts';
import { areExclusive, leavesGap } from '../exclusive.ts';
import { allMappings, objectType, operationOf, type SystemFacts } from '../facts.ts';
import { diagnostic, type Rule } from '../rule.ts';

/** What is left of the way to a value, seen from the object that is being judged. */
interface Writer {
  readonly steps: readonly PathStep[];
  readonly when: readonly ConditionModel[];
}

interface Judge {
  readonly system: SystemFacts;
  /** What is true of every record that takes part; undefined where nobody can say, because record types decide. */
  readonly given: readonly ConditionModel[] | undefined;
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

const rest = ({ steps, when }: Writer): Writer => ({ steps: steps.slice(1), when });

function startsWith(property: string) {
  return ({ steps: [step] }: Writer): boolean => step?.kind === 'property' && step.name === property;
}

/** Whenever one of `anchors` sends the object, one of `sources` must act as well. */
function isCovered({ given }: Judge, sources: readonly Writer[], anchors: readonly Writer[]): boolean {
  const covers = sources.map(({ when }) => when);
  return anchors.every(({ when }) => {
    const isGap = given !== undefined && leavesGap([...given, ...when], covers);
    return !isGap && covers.some((cover) => !areExclusive(cover, when));
  });
}

/** An object inside a body. */
interface Site {
  /** The way to it, for people. */
  readonly where: string;
  readonly type: string;
  readonly required: readonly string[];
  /** Properties that have a value by being chosen: a union's tag, an element's match. */
  readonly chosen: readonly string[];
  readonly writers: readonly Writer[];
  /** The writers that make the object be sent. */
  readonly anchors: readonly Writer[];
}

function judgeObject(judge: Judge, { where, type, required: names, chosen, writers, anchors }: Site): void {
  for (const property of names.filter((name) => !chosen.includes(name))) {
    const sources = writers.filter(startsWith(property));
    if (sources.length === 0 || !isCovered(judge, sources, anchors)) judge.report(where, property, type);
  }
  for (const property of objectType(judge.system, type)?.properties ?? []) {
    const inside = writers
      .filter(startsWith(property.name))
      .map(rest)
      .filter(({ steps }) => steps.length > 0);
    if (inside.length > 0) judgeType(judge, property.type, inside, `${where}.${property.name}`);
  }
}

/** The members that are named, each with the writers that name none because all members have what they write. */
function judgeUnion(
  judge: Judge,
  union: UnionTypeModel,
  { writers, where }: Pick<Site, 'writers' | 'where'>,
): void {
  const named = writers.filter(({ steps: [step] }) => step?.kind === 'only');
  const common = writers.filter(({ steps: [step] }) => step?.kind !== 'only');
  if (!isCovered(judge, named, common)) judge.report(where, union.tag, union.name);
  for (const { value, type } of union.members) {
    const own = named.filter(({ steps: [step] }) => step?.kind === 'only' && step.value === value).map(rest);
    const site = {
      where: `${where}(${value})`,
      chosen: [union.tag],
      writers: [...own, ...common],
      anchors: own,
    };
    if (own.length > 0) judgeNamed(judge, type, site);
  }
}

function judgeNamed(judge: Judge, name: string, site: Omit<Site, 'type' | 'required'>): void {
  const type = judge.system.types.get(name);
  if (type?.kind === 'union') judgeUnion(judge, type, site);
  if (type?.kind !== 'object') return;
  const names = requiredOf({ type: name, required: [], partial: false }, type);
  judgeObject(judge, { ...site, type: name, required: names });
}

/** Elements are told apart by how they are chosen; what chooses an element also fills it. */
function judgeElements(judge: Judge, writers: readonly Writer[], where: string): void {
  for (const own of Map.groupBy(writers, ({ steps: [step] }) => JSON.stringify(step)).values()) {
    const step = own[0]?.steps[0];
    if (step?.kind !== 'one' && step?.kind !== 'first') continue;
    const match = step.kind === 'one' ? step.match : {};
    const shown = step.kind === 'one' ? Object.values(match).join(', ') : 'first';
    const inside = own.map(rest);
    const site = {
      where: `${where}[${shown}]`,
      chosen: Object.keys(match),
      writers: inside,
      anchors: inside,
    };
    judgeNamed(judge, step.type, site);
  }
}

function judgeType(judge: Judge, type: TypeRef, writers: readonly Writer[], where: string): void {
  if (type.kind === 'array') judgeElements(judge, writers, where);
  if (type.kind === 'type') judgeNamed(judge, type.name, { where, chosen: [], writers, anchors: writers });
}

function reporter(mapping: MappingModel, found: Diagnostic[]): Judge['report'] {
  return (where, property, type) => {
    const way = `${where}.${property}`.replace(/^\./, '');
    found.push(
      diagnostic(
        'BW2009',
        mapping.source,
        `"${way}" is required to create ${mapping.resource}, but ${mapping.name} does not fill it for every record.`,
        `Billing refuses ${type} without "${property}".`,
        'Add a row, a constant, or a default from the connection; or make the property optional in the type of the API.',
      ),
    );
  };
}

function judgeOf(system: SystemFacts, mapping: MappingModel, found: Diagnostic[]): Judge {
  const given = mapping.recordTypes.length > 0 ? undefined : mapping.takesPart.flatMap(({ when }) => when);
  return { system, given, report: reporter(mapping, found) };
}

function ofMapping(system: SystemFacts, mapping: MappingModel): Diagnostic[] {
  const request = operationOf(system, mapping, mapping.create)?.request;
  if (!request) return [];
  const found: Diagnostic[] = [];
  const writers = writersOf(mapping);
  judgeObject(judgeOf(system, mapping, found), {
    where: '',
    type: request.type,
    required: requiredOf(request, system.types.get(request.type)),
    chosen: [],
    writers,
    anchors: writers,
  });
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
    const writers = writersOf(mapping);
    judgeNamed(judgeOf(system, mapping, found), type.name, {
      where: '',
      chosen: [],
      writers,
      anchors: writers,
    });
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
