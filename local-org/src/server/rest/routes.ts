import { isOfTooling } from '../../schema/standard/tooling-objects.ts';
import type { OrgHost } from '../back/org-host.ts';
import { notFound, type ApiRequest } from '../back/reply.ts';
import type { Router } from '../back/router.ts';
import type { Session } from '../ui-api/session.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { executeAnonymous, soap } from './anonymous.ts';
import { apexRest } from './apex-rest.ts';
import {
  deleteCollection,
  readCollection,
  saveCollection,
  upsertCollection,
  wantedOf,
} from './collections.ts';
import { batch, composite } from './composite.ts';
import { basicInformation, describe, describeGlobal } from './describe.ts';
import { listOf } from '../ui-api/records.ts';
import { query, queryMore } from './query.ts';
import { content, create, erase, eraseByKey, read, readByKey, update, upsert } from './records.ts';
import { identity, limits, resources, userInfo, versions } from './resources.ts';
import { search } from './search.ts';
import { runTestsAsynchronous, runTestsSynchronous } from './tests.ts';
import { saveTree } from './tree.ts';
import { DATA, dataPath } from './version.ts';

type Parts = Readonly<Record<string, string>>;
type Work = (session: Session, request: ApiRequest, parts: Parts) => unknown;

/** What an object has on the platform and would be taken for an id here. */
const MISSING_PARTS = ['updated', 'deleted', 'listviews', 'quickActions', 'namedLayouts', 'eventSchema'];

/** Salesforce's REST API, the Tooling API as far as tests and anonymous Apex need it, and Apex REST. */
export function restRoutes(router: Router<OrgHost>): void {
  orgRoutes(router);
  queryRoutes(router);
  router.add('GET', `${DATA}/tooling/sobjects/ApexLog/{id}/Body`, (host, _request, { id = '' }) =>
    host.debugLogs.body(id),
  );
  // The tooling objects that the local org has are objects like any other.
  for (const base of [DATA, `${DATA}/tooling`]) recordRoutes(router, base);
  compositeRoutes(router);
  toolingRoutes(router);
  bulkRoutes(router);
  for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])
    router.add(method, '/services/apexrest/{path*}', apexRest);
}

function orgRoutes(router: Router<OrgHost>): void {
  router
    .add('GET', '/services/data', versions)
    .add('GET', DATA, resources)
    .add('GET', `${DATA}/limits`, limits)
    .add('GET', `${DATA}/search`, search)
    .add('GET', '/services/oauth2/userinfo', userInfo)
    .add('GET', '/id/{org}/{user}', (host, request, { org = '', user = '' }) =>
      identity(host, request, { org, user }),
    );
}

function queryRoutes(router: Router<OrgHost>): void {
  for (const base of [DATA, `${DATA}/tooling`]) {
    router
      .add('GET', `${base}/query`, (host, request) => query(host, request, false))
      .add('GET', `${base}/queryAll`, (host, request) => query(host, request, true))
      .add('GET', `${base}/query/{locator}`, (host, request, { locator = '' }) =>
        queryMore(host, request, locator),
      );
  }
}

function recordRoutes(router: Router<OrgHost>, base: string): void {
  const isTooling = base !== DATA;
  const add = (method: string, path: string, work: Work, isQuiet = false): void =>
    void router.add(method, `${base}/sobjects${path}`, (host, request, parts) =>
      host.transact(
        request,
        (session) => {
          if (!isTooling && isOfTooling(parts.object ?? ''))
            throw notFound('The requested resource does not exist');
          return work(session, request, parts);
        },
        isQuiet,
      ),
    );
  const key = ({
    object = '',
    field = '',
    value = '',
  }: Parts): Record<'object' | 'field' | 'value', string> => ({
    object,
    field,
    value,
  });
  add('GET', '', (session, request) => describeGlobal(session, dataPath(request), isTooling), true);
  add(
    'GET',
    '/{object}',
    (session, request, { object = '' }) => basicInformation(session, object, dataPath(request)),
    true,
  );
  add('POST', '/{object}', (session, { body }, { object = '' }) => create(session, object, body));
  add(
    'GET',
    '/{object}/describe',
    (session, request, { object = '' }) => describe(session, object, dataPath(request)),
    true,
  );
  for (const name of MISSING_PARTS) {
    add('GET', `/{object}/${name}`, () => {
      throw notFound(`The local org does not have the resource “${name}” of an object.`);
    });
  }
  add('GET', '/{object}/{id}', (session, request, { object = '', id = '' }) =>
    read(session, { object, id, fields: request.query.fields }, dataPath(request)),
  );
  add('PATCH', '/{object}/{id}', (session, { body }, { object = '', id = '' }) =>
    update(session, object, id, body),
  );
  add('DELETE', '/{object}/{id}', (session, _request, { object = '', id = '' }) =>
    erase(session, object, id),
  );
  add('GET', '/{object}/{field}/{value}', (session, request, parts) => {
    const { object = '', field = '', value = '' } = parts;
    const isRecord =
      session.schema.object(object)?.keyPrefix === field.slice(0, 3) && /^\w{15,18}$/.test(field);
    if (isRecord) return content(session, object, field, value);
    return readByKey(session, key(parts), request.query.fields, dataPath(request));
  });
  add('PATCH', '/{object}/{field}/{value}', (session, { body }, parts) => upsert(session, key(parts), body));
  add('DELETE', '/{object}/{field}/{value}', (session, _request, parts) => eraseByKey(session, key(parts)));
}

function compositeRoutes(router: Router<OrgHost>): void {
  const sobjects = `${DATA}/composite/sobjects`;
  const add = (method: string, path: string, work: Work): void =>
    void router.add(method, path, (host, request, parts) =>
      host.transact(request, (session) => work(session, request, parts)),
    );
  router.add('POST', `${DATA}/composite`, composite).add('POST', `${DATA}/composite/batch`, batch);
  add('POST', `${DATA}/composite/tree/{object}`, (session, { body }, { object = '' }) =>
    saveTree(session, object, body),
  );
  add('POST', sobjects, (session, { body }) => saveCollection(session, 'insert', body));
  add('PATCH', sobjects, (session, { body }) => saveCollection(session, 'update', body));
  add('DELETE', sobjects, (session, { query: { ids, allOrNone } }) =>
    deleteCollection(session, ids, allOrNone === 'true'),
  );
  add('PATCH', `${sobjects}/{object}/{field}`, (session, { body }, { object = '', field = '' }) =>
    upsertCollection(session, object, field, body),
  );
  add('GET', `${sobjects}/{object}`, (session, request, { object = '' }) => {
    const { ids, fields } = request.query;
    return readCollection(session, object, { ids: listOf(ids), fields: listOf(fields) }, dataPath(request));
  });
  add('POST', `${sobjects}/{object}`, (session, request, { object = '' }) =>
    readCollection(session, object, wantedOf(request.body), dataPath(request)),
  );
}

function toolingRoutes(router: Router<OrgHost>): void {
  router
    .add('GET', `${DATA}/tooling/executeAnonymous`, executeAnonymous)
    .add('POST', `${DATA}/tooling/runTestsSynchronous`, runTestsSynchronous)
    .add('POST', `${DATA}/tooling/runTestsAsynchronous`, runTestsAsynchronous)
    .add('POST', '/services/Soap/{path*}', soap);
}
