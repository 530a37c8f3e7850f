import type { ObjectModel, OrgSchema } from '../../schema/model.ts';
import type { SelectItem, SoqlFunction, SoqlQuery } from '../../syntax/soql.ts';

/** What `query?columns=true` says of a column. */
export interface Column {
  readonly aggregate: boolean;
  readonly columnName: string;
  readonly displayName: string;
  readonly joinColumns: readonly Column[];
}

/** The columns of a query, in its order; parents and children are columns with columns of their own. */
export function columnMetadata(query: SoqlQuery, schema: OrgSchema): Column[] {
  return columnsOf(query, schema.object(query.from[0]?.path[0]?.text ?? ''), schema);
}

function columnsOf({ select, from }: SoqlQuery, object: ObjectModel | null, schema: OrgSchema): Column[] {
  let expressions = 0;
  const names = [object?.name, from[0]?.alias?.text].map((name) => name?.toLowerCase());
  return select.flatMap((item): Column[] => {
    switch (item.kind) {
      case 'field': {
        const parts = item.field.parts.map(({ text }) => text);
        const own = parts.length > 1 && names.includes(parts[0]?.toLowerCase()) ? parts.slice(1) : parts;
        return [item.alias ? plain(item.alias.text) : pathColumn(own, object, schema)];
      }
      case 'subquery':
        return [childColumn(item.query, object, schema)];
      case 'typeof':
        return [plain(item.typeOf.field.parts.map(({ text }) => text).join('.'))];
      case 'function':
        return functionColumns(item, object, () => `expr${expressions++}`);
    }
  });
}

function plain(name: string): Column {
  return { aggregate: false, columnName: name, displayName: name, joinColumns: [] };
}

/** In the schema's own spelling. */
function pathColumn(parts: readonly string[], object: ObjectModel | null, schema: OrgSchema): Column {
  const [first = '', ...rest] = parts;
  const key = first.toLowerCase();
  if (!rest.length) return plain(object?.fields.get(key)?.name ?? first);
  const lookup = object?.parentRelationships.get(key);
  const target = lookup?.reference?.to.length === 1 ? (lookup.reference.to[0] ?? '') : 'Name';
  const name = lookup?.reference?.relationshipName ?? first;
  return { ...plain(name), joinColumns: [pathColumn(rest, schema.object(target), schema)] };
}

function childColumn(query: SoqlQuery, object: ObjectModel | null, schema: OrgSchema): Column {
  const written = query.from[0]?.path.at(-1)?.text ?? '';
  const child = object?.childRelationships.get(written.toLowerCase());
  const joinColumns = columnsOf(query, schema.object(child?.object ?? ''), schema);
  return { ...plain(child?.name ?? written), aggregate: true, joinColumns };
}

function functionColumns(
  { call, alias }: Extract<SelectItem, { kind: 'function' }>,
  object: ObjectModel | null,
  unnamed: () => string,
): Column[] {
  if (call.name === 'FIELDS') return [...(object?.fields.values() ?? [])].map(({ name }) => plain(name));
  const columnName = alias?.text ?? unnamed();
  return [{ aggregate: true, columnName, displayName: displayName(call), joinColumns: [] }];
}

/** `count(Id)` */
function displayName({ name, arguments: given }: SoqlFunction): string {
  const texts = given.map((argument) => {
    if (argument.kind === 'field') return argument.field.parts.map(({ text }) => text).join('.');
    return argument.kind === 'function' ? displayName(argument.call) : '';
  });
  return `${name.toLowerCase()}(${texts.join(', ')})`;
}
