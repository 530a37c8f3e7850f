import { throwApex } from '../../runtime/faults.ts';
import type { FieldInfo, RuntimeType } from '../../runtime/types.ts';

const known = new WeakMap<RuntimeType, readonly FieldInfo[]>();

/** The fields of a class that JSON holds, inherited ones first: no static and no transient ones. */
export function fieldsOf(type: RuntimeType): readonly FieldInfo[] {
  const cached = known.get(type);
  if (cached) return cached;
  const inherited = type.classInfo?.superType ? fieldsOf(type.classInfo.superType) : [];
  const own = (type.classInfo?.fields ?? []).filter((field) => !field.isStatic && !field.isTransient);
  const fields = [
    ...inherited.filter((field) => !own.some((other) => other.jsName === field.jsName)),
    ...own,
  ];
  known.set(type, fields);
  return fields;
}

/**
 * Obeys `@JsonAccess(serializable='never')`. `sameNamespace` and `samePackage` always hold, since a project is one
 * namespace. Throws `System.JSONException`.
 */
export function checkAccess(type: RuntimeType, which: 'serializable' | 'deserializable'): void {
  const access = type.classInfo?.annotations.find(({ name }) => name.toLowerCase() === 'jsonaccess');
  const entry = Object.entries(access?.arguments ?? {}).find(([name]) => name.toLowerCase() === which);
  if (String(entry?.[1]).toLowerCase() !== 'never') return;
  throwApex(
    'System.JSONException',
    `Class ${type.name} is not ${which} as JSON, its JsonAccess annotation says never`,
  );
}
