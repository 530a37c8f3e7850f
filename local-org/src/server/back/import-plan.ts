import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LocalOrg } from '../../local-org.ts';
import type { PlainRecord, PlainValue } from '../../plain-record.ts';

interface PlanStep {
  readonly sobject: string;
  readonly files: readonly string[];
}

interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId?: string };
  readonly [field: string]: unknown;
}

/**
 * Inserts the records of a plan as `sf data import tree` does: files of trees, references between records by
 * `@referenceId`. Throws with the platform's message for a record that is refused.
 */
export function importPlan(org: LocalOrg, plan: string): void {
  const steps = readJson(plan) as readonly PlanStep[];
  const ids = new Map<string, string>();
  for (const { files } of steps) {
    for (const file of files) {
      const { records } = readJson(join(dirname(plan), file)) as { records: readonly TreeRecord[] };
      for (const record of records) insertTree(org, record, ids, {});
    }
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function insertTree(org: LocalOrg, record: TreeRecord, ids: Map<string, string>, parent: PlainRecord): void {
  const { attributes, ...rest } = record;
  const values: PlainRecord = { ...parent };
  const children: [string, readonly TreeRecord[]][] = [];
  for (const [name, value] of Object.entries(rest)) {
    if (isTree(value)) children.push([name, value.records]);
    else values[name] = resolved(value, ids);
  }
  const id = org.insert(attributes.type, values);
  if (attributes.referenceId) ids.set(attributes.referenceId, id);
  for (const [relationship, records] of children) {
    const field = lookupOf(org, attributes.type, relationship);
    for (const child of records) insertTree(org, child, ids, { [field]: id });
  }
}

function isTree(value: unknown): value is { records: readonly TreeRecord[] } {
  return typeof value === 'object' && value !== null && 'records' in value;
}

function resolved(value: unknown, ids: ReadonlyMap<string, string>): PlainValue {
  if (typeof value !== 'string' || !value.startsWith('@')) return value as PlainValue;
  const id = ids.get(value.slice(1));
  if (id === undefined) throw new Error(`No record before has the reference ${value}.`);
  return id;
}

function lookupOf(org: LocalOrg, object: string, relationship: string): string {
  const child = org.kernel.schema.object(object)?.childRelationships.get(relationship.toLowerCase());
  if (!child) throw new Error(`${object} has no child relationship ${relationship}.`);
  return child.field;
}
