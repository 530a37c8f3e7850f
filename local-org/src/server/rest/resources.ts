import type { OrgHost } from '../back/org-host.ts';
import type { ApiRequest } from '../back/reply.ts';
import { notFound } from '../back/reply.ts';
import { API_VERSION, DATA, dataPath, ownAddress } from './version.ts';

/** `GET /services/data` */
export function versions(): object[] {
  return [{ label: 'Local org', url: DATA, version: API_VERSION }];
}

/** `GET /services/data/vNN.0`: what there is. */
export function resources(host: OrgHost, request: ApiRequest): object {
  const base = dataPath(request);
  return {
    composite: `${base}/composite`,
    identity: identityUrl(host, request),
    'jobs/ingest': `${base}/jobs/ingest`,
    'jobs/query': `${base}/jobs/query`,
    limits: `${base}/limits`,
    query: `${base}/query`,
    queryAll: `${base}/queryAll`,
    search: `${base}/search`,
    sobjects: `${base}/sobjects`,
    tooling: `${base}/tooling`,
  };
}

/** `GET .../limits`: those that the local org counts. */
export function limits(host: OrgHost): object {
  const { allowance, now } = kernelOf(host);
  const { dailyExecutions } = allowance.limits;
  const remaining = dailyExecutions - allowance.used(now);
  return { DailyAsyncApexExecutions: { Max: dailyExecutions, Remaining: remaining } };
}

function kernelOf(host: OrgHost): { allowance: OrgHost['org']['kernel']['allowance']; now: number } {
  const { kernel } = host.org;
  return { allowance: kernel.allowance, now: kernel.now() };
}

function identityUrl(host: OrgHost, request: ApiRequest): string {
  return `${ownAddress(request)}/id/${host.org.kernel.organization.id}/${host.user(request).id}`;
}

/** `GET /id/{organization}/{user}`: only of the caller itself. */
export function identity(host: OrgHost, request: ApiRequest, path: { org: string; user: string }): object {
  const user = host.user(request);
  const { organization } = host.org.kernel;
  if (path.org !== organization.id || path.user !== user.id) throw notFound();
  return {
    id: identityUrl(host, request),
    asserted_user: true,
    username: user.userName,
    nick_name: user.userName,
    display_name: user.name,
    ...person(host, request),
    is_app_installed: true,
    mobile_phone_verified: false,
  };
}

/** `GET /services/oauth2/userinfo` */
export function userInfo(host: OrgHost, request: ApiRequest): object {
  const user = host.user(request);
  return {
    sub: identityUrl(host, request),
    preferred_username: user.userName,
    nickname: user.userName,
    name: user.name,
    zoneinfo: user.timeZone,
    ...person(host, request),
  };
}

function person(host: OrgHost, request: ApiRequest): object {
  const user = host.user(request);
  const address = ownAddress(request);
  return {
    user_id: user.id,
    organization_id: host.org.kernel.organization.id,
    email: user.email,
    email_verified: true,
    active: true,
    user_type: user.userType.toUpperCase(),
    language: user.language,
    locale: user.locale,
    urls: {
      rest: `${address}/services/data/v{version}/`,
      sobjects: `${address}/services/data/v{version}/sobjects/`,
      query: `${address}/services/data/v{version}/query/`,
      tooling_rest: `${address}/services/data/v{version}/tooling/`,
    },
  };
}
