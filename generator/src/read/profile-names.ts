/** Names in a mapping that lead to the endpoint profile or to the connection. */
import type { ts } from 'ts-morph';
import type { OperationModel, ResourceModel } from '../model/model.ts';
import { codes } from './codes.ts';
import type { ReadContext } from './context.ts';
import { text, unknownName } from './expect.ts';
import type { MappingScope } from './mapping-scope.ts';
import type { MappingHeader } from './system-index.ts';

/** The name of an operation of the resource; of a list operation where `kind` says so. */
export function operationName(
  ctx: ReadContext,
  resource: ResourceModel,
  node: ts.Expression,
  kind?: OperationModel['kind'],
): string | undefined {
  const name = text(ctx, node);
  const fitting = resource.operations.filter((one) => kind === undefined || one.kind === kind);
  if (name === undefined || fitting.some((one) => one.name === name)) return name;
  const thing = `The resource ${resource.name}`;
  return unknownName(
    ctx,
    node,
    name,
    kind === 'list' ? `Among its list operations, the resource ${resource.name}` : thing,
    fitting.map((one) => one.name),
    {
      code: codes.missingReference,
      why: 'Only operations of the endpoint profile can be called.',
      fix: 'Add the operation to the resource or name one that it has.',
    },
  );
}

/** The name of a query parameter of a mapping's list operation. Where there is none, any name will do. */
export function queryParameter(
  ctx: ReadContext,
  { resource, listOperation }: MappingHeader,
  node: ts.Expression,
): string | undefined {
  const name = text(ctx, node);
  if (name === undefined || listOperation === undefined) return name;
  const names = [...listOperation.query.map((one) => one.name), ...listOperation.pathParameters];
  if (names.includes(name)) return name;
  return unknownName(ctx, node, name, `The operation ${resource.name}.${listOperation.name}`, names, {
    code: codes.missingReference,
    why: 'The API ignores or rejects parameters that it does not know.',
    fix: 'Add the parameter to the operation’s query with its mark, or use one that is there.',
  });
}

/** The name of a field of the connection. */
export function connectionField(
  ctx: ReadContext,
  scope: MappingScope,
  node: ts.Expression,
): string | undefined {
  const name = text(ctx, node);
  const { connection } = scope;
  if (name === undefined || connection === undefined || connection.fields.has(name)) return name;
  return unknownName(ctx, node, name, connection.name, connection.fields.keys(), {
    code: codes.unknownField,
    why: 'Defaults and switches are fields of the connection.',
    fix: 'Declare the field in generator/mappings/core.',
  });
}
