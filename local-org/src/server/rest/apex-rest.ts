import type { OrgHost } from '../back/org-host.ts';
import { Reply, type ApiRequest } from '../back/reply.ts';

const ROOT = '/services/apexrest';

/** A call of an Apex REST class; it answers with whatever it likes. */
export function apexRest(host: OrgHost, request: ApiRequest): Reply {
  const path = request.path.slice(ROOT.length);
  const { status, headers, body } = host.named('apex', `${request.method} ${request.path}`, () =>
    host.org.rest({
      method: request.method,
      path,
      params: request.query,
      headers: namedHeaders(request.headers ?? {}),
      ...(request.bytes ? { body: request.bytes } : {}),
      user: host.user(request).id,
    }),
  );
  return new Reply({ status, bytes: body, headers });
}

/** What Apex sees, in the usual spelling: `Content-Type`. How the caller logged in stays outside. */
function namedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const shown = Object.entries(headers).filter(([name]) => !['authorization', 'cookie'].includes(name));
  return Object.fromEntries(
    shown.map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()), value]),
  );
}
