import type * as ast from '../../syntax/ast.ts';
import type { Type } from '../../types/type.ts';
import type { Scope } from '../checker.ts';
import { isAnySObject } from '../convert.ts';
import { findStatic, hasStaticMember } from '../static-names.ts';
import type { Denotation } from './denotation.ts';
import { findField, findParent } from './record.ts';

/*
 * A name in front of a `.` is a variable if there is one that has what follows; else it is a type that has it. So
 * `Season.WINTER` works beside a variable `season`.
 */

/** What `name.member` is a member of. */
export function targetWithMember(
  target: Denotation,
  node: ast.Expression,
  member: string,
  scope: Scope,
): Denotation {
  if (target.kind !== 'value' || node.kind !== 'name' || hasMember(target.value.type, member, scope))
    return target;
  const other = findStatic(node.name.text, scope);
  return other && hasStaticMember(other, member, scope) ? other : target;
}

/** What `name.method(...)` is a method of. */
export function targetWithMethod(
  target: Denotation,
  node: ast.Expression,
  method: string,
  scope: Scope,
): Denotation {
  if (target.kind !== 'value' || node.kind !== 'name') return target;
  const { type } = target.value;
  if (type.kind === 'unknown' || scope.world.methods(type, method, false).length > 0) return target;
  const other = findStatic(node.name.text, scope);
  const isOther =
    other?.kind === 'static' && other.type && scope.world.methods(other.type, method, true).length > 0;
  return isOther ? other : target;
}

function hasMember(type: Type, name: string, scope: Scope): boolean {
  if (type.kind === 'unknown') return true;
  if (type.kind !== 'sobject') return scope.world.field(type, name, false) !== null;
  if (isAnySObject(type)) return name.toLowerCase() === 'id';
  const object = scope.world.schema.object(type.name);
  if (!object) return true;
  const isField = findField(object, name) ?? findParent(object, name);
  return isField !== null || object.childRelationships.has(name.toLowerCase());
}
