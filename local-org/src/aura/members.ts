import type { AnnotationInfo, FieldInfo, MethodInfo, RuntimeType } from '../runtime/types.ts';

/** `@AuraEnabled` of a member; undefined when it has none. */
export function auraEnabled(member: {
  readonly annotations: readonly AnnotationInfo[];
}): AnnotationInfo | undefined {
  return member.annotations.find(({ name }) => name === 'auraenabled');
}

/** The fields and properties that components see, inherited ones first. */
export function visibleFields(type: RuntimeType): FieldInfo[] {
  const inherited = type.superType ? visibleFields(type.superType) : [];
  const own = (type.classInfo?.fields ?? []).filter((field) => !field.isStatic && auraEnabled(field));
  return [...inherited.filter((field) => !own.some((other) => other.jsName === field.jsName)), ...own];
}

/** Getters that components see as values: `getLabel()` is `label`. */
export function visibleGetters(type: RuntimeType): MethodInfo[] {
  const inherited = type.superType ? visibleGetters(type.superType) : [];
  const own = (type.classInfo?.methods ?? []).filter(
    (method) =>
      !method.isStatic && auraEnabled(method) && method.parameters.length === 0 && /^get./i.test(method.name),
  );
  return [...inherited.filter((method) => !own.some((other) => other.jsName === method.jsName)), ...own];
}
