import type { ObjectModel } from '../schema/model.ts';
import type { FieldPath, TypeOf } from '../syntax/soql.ts';
import { isAggregateQuery, type CheckContext } from './check.ts';
import { checkField } from './check-select.ts';
import { isProblem, resolveField, unknownObject, type ResolvedField } from './scope.ts';
import { caseScope, otherwiseHop, resolveTypeOf } from './type-of.ts';

type Case = TypeOf['cases'][number];

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
export function checkTypeOf(typeOf: TypeOf, context: CheckContext): void {
  const refuse = (message: string): void =>
    context.report({ code: 'soql/typeof', span: typeOf.span, message });
  if (context.place === 'semiJoin') refuse('TYPEOF is not allowed in a semi join sub-select.');
  if (isAggregateQuery(context.query)) {
    refuse('TYPEOF is not allowed in a query with GROUP BY or aggregate functions.');
  }
  const found = resolveTypeOf(context.scope, typeOf);
  if (isProblem(found)) return context.report(found);
  if (isSelectedToo(found, context)) {
    refuse(`${found.field.reference!.relationshipName} can not be in TYPEOF and in the fields of SELECT.`);
  }
  const seen = new Set<ObjectModel>();
  for (const each of typeOf.cases) checkCase(each, found, seen, context);
  const { target } = otherwiseHop(found.field, context.scope.schema);
  if (typeOf.otherwise) checkFields(typeOf.otherwise, target, context);
}

function checkCase(
  { object: name, fields }: Case,
  { field }: ResolvedField,
  seen: Set<ObjectModel>,
  context: CheckContext,
): void {
  const { schema } = context.scope;
  const object = schema.object(name.text);
  if (!object?.isQueryable) return context.report(unknownObject(name, schema));
  const targets = field.reference?.to ?? [];
  const refuse = (message: string): void => context.report({ code: 'soql/typeof', span: name.span, message });
  if (targets.length > 0 && !targets.includes(object.name)) {
    refuse(`${field.reference!.relationshipName} never is ${object.name}.`);
  }
  if (seen.has(object)) refuse(`TYPEOF has WHEN ${object.name} twice.`);
  seen.add(object);
  checkFields(fields, object, context);
}

function checkFields(fields: readonly FieldPath[], object: ObjectModel, context: CheckContext): void {
  const scope = caseScope(context.scope.schema, object);
  for (const field of fields) checkField(field, { ...context, scope });
}

function isSelectedToo({ hops, field }: ResolvedField, { query, scope }: CheckContext): boolean {
  return query.select.some((item) => {
    const found = item.kind === 'field' ? resolveField(scope, item.field) : null;
    if (!found || isProblem(found)) return false;
    return (
      found.hops[hops.length]?.field === field && hops.every((hop, at) => found.hops[at]!.field === hop.field)
    );
  });
}
