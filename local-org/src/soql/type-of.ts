import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { TypeOf } from '../syntax/soql.ts';
import {
  isProblem,
  resolveParent,
  type Hop,
  type QueryProblemOr,
  type QueryScope,
  type ResolvedField,
} from './scope.ts';

/** The polymorphic reference of a TYPEOF: `What`, `Task.What`. */
export function resolveTypeOf(scope: QueryScope, { field, span }: TypeOf): QueryProblemOr<ResolvedField> {
  const way = resolveParent(scope, field);
  if (isProblem(way)) return way;
  const last = way.at(-1);
  if (last?.isPolymorphic) {
    const hops = way.slice(0, -1);
    return { hops, object: hops.at(-1)?.target ?? scope.object, field: last.field };
  }
  const name = field.parts.map(({ text }) => text).join('.');
  return {
    code: 'soql/typeof',
    span,
    message: `TYPEOF needs a relationship to several objects, ${name} is none.`,
  };
}

/** Where the names of WHEN and ELSE are looked up. */
export function caseScope(schema: OrgSchema, object: ObjectModel): QueryScope {
  return { schema, object, aliases: new Map() };
}

/** The step to the records of one object that a polymorphic reference leads to. */
export function caseHop(field: FieldModel, target: ObjectModel): Hop {
  return { field, target, isPolymorphic: false };
}

/** The step to what ELSE sees: the pseudo-object `Name`. */
export function otherwiseHop(field: FieldModel, schema: OrgSchema): Hop {
  return { field, target: schema.object('Name')!, isPolymorphic: true };
}
