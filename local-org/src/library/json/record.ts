import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { FieldModel, ObjectModel } from '../../schema/model.ts';
import { ApexList } from '../../values/list.ts';
import { SObject } from '../../values/sobject.ts';
import type { JsonNode } from './node.ts';
import type { Reader } from './deserialize.ts';

/** A record of JSON; `attributes.type` says its object, which must be given for the type `SObject`. */
export function readRecord(node: JsonNode, type: RuntimeType, reader: Reader): SObject {
  const entries = reader.entries(node);
  const record = new SObject(objectOf(node, entries, type, reader));
  for (const [name, value] of entries) {
    if (name !== 'attributes') readMember(record, name, value, reader);
  }
  return record;
}

type Entries = readonly (readonly [string, JsonNode])[];

function objectOf(node: JsonNode, entries: Entries, type: RuntimeType, reader: Reader): ObjectModel {
  const { schema } = currentTransaction();
  const name = type.objectName === 'SObject' ? attributeType(entries) : type.objectName;
  const object = name === null ? null : schema.object(name);
  if (object) return object;
  return reader.fail(`The attribute "type" of a record is missing or no object: ${name ?? 'null'}`, node);
}

function attributeType(entries: Entries): string | null {
  const attributes = entries.find(([name]) => name === 'attributes')?.[1];
  const type =
    attributes?.kind === 'object' ? attributes.entries.find(([name]) => name === 'type')?.[1] : undefined;
  return type?.kind === 'string' ? type.text : null;
}

function readMember(record: SObject, name: string, node: JsonNode, reader: Reader): void {
  const { object } = record;
  const { program, schema } = currentTransaction();
  const candidates = [name, ...(schema.namespace ? [`${schema.namespace}__${name}`] : [])];
  for (const key of candidates.map((candidate) => candidate.toLowerCase())) {
    const field = object.fields.get(key);
    const parent = object.parentRelationships.get(key);
    const child = object.childRelationships.get(key);
    if (field) return void record.values.set(key, reader.read(node, program.type(field.apexType)));
    if (parent) return void record.parents.set(key, readParent(node, parent, reader));
    if (child)
      return void record.childLists.set(key, readChildren(node, program.recordType(child.object), reader));
  }
  throwApex('System.JSONException', `No such column '${name}' on sobject of type ${object.name}`);
}

function readParent(node: JsonNode, field: FieldModel, reader: Reader): SObject | null {
  const objects = field.reference?.to ?? [];
  const name = objects.length === 1 ? objects[0] : 'SObject';
  return node.kind === 'null'
    ? null
    : readRecord(node, currentTransaction().program.recordType(name ?? 'SObject'), reader);
}

/** `{"totalSize":1,"done":true,"records":[...]}` */
function readChildren(node: JsonNode, type: RuntimeType, reader: Reader): ApexList {
  const list = new ApexList(currentTransaction().program.listOf(type));
  if (node.kind === 'null') return list;
  const records = reader.entries(node).find(([name]) => name === 'records')?.[1];
  if (records) list.items = reader.items(records).map((item) => readRecord(item, type, reader));
  return list;
}
