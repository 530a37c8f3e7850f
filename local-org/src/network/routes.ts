import type { CalloutHandler } from '../runtime/callout.ts';

/** Addresses by what they are led to: `https://billing.example` to `http://127.0.0.1:4010`. */
export type CalloutRoutes = Readonly<Record<string, string>>;

/** A handler whose requests go to other addresses than Apex names, so that an org can keep the addresses of production. */
export function routed(handler: CalloutHandler, routes: CalloutRoutes): CalloutHandler {
  const list = Object.entries(routes).map(([from, to]) => [withoutSlash(from), withoutSlash(to)] as const);
  return (request) => {
    const route = list.find(([from]) => isBelow(request.url, from));
    return handler(route ? { ...request, url: route[1] + request.url.slice(route[0].length) } : request);
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

function isBelow(url: string, from: string): boolean {
  return url.toLowerCase().startsWith(from.toLowerCase()) && /^($|[/?#])/.test(url.slice(from.length));
}
