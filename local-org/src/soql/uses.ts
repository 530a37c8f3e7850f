import { selectOf } from './fields-function.ts';
import type { Span } from '../diagnostics/diagnostic.ts';
import type { FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { FieldPath, SoqlCondition, SoqlFunction, SoqlQuery, TypeOf } from '../syntax/soql.ts';
import { fieldsIn } from './functions.ts';
import {
  childScopeOf,
  isProblem,
  resolveField,
  scopeOf,
  type QueryProblemOr,
  type QueryScope,
  type ResolvedField,
} from './scope.ts';
import { caseScope, resolveTypeOf } from './type-of.ts';

/** An object or a field that a query reads. */
export interface FieldUse {
  readonly object: ObjectModel;
  /** Null for the object of a FROM clause. */
  readonly field: FieldModel | null;
  /** In SELECT or FROM. */
  readonly isSelected: boolean;
  readonly span: Span;
}

/** Everything that a query reads: references on the way to a parent, sub-queries and semi-joins included. */
export function usesOf(query: SoqlQuery, schema: OrgSchema): FieldUse[] {
  const uses: FieldUse[] = [];
  collect(query, scopeOf(query, schema), uses);
  return uses;
}

function collect(query: SoqlQuery, scope: QueryProblemOr<QueryScope>, uses: FieldUse[]): void {
  // What the query's check has refused is not run.
  if (isProblem(scope)) return;
  uses.push({ object: scope.object, field: null, isSelected: true, span: query.span });
  const take = (paths: readonly FieldPath[], isSelected: boolean): void => {
    for (const path of paths) takePath(path, scope, isSelected, uses);
  };
  for (const item of selectOf(query, scope.object)) {
    if (item.kind === 'field') take([item.field], true);
    else if (item.kind === 'function') take(fieldsIn(item.call), true);
    else if (item.kind === 'subquery') collect(item.query, childScopeOf(item.query, scope), uses);
    else takeTypeOf(item.typeOf, scope, uses);
  }
  const takeSide = (side: { field?: FieldPath; call?: SoqlFunction }): void =>
    take(side.field ? [side.field] : side.call ? fieldsIn(side.call) : [], false);
  for (const item of query.groupBy?.items ?? []) takeSide(item);
  for (const { by } of query.orderBy) takeSide(by);
  for (const condition of [query.where, query.having]) {
    if (condition) walk(condition, takeSide, (inner) => collect(inner, scopeOf(inner, scope.schema), uses));
  }
}

function takeTypeOf(typeOf: TypeOf, scope: QueryScope, uses: FieldUse[]): void {
  const found = resolveTypeOf(scope, typeOf);
  if (isProblem(found)) return;
  takeSteps(found, scope, true, typeOf.span, uses);
  for (const { object: name, fields } of typeOf.cases) {
    const object = scope.schema.object(name.text);
    if (!object) continue;
    uses.push({ object, field: null, isSelected: true, span: name.span });
    for (const path of fields) takePath(path, caseScope(scope.schema, object), true, uses);
  }
}

function takePath(path: FieldPath, scope: QueryScope, isSelected: boolean, uses: FieldUse[]): void {
  const found = resolveField(scope, path);
  // An alias of the SELECT list, which was taken there.
  if (isProblem(found)) return;
  takeSteps(found, scope, isSelected, path.span, uses);
}

function takeSteps(
  found: ResolvedField,
  scope: QueryScope,
  isSelected: boolean,
  span: Span,
  uses: FieldUse[],
): void {
  let { object } = scope;
  for (const hop of found.hops) {
    uses.push({ object, field: hop.field, isSelected, span });
    object = hop.target;
  }
  uses.push({ object: found.object, field: found.field, isSelected, span });
}

function walk(
  condition: SoqlCondition,
  takeSide: (side: { field?: FieldPath; call?: SoqlFunction }) => void,
  enter: (query: SoqlQuery) => void,
): void {
  if (condition.kind === 'not') return walk(condition.condition, takeSide, enter);
  if (condition.kind !== 'comparison') {
    for (const each of condition.conditions) walk(each, takeSide, enter);
    return;
  }
  takeSide(condition.left);
  if (condition.right.kind === 'subquery') enter(condition.right.query);
}
