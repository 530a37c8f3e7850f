import type { ApiRequest } from '../back/reply.ts';

/** The API version that the local org knows; a path may name any. */
export const API_VERSION = '67.0';

export const DATA = `/services/data/v${API_VERSION}`;

/** `/services/data/v66.0`, with the version that the request names; with `/tooling` where it is for the Tooling API. */
export function dataPath({ path }: Pick<ApiRequest, 'path'>): string {
  return /^\/services\/data\/v\d+\.0(?:\/tooling)?/.exec(path)?.[0] ?? DATA;
}

/** `http://127.0.0.1:4020`, as the caller reaches the server. */
export function ownAddress({ headers }: Pick<ApiRequest, 'headers'>): string {
  return `http://${headers?.host ?? '127.0.0.1'}`;
}
