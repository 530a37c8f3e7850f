import { currentTransaction } from '../runtime/context.ts';
import type { RuntimeType } from '../runtime/types.ts';
import type { ObjectModel } from '../schema/model.ts';
import { ApexList } from '../values/list.ts';
import { SObject } from '../values/sobject.ts';
import { fromJson, misfit } from './from-json.ts';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A record that a component sent: field names, parents and child lists. `sobjectType` names the object of an SObject. */
export function recordFromJson(value: Json, type: RuntimeType): SObject {
  if (!isJsonObject(value)) return misfit(value, type);
  const record = new SObject(objectOf(value, type));
  for (const [name, item] of Object.entries(value)) {
    if (!['sobjecttype', 'attributes'].includes(name.toLowerCase())) take(record, name, item, type);
  }
  return record;
}

function objectOf(value: JsonObject, type: RuntimeType): ObjectModel {
  const given =
    value['sobjectType'] ?? (isJsonObject(value['attributes']) ? value['attributes']['type'] : null);
  const name = type.objectName === 'SObject' ? given : type.objectName;
  const object = typeof name === 'string' ? currentTransaction().schema.object(name) : null;
  return object ?? misfit(value, type);
}

function take(record: SObject, name: string, value: Json, type: RuntimeType): void {
  const { program, schema } = currentTransaction();
  const { object } = record;
  const names = [name, ...(schema.namespace ? [`${schema.namespace}__${name}`] : [])];
  for (const key of names.map((each) => each.toLowerCase())) {
    const field = object.fields.get(key);
    const parent = object.parentRelationships.get(key);
    const child = object.childRelationships.get(key);
    if (field) return void record.put(key, fromJson(value, program.type(field.apexType)));
    if (parent) {
      const to = parent.reference?.to ?? [];
      const parentType = program.type(to.length === 1 ? (to[0] ?? 'SObject') : 'SObject');
      return void record.setParent(key, value === null ? null : recordFromJson(value, parentType));
    }
    if (child) return void record.childLists.set(key, childrenOf(value, program.type(child.object)));
  }
  misfit({ [name]: value }, type);
}

function childrenOf(value: Json, type: RuntimeType): ApexList {
  const rows = Array.isArray(value) ? value : [];
  return new ApexList(
    currentTransaction().program.listOf(type),
    rows.map((row) => recordFromJson(row, type)),
  );
}
