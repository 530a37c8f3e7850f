/** Control endpoints under `/_control/`: what a test or a demo turns, and an administrator would set up. Own design. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { setProductState } from '../domain/catalog/products.ts';
import { transferService } from '../domain/services/replace.ts';
import { serviceView } from '../domain/services/service-view.ts';
import { FAULT_FORMS } from '../faults/fault.ts';
import { invalid, notFound, Problem } from '../http/problem.ts';
import { USER_STATES, type UserState } from '../http/keys.ts';
import type { ServerContext } from '../http/server-context.ts';
import { clockView, moveClock } from './clock-control.ts';
import { fieldsOf, flagIn, numberIn, requiredText, textIn } from './read-body.ts';

type Work = (context: ServerContext, request: FastifyRequest) => unknown;

function pathId(request: FastifyRequest, name = 'id'): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

function faultsView({ faults }: ServerContext): unknown {
  return { seed: faults.seed, rules: faults.rules, counts: faults.counts, forms: FAULT_FORMS };
}

function addFault(context: ServerContext, { body }: FastifyRequest): unknown {
  const fields = fieldsOf(body, ['operation', 'fault', 'probability', 'times', 'seed']);
  const operation = textIn(fields, 'operation') ?? '*';
  const known =
    operation === '*' ||
    operation === 'Outbound.deliver' ||
    context.contract.operations.some(({ id }) => id === operation);
  if (!known) throw invalid(`operation: there is no operation "${operation}".`);
  const times = numberIn(fields, 'times');
  if (times !== undefined && !(Number.isInteger(times) && times > 0))
    throw invalid('times must be a whole number above 0.');
  const seed = numberIn(fields, 'seed');
  context.faults.add({
    operation,
    fault: requiredText(fields, 'fault'),
    probability: numberIn(fields, 'probability') ?? 1,
    ...(times !== undefined && { times }),
  });
  if (seed !== undefined) context.faults.reseed(seed);
  return faultsView(context);
}

function clearFaults(context: ServerContext): unknown {
  context.faults.clear();
  return faultsView(context);
}

function changeFidelity({ tenant }: ServerContext, { body }: FastifyRequest): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid('The body must be an object.');
  tenant.store.transaction(() => tenant.fidelity.change(body as Record<string, unknown>));
  return tenant.settings;
}

function apiSetsOf(value: unknown): readonly string[] {
  if (value === undefined) return ['Billing'];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
  throw invalid('api_sets must be a list of texts.');
}

function setKey({ keys, tenant }: ServerContext, request: FastifyRequest): unknown {
  const fields = fieldsOf(request.body, ['user', 'api_sets']);
  const user = textIn(fields, 'user') ?? 'ENABLED';
  if (!USER_STATES.includes(user as UserState))
    throw invalid(`user must be one of ${USER_STATES.join(', ')}.`);
  const owner = { user: user as UserState, apiSets: apiSetsOf(fields['api_sets']) };
  tenant.store.transaction(() => keys.set(pathId(request, 'key'), owner));
  return { user: owner.user, api_sets: owner.apiSets };
}

/** The approval operation of a product, which administrators attach. @documented S59 */
function setApproval({ tenant }: ServerContext, request: FastifyRequest): unknown {
  const fields = fieldsOf(request.body, ['required', 'approves_after_days']);
  const days = numberIn(fields, 'approves_after_days');
  if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 120))
    throw invalid('approves_after_days must be from 1 to 120.');
  const product = tenant.tables.product.require(pathId(request));
  const { approval: _approval, ...rest } = product;
  const isRequired = flagIn(fields, 'required') ?? true;
  const approval = { required: true as const, ...(days !== undefined && { approves_after_days: days }) };
  tenant.store.transaction(() => tenant.tables.product.update(isRequired ? { ...rest, approval } : rest));
  return { id: product.id, approval: isRequired ? approval : null };
}

function setState({ tenant }: ServerContext, request: FastifyRequest): unknown {
  const state = requiredText(fieldsOf(request.body, ['state']), 'state');
  if (state !== 'DRAFT' && state !== 'AVAILABLE' && state !== 'NOT_AVAILABLE')
    throw invalid('state must be DRAFT, AVAILABLE or NOT_AVAILABLE.');
  const product = tenant.tables.product.require(pathId(request));
  tenant.store.transaction(() => setProductState(tenant, product, state));
  return { id: product.id, state };
}

function transfer({ tenant }: ServerContext, request: FastifyRequest): unknown {
  const id = requiredText(fieldsOf(request.body, ['billing_account_id']), 'billing_account_id');
  const account = tenant.tables.account.get(id);
  if (!account) throw invalid(`billing_account_id: there is no billing account "${id}".`);
  const service = tenant.tables.service.require(pathId(request));
  return serviceView(
    tenant,
    tenant.store.transaction(() => transferService(tenant, service, account)),
  );
}

/** Both properties are edited in the user interface of billing. @documented S50 */
function editInvoice({ tenant }: ServerContext, request: FastifyRequest): unknown {
  const fields = fieldsOf(request.body, ['disputed', 'external_invoice_num']);
  const invoice = tenant.tables.invoice.require(pathId(request));
  const disputed = flagIn(fields, 'disputed') ?? invoice.disputed;
  const external = textIn(fields, 'external_invoice_num') ?? invoice.external_invoice_num ?? null;
  tenant.store.transaction(() =>
    tenant.tables.invoice.update({ ...invoice, disputed, external_invoice_num: external }),
  );
  return { id: invoice.id, disputed, external_invoice_num: external };
}

function requests({ log }: ServerContext): unknown {
  return log.latest();
}

const ENDPOINTS: readonly (readonly [
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  work: Work,
])[] = [
  ['GET', '/clock', ({ tenant }) => clockView(tenant)],
  ['POST', '/clock', ({ tenant }, { body }) => moveClock(tenant, body)],
  ['GET', '/fidelity', ({ tenant }) => tenant.settings],
  ['PATCH', '/fidelity', changeFidelity],
  ['GET', '/faults', faultsView],
  ['POST', '/faults', addFault],
  ['DELETE', '/faults', clearFaults],
  ['PUT', '/keys/:key', setKey],
  ['PUT', '/products/:id/approval', setApproval],
  ['PUT', '/products/:id/state', setState],
  ['POST', '/services/:id/transfer', transfer],
  ['PATCH', '/invoices/:id', editInvoice],
  ['GET', '/requests', requests],
];

/** Adds the endpoints; only the server's own key opens them. */
export function addControl(app: FastifyInstance, context: ServerContext): void {
  const { keyHeader } = context.contract;
  void app.register((control, _options, done) => {
    control.addHook('onRequest', (request, _reply, next) => {
      const key = request.headers[keyHeader];
      const isOwn = context.keys.isOwn(typeof key === 'string' ? key : undefined);
      next(
        isOwn
          ? undefined
          : new Problem(403, `Control endpoints take the server's own key in ${keyHeader} only.`),
      );
    });
    for (const [method, path, work] of ENDPOINTS) {
      control.route({
        method,
        url: `/_control${path}`,
        handler: (request) => work(context, request) as object,
      });
    }
    control.all('/_control/*', () => {
      throw notFound('control endpoint');
    });
    done();
  });
}

/** The other microservices are known and not served. @documented S36, S10, S38 */
const OTHER_SERVICES: readonly (readonly [path: string, name: string])[] = [
  ['/dunning/2/*', 'Dunning plans'],
  ['/jss/2/*', 'The job scheduler'],
  ['/upp/1/*', 'Asynchronous usage'],
  ['/billing/2/callbacks', 'Asynchronous usage with callbacks'],
];

/** Answers 501 for what may wait. */
export function addUnsupported(app: FastifyInstance): void {
  for (const [url, name] of OTHER_SERVICES) {
    app.all(url, () => {
      throw new Problem(501, `${name}: not supported by this billing server.`);
    });
  }
}
