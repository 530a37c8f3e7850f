import type { ClassInfo, MethodInfo } from '../types.ts';

/** An Apex class with `@RestResource`. */
export interface RestResource {
  readonly info: ClassInfo;
  /** As the class writes it: `/orders/*`. */
  readonly mapping: string;
  /** By HTTP method. */
  readonly methods: ReadonlyMap<string, MethodInfo>;
}

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

export function restResources(classes: Iterable<ClassInfo>): RestResource[] {
  return [...classes].flatMap((info) => {
    const mapping = info.annotations.find(({ name }) => name === 'restresource')?.arguments.urlmapping;
    if (typeof mapping !== 'string') return [];
    const methods = info.methods.flatMap((method): [string, MethodInfo][] => {
      const verb = METHODS.find((each) =>
        method.annotations.some(({ name }) => name === `http${each.toLowerCase()}`),
      );
      return verb ? [[verb, method]] : [];
    });
    return [{ info, mapping, methods: new Map(methods) }];
  });
}

/**
 * The resource that answers a path below `/services/apexrest`: an exact mapping before one with a star, a longer one
 * before a shorter. Paths are compared with case, as the platform does.
 */
export function resourceOf(path: string, resources: readonly RestResource[]): RestResource | null {
  const fitting = resources.filter(({ mapping }) => {
    if (!mapping.endsWith('*')) return mapping === path;
    const start = mapping.slice(0, -1);
    return path.startsWith(start) || path === start.replace(/\/$/, '');
  });
  const rank = ({ mapping }: RestResource): number =>
    (mapping.endsWith('*') ? 0 : 1_000_000) + mapping.length;
  return fitting.sort((one, other) => rank(other) - rank(one))[0] ?? null;
}
