import { isJsonObject, type Json, type JsonObject } from '../../aura/json.ts';
import type { SaveError } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import type { ObjectModel } from '../../schema/model.ts';
import { Reply } from '../back/reply.ts';
import { objectNamed, type Session } from '../ui-api/session.ts';
import { badRequest, saveErrorJson } from './errors.ts';
import { members, recordOf, save } from './saving.ts';

const MOST = 200;

interface Node {
  readonly object: ObjectModel;
  readonly reference: string;
  readonly fields: JsonObject;
  readonly children: readonly { readonly field: string; readonly nodes: readonly Node[] }[];
}

interface Saved {
  readonly reference: string;
  readonly id: string | null;
  readonly errors: readonly SaveError[];
}

/** `POST .../composite/tree/{object}`: records with their children, all or none. */
export function saveTree(session: Session, objectName: string, body: Json): Reply {
  const nodes = nodesOf(session, objectNamed(session, objectName), members(body));
  if (count(nodes) > MOST) throw badRequest('LIMIT_EXCEEDED', `A request may hold ${MOST} records.`);
  const { data } = currentTransaction();
  const start = data.setSavepoint();
  const saved = saveLevel(nodes, () => ({}));
  const failed = saved.filter(({ errors }) => errors.length);
  if (!failed.length) {
    const results = saved.map(({ reference, id }) => ({ referenceId: reference, id }));
    return new Reply({ status: 201, body: { hasErrors: false, results } });
  }
  data.rollback(start);
  const results = failed.map(({ reference, errors }) => ({
    referenceId: reference,
    errors: errors.map(saveErrorJson),
  }));
  return new Reply({ status: 400, body: { hasErrors: true, results } });
}

function nodesOf(session: Session, object: ObjectModel, { records }: JsonObject): Node[] {
  if (!Array.isArray(records)) throw badRequest('JSON_PARSER_ERROR', 'A tree has a list of records.');
  return records.map((record) => nodeOf(session, object, members(record)));
}

function nodeOf(session: Session, object: ObjectModel, record: JsonObject): Node {
  const { attributes, ...rest } = record;
  const reference = isJsonObject(attributes) ? attributes.referenceId : undefined;
  if (typeof reference !== 'string')
    throw badRequest('INVALID_INPUT', 'Include a reference ID in the attributes of each record.');
  const fields: JsonObject = {};
  const children: Node['children'][number][] = [];
  for (const [name, value] of Object.entries(rest)) {
    const child = object.childRelationships.get(name.toLowerCase());
    if (!child || !isJsonObject(value) || !('records' in value)) fields[name] = value;
    else
      children.push({
        field: child.field,
        nodes: nodesOf(session, objectNamed(session, child.object), value),
      });
  }
  return { object, reference, fields, children };
}

/** A level goes before the next one, which needs its ids; after a failure nothing more is tried. */
function saveLevel(nodes: readonly Node[], parentOf: (node: Node) => JsonObject): Saved[] {
  if (!nodes.length) return [];
  const records = nodes.map((node) => recordOf(node.object, { ...node.fields, ...parentOf(node) }));
  const outcomes = save({ kind: 'insert' }, records);
  const saved = nodes.map((node, at): Saved => {
    const { id = null, success = false, errors = [] } = outcomes[at] ?? {};
    return { reference: node.reference, id, errors: success ? [] : errors };
  });
  if (saved.some(({ errors }) => errors.length)) return saved;
  const parents = new Map<Node, JsonObject>();
  for (const [at, node] of nodes.entries()) {
    for (const { field, nodes: children } of node.children)
      for (const child of children) parents.set(child, { [field]: saved[at]?.id ?? null });
  }
  return [...saved, ...saveLevel([...parents.keys()], (node) => parents.get(node) ?? {})];
}

function count(nodes: readonly Node[]): number {
  return nodes.reduce(
    (sum, { children }) => sum + 1 + children.reduce((inner, child) => inner + count(child.nodes), 0),
    0,
  );
}
