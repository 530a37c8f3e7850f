import { readFlow } from '../../pages/flow.ts';
import { listButtonsOf } from '../../pages/list-buttons.ts';
import { listViewsOf } from '../../pages/list-views.ts';
import { callApex } from './apex-call.ts';
import { appPage } from './app-page.ts';
import { appState } from './app-state.ts';
import type { OrgHost } from './org-host.ts';
import { recordPage } from './record-page.ts';
import { HttpError, notFound } from './reply.ts';
import type { Router } from './router.ts';
import { objectNamed } from '../ui-api/session.ts';

/** What the browser asks the local org that Salesforce has no public address for. */
export function localRoutes(router: Router<OrgHost>): void {
  router
    .add('GET', '/local/app', (host, request) => appState(host, request))
    .add('POST', '/local/apex', (host, request) => callApex(host, request))
    .add('GET', '/local/record-page/{id}', (host, request, { id = '' }) => recordPage(host, request, id))
    .add('GET', '/local/app-page/{name}', (host, request, { name = '' }) => appPage(host, request, name))
    .add('GET', '/local/list-page/{object}', (host, request, { object = '' }) =>
      host.transact(request, (session) => listPage(session.sources, objectNamed(session, object)), true),
    )
    .add('GET', '/local/flow/{name}', (host, _request, { name = '' }) => flow(host, name))
    .add('GET', '/local/log', (host, request) => host.log.after(Number(request.query.after) || 0))
    .add('GET', '/local/diagnostics', (host) => host.diagnostics);
}

type ListPageArguments = Parameters<typeof listViewsOf>;

function listPage(sources: ListPageArguments[0], object: ListPageArguments[1]): object {
  return {
    object: object.name,
    label: object.label,
    pluralLabel: object.pluralLabel,
    listViews: listViewsOf(sources, object).map(({ name, label }) => ({ apiName: name, label })),
    buttons: listButtonsOf(sources, object),
  };
}

function flow(host: OrgHost, name: string): object {
  const source = host.sources.find('flow', name);
  if (!source) throw notFound(`There is no flow ${name}.`);
  try {
    return readFlow(source);
  } catch (error) {
    throw new HttpError(501, 'UNSUPPORTED', error instanceof Error ? error.message : String(error));
  }
}
