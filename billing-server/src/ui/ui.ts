/** Pages for people: what links into billing open. Plain HTML, usable without JavaScript. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tenant } from '../domain/tenant.ts';
import type { Outbound } from '../outbound/outbound.ts';
import { Problem } from '../http/problem.ts';
import type { RequestLog } from '../http/request-log.ts';
import { invoicePdf } from '../invoice-pdf/invoice-pdf.ts';
import { askForPassword, isAllowed } from './access.ts';
import { html } from './html.ts';
import { sendPage, STYLE_PATH, type PageContent } from './layout.ts';
import { accountPage } from './pages/account.ts';
import { invoicePage } from './pages/invoice.ts';
import { orderPage } from './pages/order.ts';
import { outboundPage } from './pages/outbound.ts';
import { overviewPage } from './pages/overview.ts';
import { productPage } from './pages/product.ts';
import { requestsPage } from './pages/requests.ts';
import { servicePage } from './pages/service.ts';
import { STYLE } from './style.ts';

/** What pages show, and to whom. */
export interface UiContext {
  readonly tenant: Tenant;
  readonly log: RequestLog;
  readonly outbound: Outbound;
  /** Asked for by the browser where others than the own machine can reach the server. */
  readonly uiPassword: string | undefined;
}

/** Makes the page of one record. */
type RecordPage = (tenant: Tenant, id: string) => PageContent;

const RECORDS: Readonly<Record<string, RecordPage>> = {
  'billing-accounts': accountPage,
  orders: orderPage,
  services: servicePage,
  invoices: invoicePage,
  products: productPage,
};

/** Query parameters that are given once; others are as good as absent. */
function queryOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(request.query as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

const idOf = (request: FastifyRequest): string => (request.params as { readonly id: string }).id;

function sendError(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof Problem)) throw error;
  const title = error.status === 404 ? 'Not found' : 'That did not work';
  const body = html`<p>${error.message}</p>
    <p><a href="/ui/">Go to the overview</a></p>`;
  return sendPage(reply, { title, body }, error.status);
}

function addPages(ui: FastifyInstance, { tenant, log, outbound }: UiContext): void {
  ui.get('/ui/', (request, reply) => sendPage(reply, overviewPage(tenant, queryOf(request))));
  ui.get('/ui/requests', (request, reply) =>
    sendPage(reply, requestsPage(log, tenant.zone, queryOf(request))),
  );
  ui.get('/ui/outbound', (_request, reply) => sendPage(reply, outboundPage(outbound, tenant.zone)));
  for (const [kind, pageOf] of Object.entries(RECORDS)) {
    ui.get(`/ui/${kind}/:id`, (request, reply) => sendPage(reply, pageOf(tenant, idOf(request))));
  }
  ui.get('/ui/invoices/:id/pdf', (request, reply) => {
    const { bytes, fileName } = invoicePdf(tenant, tenant.tables.invoice.require(idOf(request)));
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${fileName}"`)
      .send(bytes);
  });
}

/** Adds the pages and the stylesheet. Their errors are pages as well. */
export function addUi(app: FastifyInstance, context: UiContext): void {
  app.get(STYLE_PATH, (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  void app.register((ui, _options, done) => {
    ui.setErrorHandler((error, _request, reply) => sendError(reply, error));
    ui.addHook('onRequest', (request, reply, next) => {
      if (isAllowed(context.uiPassword, request.headers.authorization)) return next();
      askForPassword(reply);
    });
    addPages(ui, context);
    done();
  });
}
