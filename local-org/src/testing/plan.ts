import type { ClassInfo } from '../runtime/types.ts';
import { testMethods, type MethodFilter } from './run-class.ts';

/** Which tests to run: by class and method, without case; a star stands for any text. */
export interface TestSelection {
  readonly classes?: readonly string[];
  readonly methods?: readonly string[];
}

function matcher(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (!patterns?.length) return () => true;
  const expressions = patterns.map((pattern) => {
    const text = pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    return new RegExp(`^${text}$`, 'i');
  });
  return (name) => expressions.some((expression) => expression.test(name));
}

export function methodFilter(selection: TestSelection): MethodFilter {
  const matches = matcher(selection.methods);
  return (method) => matches(method.name);
}

/** Test classes that have something to run, by name. */
export function selectClasses(classes: Iterable<ClassInfo>, selection: TestSelection): ClassInfo[] {
  const matches = matcher(selection.classes);
  const filter = methodFilter(selection);
  return [...classes]
    .filter((info) => info.isTest && (matches(info.name) || matches(info.fullName)))
    .filter((info) => testMethods(info, filter).length > 0)
    .sort((one, other) => (one.fullName < other.fullName ? -1 : 1));
}
