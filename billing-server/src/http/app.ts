/** The HTTP server: a route for each operation, and every failure as `{code, message}`. */
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Operation } from '../contract/contract.ts';
import { checkComplete } from '../operations/operation.ts';
import { parseJson } from '../wire/json.ts';
import { OperationRoute } from './execute.ts';
import { Problem } from './problem.ts';
import type { ServerContext } from './server-context.ts';

const BODY_LIMIT = 1024 * 1024;
const MAX_PARAMETER = 200;

/** `/orders/{id}` as the router writes it: `/orders/:id`. */
function routePath(basePath: string, path: string): string {
  return basePath + path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function codeOf({ tenant }: ServerContext, error: Problem): string {
  return tenant.settings.errorCode === 'reason' ? error.reason : String(error.status);
}

/** A refusal as it is, a defect as 500. */
function asProblem(context: ServerContext, error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const status = error.statusCode ?? 500;
  if (status < 500) return new Problem(status, error.message);
  context.onDefect(error);
  return new Problem(500, 'The billing server failed. Its log says why.');
}

function sendProblem(context: ServerContext, reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .status(problem.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ code: codeOf(context, problem), message: problem.message }));
}

/** Other methods that a path of the contract has. */
function methodsAt(contract: ServerContext['contract'], url: string): string[] {
  const path = url.split('?')[0] ?? '';
  const fits = ({ path: pattern }: Operation): boolean =>
    new RegExp(`^${contract.basePath}${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`).test(path);
  return [...new Set(contract.operations.filter(fits).map(({ method }) => method))];
}

function answerUnknown(context: ServerContext, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const methods = methodsAt(context.contract, request.url);
  if (methods.length === 0) return sendProblem(context, reply, new Problem(404, 'The path does not exist.'));
  void reply.header('allow', methods.join(', '));
  return sendProblem(context, reply, new Problem(405, `The path takes ${methods.join(', ')} only.`));
}

function logRequests(app: FastifyInstance, { log, tenant }: ServerContext): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { operation } = request.routeOptions.config as { operation?: string };
    if (operation !== undefined) {
      log.add({
        at: tenant.now(),
        method: request.method,
        url: request.url,
        operation,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        faults: String(reply.getHeader('x-injected-fault') ?? '')
          .split(', ')
          .filter(Boolean),
      });
    }
    done();
  });
}

function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJson(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** The other candidate for the path of a new draft, as 1.x has it; a switch says which one is served. @inferred 8.2 */
const OLD_DRAFT_PATH = '/billing-accounts/{id}/create-draft-order';

/** @throws Problem 404 where the switch says that drafts are made elsewhere. */
function checkDraftPath({ tenant }: ServerContext, path: string): void {
  if (tenant.settings.orderCreatePath !== path) throw new Problem(404, 'The path does not exist.');
}

/** In 1.x the account of a new draft is in the path. */
function withAccount(request: FastifyRequest): void {
  const { id } = request.params as { id: string };
  const { body } = request;
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    request.body = { ...body, billing_account: { id } };
}

function addOperation(app: FastifyInstance, context: ServerContext, operation: Operation): void {
  const handler = context.handlers[operation.id];
  if (!handler) throw new Error(`No handler for ${operation.id}.`);
  const route = new OperationRoute(context, operation, handler);
  const add = (path: string, prepare?: (request: FastifyRequest) => void): void => {
    app.route({
      method: operation.method,
      url: routePath(context.contract.basePath, path),
      config: { operation: operation.id },
      handler: (request, reply) => {
        prepare?.(request);
        return route.answer(request, reply);
      },
    });
  };
  if (operation.id !== 'Order.create') return add(operation.path);
  add(operation.path, () => checkDraftPath(context, operation.path));
  add(OLD_DRAFT_PATH, (request) => {
    checkDraftPath(context, OLD_DRAFT_PATH);
    withAccount(request);
  });
}

/** Makes the server; it does not listen yet. @throws Error where handlers and routes are not the same set. */
export function buildApp(context: ServerContext): FastifyInstance {
  checkComplete(context.handlers, context.contract.operations);
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: MAX_PARAMETER, ignoreTrailingSlash: true },
    // Addresses that the router can't read never reach the error handler.
    frameworkErrors: (error, _request, reply) => void sendProblem(context, reply, asProblem(context, error)),
  });
  addBodyParsers(app);
  app.setErrorHandler((error, _request, reply) =>
    sendProblem(context, reply, asProblem(context, error as FastifyError | Problem)),
  );
  app.setNotFoundHandler((request, reply) => answerUnknown(context, request, reply));
  logRequests(app, context);
  for (const operation of context.contract.operations) addOperation(app, context, operation);
  return app;
}
