import { appPageRegions } from '../../pages/record-page.ts';
import { pageScope } from '../ui-api/page-scope.ts';
import { objectNamed } from '../ui-api/session.ts';
import type { OrgHost } from './org-host.ts';
import { notFound, type ApiRequest } from './reply.ts';

/** `GET /local/app-page/{name}`: a Lightning page of a tab or of the home page. */
export function appPage(host: OrgHost, request: ApiRequest, name: string): object {
  return host.transact(
    request,
    (session) => {
      const source = session.sources.find('flexipage', name);
      if (!source) throw notFound(`There is no Lightning page ${name}.`);
      // Such a page has no record; rules on it may ask about the user.
      const scope = pageScope(session, objectNamed(session, 'User'), null);
      return { label: source.node.text('masterLabel') ?? name, regions: appPageRegions(scope, source) };
    },
    true,
  );
}
