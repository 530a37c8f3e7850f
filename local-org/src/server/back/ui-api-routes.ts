import { listInfo, listInfos, listRecords } from '../ui-api/lists.ts';
import { objectInfo, picklistValues } from '../ui-api/object-info.ts';
import { recordUi } from '../ui-api/record-ui.ts';
import { createRecord, deleteRecord, getRecord, listOf, updateRecord } from '../ui-api/records.ts';
import { relatedListRecords } from '../ui-api/related-lists.ts';
import { search } from '../ui-api/search.ts';
import type { OrgHost } from './org-host.ts';
import { Created } from './reply.ts';
import type { Router } from './router.ts';

const BASE = '/services/data/v67.0/ui-api';

/** Salesforce's User Interface API, as far as pages need it. */
export function uiApiRoutes(router: Router<OrgHost>): void {
  router
    .add('GET', `${BASE}/records/{id}`, (host, request, { id = '' }) =>
      host.transact(request, (session) => getRecord(session, id, request.query)),
    )
    .add(
      'POST',
      `${BASE}/records`,
      (host, request) =>
        new Created(host.transact(request, (session) => createRecord(session, request.body))),
    )
    .add('PATCH', `${BASE}/records/{id}`, (host, request, { id = '' }) =>
      host.transact(request, (session) => updateRecord(session, id, request.body)),
    )
    .add('DELETE', `${BASE}/records/{id}`, (host, request, { id = '' }) =>
      host.transact(request, (session) => deleteRecord(session, id)),
    )
    .add('GET', `${BASE}/record-ui/{ids}`, (host, request, { ids = '' }) => {
      for (const id of listOf(ids)) host.noteView(host.user(request).id, id);
      return host.transact(request, (session) => recordUi(session, ids, request.query));
    })
    .add('GET', `${BASE}/object-info/{name}`, (host, request, { name = '' }) =>
      host.transact(request, (session) => objectInfo(session, name), true),
    )
    .add('GET', `${BASE}/object-info/{name}/picklist-values/{recordTypeId}`, (host, request, { name = '' }) =>
      host.transact(request, (session) => picklistValues(session, name, null), true),
    )
    .add(
      'GET',
      `${BASE}/object-info/{name}/picklist-values/{recordTypeId}/{field}`,
      (host, request, { name = '', field = '' }) =>
        host.transact(request, (session) => picklistValues(session, name, field), true),
    )
    .add('GET', `${BASE}/list-info/{object}`, (host, request, { object = '' }) =>
      host.transact(request, (session) => listInfos(session, object), true),
    )
    .add('GET', `${BASE}/list-info/{object}/{view}`, (host, request, { object = '', view = '' }) =>
      host.transact(request, (session) => listInfo(session, object, view), true),
    )
    .add('GET', `${BASE}/list-records/{object}/{view}`, (host, request, { object = '', view = '' }) =>
      host.transact(request, (session) => listRecords(session, object, view, request.query)),
    )
    .add(
      'GET',
      `${BASE}/related-list-records/{id}/{relationship}`,
      (host, request, { id = '', relationship = '' }) =>
        host.transact(request, (session) => relatedListRecords(session, id, relationship, request.query)),
    )
    .add('GET', `${BASE}/search`, (host, request) =>
      host.transact(request, (session) => search(session, request.query)),
    );
}
