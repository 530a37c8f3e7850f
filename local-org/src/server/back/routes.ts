import { localRoutes } from './local-routes.ts';
import type { OrgHost } from './org-host.ts';
import { restRoutes } from '../rest/routes.ts';
import { Router } from './router.ts';
import { uiApiRoutes } from './ui-api-routes.ts';

/** Everything that the org's thread answers. */
export const routes = new Router<OrgHost>();
uiApiRoutes(routes);
restRoutes(routes);
localRoutes(routes);
