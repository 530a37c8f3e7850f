import type { Span } from '../../diagnostics/diagnostic.ts';
import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { isAnySObject } from '../convert.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { recordsIn } from './dml.ts';

interface ExternalId {
  readonly object: string;
  readonly field: string;
}

/** The field behind `upsert records`: `Key__c`, `Account.Key__c`, `Account.Fields.Key__c`. */
export function checkExternalId(node: ast.Expression, records: Type, scope: Scope): ExternalId | null {
  const path = dottedPath(node);
  if (!path) return wrong('A field is wanted here, e.g. `Account.Key__c`.', node.span, scope);
  if (records.kind === 'unknown') return null;
  const written = path.slice(0, -1).filter((part) => !isFiller(part));
  const object = written.at(-1) ?? objectOf(records, scope);
  if (object === null) {
    return wrong('An upsert by a field needs records of one object, not SObject.', node.span, scope);
  }
  return fieldOf(object, path.at(-1)!, node.span, scope);
}

function dottedPath(node: ast.Expression): readonly string[] | null {
  const parts: string[] = [];
  let inner = node;
  for (;;) {
    if (inner.kind === 'name') return [inner.name.text, ...parts];
    if (inner.kind !== 'member') return null;
    parts.unshift(inner.name.text);
    inner = inner.target;
  }
}

function isFiller(part: string): boolean {
  return ['schema', 'fields', 'sobjecttype'].includes(part.toLowerCase());
}

function objectOf(records: Type, scope: Scope): string | null {
  const type = records.kind === 'sobject' ? records : recordsIn(records, scope);
  return type?.kind === 'sobject' && !isAnySObject(type) ? type.name : null;
}

function fieldOf(objectName: string, fieldName: string, span: Span, scope: Scope): ExternalId | null {
  const object = scope.world.schema.object(objectName);
  if (!object) return wrong(`There is no object '${objectName}'.`, span, scope, 'name/unknown-object');
  const names = withNamespace(fieldName, scope.world.namespace);
  const field = names
    .map((name) => object.fields.get(name.toLowerCase()))
    .find((found) => found !== undefined);
  if (!field) {
    const near = didYouMean(
      fieldName,
      [...object.fields.values()].map((each) => each.name),
    );
    scope.report({
      code: 'name/unknown-field',
      span,
      message: `${object.name} has no field '${fieldName}'.`,
      ...near,
    });
    return null;
  }
  if (field.isCustom && !field.isExternalId) {
    return wrong(
      `${object.name}.${field.name} is no external id, so nothing can be upserted by it.`,
      span,
      scope,
    );
  }
  return { object: object.name, field: field.name };
}

function withNamespace(name: string, namespace: string | null): readonly string[] {
  return namespace === null ? [name] : [name, `${namespace}__${name}`];
}

function wrong(message: string, span: Span, scope: Scope, code = 'type/dml'): null {
  scope.report({ code, span, message });
  return null;
}
