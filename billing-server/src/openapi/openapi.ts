/** Serves the API's description: `/openapi.json` for programs, `/docs` for people. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Contract } from '../contract/contract.ts';
import { Problem } from '../http/problem.ts';
import { html } from '../ui/html.ts';
import { sendPage } from '../ui/layout.ts';
import { openApiDocument } from './document.ts';
import { definitionPage, indexPage, operationPage } from './pages.ts';

/** What is described, and how callers reach it. */
export interface OpenApiContext {
  readonly contract: Contract;
  readonly strict: boolean;
  /** Where it differs from what the caller used. */
  readonly publicUrl: string | undefined;
}

const paramOf = (request: FastifyRequest): string => (request.params as { readonly name: string }).name;

/** Adds both. They hold nothing of the tenant, so they need no key. */
export function addOpenApi(app: FastifyInstance, { contract, strict, publicUrl }: OpenApiContext): void {
  app.get('/openapi.json', (request) =>
    openApiDocument(contract, { strict, serverUrl: publicUrl ?? `${request.protocol}://${request.host}` }),
  );
  void app.register((docs, _options, done) => {
    docs.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof Problem)) throw error;
      const body = html`<p>${error.message}</p>
        <p><a href="/docs">Go to all operations</a></p>`;
      return sendPage(reply, { title: 'Not found', body }, error.status);
    });
    docs.get('/docs', (_request, reply) => sendPage(reply, indexPage(contract, strict)));
    docs.get('/docs/operations/:name', (request, reply) =>
      sendPage(reply, operationPage(contract, strict, paramOf(request))),
    );
    docs.get('/docs/schemas/:name', (request, reply) =>
      sendPage(reply, definitionPage(contract, paramOf(request))),
    );
    done();
  });
}
