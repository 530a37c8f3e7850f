import type { ApiRequest } from './reply.ts';

export type Handler<Context> = (
  context: Context,
  request: ApiRequest,
  parts: Readonly<Record<string, string>>,
) => unknown;

interface Route<Context> {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly handler: Handler<Context>;
}

/**
 * Finds handlers by method and path; `{name}` in a pattern stands for one part of the path, `{name*}` at its end for
 * all that follow. Of patterns that fit, the first that was added is taken.
 */
export class Router<Context> {
  readonly #routes: Route<Context>[] = [];

  add(method: string, pattern: string, handler: Handler<Context>): this {
    this.#routes.push({ method, pattern: partsOf(pattern), handler });
    return this;
  }

  /** Null when no pattern fits the path. `allowed` are the methods of the path when the method is another one. */
  find({ method, path }: Pick<ApiRequest, 'method' | 'path'>): Found<Context> | null {
    const fitting = this.#routes.flatMap((route) => {
      const parts = fit(route.pattern, partsOf(path));
      return parts ? [{ route, parts }] : [];
    });
    const chosen = fitting.find(({ route }) => route.method === method);
    if (chosen) return { handler: chosen.route.handler, parts: chosen.parts, allowed: [] };
    return fitting.length
      ? { handler: null, parts: {}, allowed: fitting.map(({ route }) => route.method) }
      : null;
  }
}

export interface Found<Context> {
  readonly handler: Handler<Context> | null;
  readonly parts: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function fit(pattern: readonly string[], path: readonly string[]): Record<string, string> | null {
  const rest = /^\{(\w+)\*\}$/.exec(pattern.at(-1) ?? '')?.[1];
  if (rest === undefined ? pattern.length !== path.length : pattern.length > path.length + 1) return null;
  const found: Record<string, string> = {};
  if (rest !== undefined) found[rest] = path.slice(pattern.length - 1).join('/');
  for (const [at, part] of (rest === undefined ? pattern : pattern.slice(0, -1)).entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const actual = decodeURIComponent(path[at] ?? '');
    if (name !== undefined) found[name] = actual;
    else if (part !== actual && !(isVersion(part) && isVersion(actual))) return null;
  }
  return found;
}

/** Any API version will do. */
function isVersion(part: string): boolean {
  return /^v\d+\.0$/.test(part);
}
