/** One record and its billing object for the tests of a mapper, as far as the model alone can tell. */
import type { ConditionModel, CoreModel, MappingModel, RowModel, SystemModel } from '../../../model/model.ts';
import { fieldOf } from '../fields.ts';
import { requiredRoots } from '../required.ts';
import { rootOf } from '../path.ts';
import type { Agreed, FieldValue, WireObject } from './values.ts';
import { WireNumber, agreedValue, defaultValue, fieldValueOf, passes, read, write } from './values.ts';

export interface Scenario {
  readonly mapping: MappingModel;
  /** What the record holds, by field. */
  readonly record: ReadonlyMap<string, FieldValue>;
  readonly billing: WireObject;
  /** Rows that count for the record, with what both sides agree on. */
  readonly rows: readonly { readonly row: RowModel; readonly agreed: Agreed }[];
  /** Values of the connection, by field. */
  readonly defaults: ReadonlyMap<string, FieldValue>;
}

function sampleForCondition(core: CoreModel, mapping: MappingModel, { field }: ConditionModel): FieldValue {
  const facts = fieldOf(core, mapping.object, field);
  return fieldValueOf(facts?.values?.[0] ?? 'present');
}

const gateConditions = (mapping: MappingModel): ConditionModel[] =>
  mapping.takesPart.flatMap(({ when }) => when);

/** Fields that decide whether a record takes part or a row counts; changing one changes more than itself. */
export const testedFields = (mapping: MappingModel): ReadonlySet<string> =>
  new Set(
    [...gateConditions(mapping), ...mapping.rows.flatMap(({ when }) => when)].map(({ field }) => field),
  );

/** Values for fields without a row that let the record through; undefined if only a feature of the org could. */
function forcedValues(core: CoreModel, mapping: MappingModel): Map<string, FieldValue> | undefined {
  const forced = new Map<string, FieldValue>();
  for (const condition of gateConditions(mapping)) {
    const [value] = condition.values;
    const isChosen = condition.test === 'equals' || condition.test === 'oneOf';
    if (condition.feature !== undefined) {
      if (isChosen || condition.test === 'present') return undefined;
    } else if (isChosen && value !== undefined) forced.set(condition.field, fieldValueOf(value));
    else if (condition.test === 'present') {
      forced.set(condition.field, sampleForCondition(core, mapping, condition));
    }
  }
  return forced;
}

const mostPositions = 9;

/** The first value of a row with which the record takes part; undefined if the field has to be empty. */
function admitted(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
  row: RowModel,
): Agreed | undefined {
  const conditions = gateConditions(mapping).filter(({ field }) => field === row.field);
  for (let position = 1; position <= mostPositions; position++) {
    const agreed = agreedValue(core, system, mapping, row, position);
    const values = new Map(agreed && [[row.field, agreed.field]]);
    if (agreed && conditions.every((condition) => passes(condition, values))) return agreed;
  }
  return undefined;
}

/** The mapping as a test sees it; undefined if the model can't tell what a record needs to take part. */
export function scenarioOf(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
): Scenario | undefined {
  const record = forcedValues(core, mapping);
  if (record === undefined) return undefined;
  const candidates = mapping.rows.flatMap((row) => {
    const agreed = row.dynamic === undefined ? admitted(core, system, mapping, row) : undefined;
    return agreed === undefined ? [] : [{ row, agreed }];
  });
  for (const { row, agreed } of candidates) record.set(row.field, agreed.field);
  const visible = (condition: ConditionModel): ReadonlyMap<string, FieldValue> =>
    condition.feature === undefined ? record : new Map();
  if (!gateConditions(mapping).every((condition) => passes(condition, visible(condition)))) return undefined;
  const rows = candidates.filter(({ row }) =>
    row.when.every((condition) => passes(condition, visible(condition))),
  );
  const billing: WireObject = {};
  for (const { row, agreed } of rows) write(billing, row.path, agreed.wire);
  for (const path of [mapping.id, ...(mapping.number ? [mapping.number] : [])]) {
    const agreed = defaultValue(core, system, path, path === mapping.id ? 'Id' : 'Number');
    if (read(billing, path) === undefined && agreed) write(billing, path, agreed.wire);
  }
  const defaults = new Map(
    mapping.defaults.flatMap(({ path, connectionField }) => {
      const agreed = defaultValue(core, system, path, connectionField);
      return agreed === undefined ? [] : [[connectionField, agreed.field] as const];
    }),
  );
  return { mapping, record, billing, rows, defaults };
}

/** Text in an expected body that stands for the record's id. */
export const recordIdMark = '{record id}';

/** Children that are sent inside the body when an object is made, leaving out those of the same kind. */
export function sentChildren(
  core: CoreModel,
  system: SystemModel,
  mapping: MappingModel,
): { readonly name: string; readonly root: string; readonly scenario: Scenario }[] {
  return mapping.children.flatMap((child) => {
    const target = system.mappings.find(({ name }) => name === child.mapping);
    if (child.kind !== 'nested' || target === undefined || target === mapping) return [];
    const scenario = scenarioOf(core, system, target);
    const isSent = scenario?.rows.some(({ row }) => row.owner !== 'billing') ?? false;
    return scenario && isSent ? [{ name: child.name, root: rootOf(child.path), scenario }] : [];
  });
}

/** The body that makes the object in billing; undefined if the scenario lacks something that it needs. */
export function creationBody(
  core: CoreModel,
  system: SystemModel,
  scenario: Scenario,
): WireObject | undefined {
  const { mapping, rows } = scenario;
  const body: WireObject = {};
  for (const { path, value } of mapping.constants) {
    write(body, path, typeof value === 'number' ? new WireNumber(String(value)) : value);
  }
  if (mapping.key) write(body, mapping.key.property, recordIdMark);
  for (const { row, agreed } of rows) {
    if (row.owner !== 'billing') write(body, row.path, agreed.wire);
  }
  for (const child of mapping.children) {
    const sent = sentChildren(core, system, mapping).find(({ name }) => name === child.name);
    const inner = sent && creationBody(core, system, sent.scenario);
    if (child.kind === 'nested' && inner) write(body, child.path, [inner]);
  }
  for (const { path, connectionField } of mapping.defaults) {
    const agreed = defaultValue(core, system, path, connectionField);
    if (agreed && read(body, path) === undefined) write(body, path, agreed.wire);
  }
  return requiredRoots(system, mapping).every((root) => root in body) ? body : undefined;
}
