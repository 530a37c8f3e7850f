import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import type { ChildRelationship, FieldModel, ObjectModel, OrgSchema } from '../schema/model.ts';
import type { Identifier } from '../syntax/ast.ts';
import type { FieldPath, SoqlQuery } from '../syntax/soql.ts';
import type { QueryProblem } from './problem.ts';

/** One step from a child to its parent. */
export interface Hop {
  /** The child's reference field. */
  readonly field: FieldModel;
  /** The parent's object; for a polymorphic reference the pseudo-object `Name`. */
  readonly target: ObjectModel;
  readonly isPolymorphic: boolean;
}

/** A field found by its path. */
export interface ResolvedField {
  readonly hops: readonly Hop[];
  /** The object that has the field. */
  readonly object: ObjectModel;
  readonly field: FieldModel;
}

/** What names mean inside of one query. */
export interface QueryScope {
  readonly schema: OrgSchema;
  readonly object: ObjectModel;
  /** In lower case; the way from the query's object. The query's own alias and object name have an empty way. */
  readonly aliases: ReadonlyMap<string, readonly Hop[]>;
}

/** A parent of a parent ... at most so many steps. */
const MAXIMUM_HOPS = 5;
const CUSTOM_HINT = (kind: string, name: string): string =>
  ` If you are attempting to use a custom ${kind}, be sure to append the '__c' after the ${name} name.` +
  ' Please reference your WSDL or the describe call for the appropriate names.';

export type QueryProblemOr<T> = T | QueryProblem;

export function isProblem(result: object): result is QueryProblem {
  return 'code' in result;
}

/** The scope of a whole query: its first FROM item is an object, the others are ways from it. */
export function scopeOf(query: SoqlQuery, schema: OrgSchema): QueryScope | QueryProblem {
  const name = query.from[0]!.path[0]!;
  const object = schema.object(name.text);
  if (!object?.isQueryable || query.from[0]!.path.length > 1) return unknownObject(name, schema);
  return withAliases(query, { schema, object, aliases: new Map() });
}

/** The scope of a child sub-query of `parent`: FROM names a child relationship. */
export function childScopeOf(query: SoqlQuery, parent: QueryScope): QueryScope | QueryProblem {
  const relationship = childRelationshipOf(query, parent);
  if (isProblem(relationship)) return relationship;
  const object = parent.schema.object(relationship.object);
  if (!object?.isQueryable) return unknownObject(query.from[0]!.path.at(-1)!, parent.schema);
  return withAliases(query, { schema: parent.schema, object, aliases: new Map() });
}

/** The child relationship that a sub-query names. */
export function childRelationshipOf(query: SoqlQuery, parent: QueryScope): ChildRelationship | QueryProblem {
  const { path } = query.from[0]!;
  const last = path.at(-1)!;
  const { childRelationships } = parent.object;
  const found = childRelationships.get(last.text.toLowerCase());
  if (found && path.length <= 2) return found;
  return {
    code: 'soql/unknown-relationship',
    span: last.span,
    message:
      `Didn't understand relationship '${last.text}' in FROM part of query call.` +
      " If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship" +
      ' name. Please reference your WSDL or the describe call for the appropriate names.',
    ...didYouMean(
      last.text,
      spellings(childRelationships.values(), (each) => each.name),
    ),
  };
}

/** Finds the field that a path names, through any number of parents. */
export function resolveField(scope: QueryScope, path: FieldPath): ResolvedField | QueryProblem {
  const way = resolveWay(scope, path.parts.slice(0, -1), path);
  if (isProblem(way)) return way;
  const object = way.at(-1)?.target ?? scope.object;
  const last = path.parts.at(-1)!;
  const field = object.fields.get(last.text.toLowerCase());
  return field ? { hops: way, object, field } : unknownField(last, object);
}

/** `account.name` with the names that the schema has; as written when the path is wrong. */
export function keyOfPath(path: FieldPath, { scope }: { readonly scope: QueryScope }): string {
  const found = resolveField(scope, path);
  if (isProblem(found)) return path.parts.map(({ text }) => text.toLowerCase()).join('.');
  return [...found.hops.map((hop) => hop.field.name), found.field.name].join('.').toLowerCase();
}

/** Finds the way to the parent that a path of relationships alone names. */
export function resolveParent(scope: QueryScope, path: FieldPath): QueryProblemOr<readonly Hop[]> {
  return resolveWay(scope, path.parts, path);
}

function resolveWay(
  scope: QueryScope,
  parts: readonly Identifier[],
  path: { readonly span: FieldPath['span'] },
): readonly Hop[] | QueryProblem {
  let hops: readonly Hop[] = [];
  for (const [at, part] of parts.entries()) {
    const start = at === 0 ? startOf(scope, part.text) : null;
    if (start) {
      hops = start;
      continue;
    }
    const hop = hopOf(scope.schema, hops.at(-1)?.target ?? scope.object, part);
    if (isProblem(hop)) return hop;
    hops = [...hops, hop];
  }
  if (hops.length <= MAXIMUM_HOPS) return hops;
  const message = `A query may follow at most ${MAXIMUM_HOPS} relationships from child to parent, this one follows ${hops.length}.`;
  return { code: 'soql/depth', span: path.span, message };
}

/** An alias or the object's own name in front of a path; a relationship of the same name wins over the latter. */
function startOf(scope: QueryScope, name: string): readonly Hop[] | null {
  const key = name.toLowerCase();
  const alias = scope.aliases.get(key);
  if (alias) return alias;
  if (scope.object.parentRelationships.has(key)) return null;
  return scope.schema.object(name) === scope.object ? [] : null;
}

function hopOf(schema: OrgSchema, object: ObjectModel, part: Identifier): Hop | QueryProblem {
  const field = object.parentRelationships.get(part.text.toLowerCase());
  const to = field?.reference?.to ?? [];
  const isPolymorphic = to.length !== 1;
  const target = field && schema.object(isPolymorphic ? 'Name' : to[0]!);
  if (field && target) return { field, target, isPolymorphic };
  return {
    code: 'soql/unknown-relationship',
    span: part.span,
    message:
      `Didn't understand relationship '${part.text}' in field path.` +
      " If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship" +
      ' name. Please reference your WSDL or the describe call for the appropriate names.',
    ...didYouMean(
      part.text,
      spellings(object.parentRelationships.values(), (each) => each.reference!.relationshipName!),
    ),
  };
}

function withAliases(query: SoqlQuery, root: QueryScope): QueryScope | QueryProblem {
  const aliases = new Map<string, readonly Hop[]>();
  const scope = { ...root, aliases };
  for (const [at, item] of query.from.entries()) {
    const way = at === 0 ? [] : resolveWay(scope, item.path, { span: item.path[0]!.span });
    if (isProblem(way)) return way;
    if (item.alias) aliases.set(item.alias.text.toLowerCase(), way);
  }
  return scope;
}

/** The refusal of an object that does not exist or that the user may not see. */
export function unknownObject(name: Identifier, schema: OrgSchema): QueryProblem {
  // Only the near ones are looked at closely: making every object of the platform takes long.
  const names = nearest(name.text, schema.objects.keys()).map((each) => schema.object(each)?.name ?? each);
  const message = `sObject type '${name.text}' is not supported.${CUSTOM_HINT('object', 'entity')}`;
  return { code: 'soql/unknown-object', span: name.span, message, ...didYouMean(name.text, names) };
}

/** The refusal of a field that does not exist or that the user may not see. */
export function unknownField(name: Identifier, object: ObjectModel): QueryProblem {
  const names = spellings(object.fields.values(), (each) => each.name);
  const message = `No such column '${name.text}' on entity '${object.name}'.${CUSTOM_HINT('field', 'custom field')}`;
  return { code: 'soql/unknown-field', span: name.span, message, ...didYouMean(name.text, names) };
}

function spellings<T>(values: Iterable<T>, nameOf: (value: T) => string): string[] {
  return [...values].map(nameOf);
}
