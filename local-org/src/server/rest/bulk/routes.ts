import type { OrgHost } from '../../back/org-host.ts';
import type { ApiRequest } from '../../back/reply.ts';
import type { Router } from '../../back/router.ts';
import { DATA } from '../version.ts';

/** Bulk API 2.0. */
export function bulkRoutes(router: Router<OrgHost>): void {
  type Work = (host: OrgHost, request: ApiRequest, id: string) => unknown;
  const add = (method: string, path: string, work: Work): void =>
    void router.add(method, `${DATA}/jobs/${path}`, (host, request, { id = '' }) => work(host, request, id));
  add('POST', 'ingest', ({ bulk }, request) => bulk.ingest.create(request));
  add('GET', 'ingest', ({ bulk }, request) => bulk.ingest.list(request));
  add('PUT', 'ingest/{id}/batches', ({ bulk }, request, id) => bulk.ingest.upload(request, id));
  add('GET', 'ingest/{id}/successfulResults', ({ bulk }, request, id) => bulk.ingest.successes(request, id));
  add('GET', 'ingest/{id}/failedResults', ({ bulk }, request, id) => bulk.ingest.failures(request, id));
  add('GET', 'ingest/{id}/unprocessedrecords', ({ bulk }, request, id) =>
    bulk.ingest.unprocessed(request, id),
  );
  add('GET', 'ingest/{id}', ({ bulk }, request, id) => bulk.ingest.info(request, id));
  add('PATCH', 'ingest/{id}', ({ bulk }, request, id) => bulk.ingest.close(request, id));
  add('DELETE', 'ingest/{id}', ({ bulk }, request, id) => bulk.ingest.remove(request, id));
  add('POST', 'query', ({ bulk }, request) => bulk.query.create(request));
  add('GET', 'query', ({ bulk }, request) => bulk.query.list(request));
  add('GET', 'query/{id}/results', ({ bulk }, request, id) => bulk.query.results(request, id));
  add('GET', 'query/{id}', ({ bulk }, request, id) => bulk.query.info(request, id));
  add('PATCH', 'query/{id}', ({ bulk }, request, id) => bulk.query.abort(request, id));
  add('DELETE', 'query/{id}', ({ bulk }, request, id) => bulk.query.remove(request, id));
}
