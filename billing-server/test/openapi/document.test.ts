import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Fastify, { type FastifyInstance } from 'fastify';
import { loadContract } from '../../src/contract/contract.ts';
import { openApiDocument } from '../../src/openapi/document.ts';
import { addOpenApi } from '../../src/openapi/openapi.ts';

const contract = loadContract();

interface Described {
  readonly operationId: string;
  readonly 'x-mark': { readonly status: string };
  readonly responses: Readonly<Record<string, { readonly content?: unknown }>>;
}

function describedIn(document: ReturnType<typeof openApiDocument>): Described[] {
  return Object.values(document.paths).flatMap((methods) => Object.values(methods) as Described[]);
}

async function serve(strict: boolean, publicUrl?: string): Promise<{ app: FastifyInstance; url: string }> {
  const app = Fastify();
  addOpenApi(app, { contract, strict, publicUrl });
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
}

test('an independent validator finds nothing wrong with the document', async () => {
  const document = openApiDocument(contract, { serverUrl: 'http://127.0.0.1:1', strict: false });
  const result = await new Validator().validate(structuredClone(document) as never);
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
});

test('every operation of the contract is described, with its mark', () => {
  const document = openApiDocument(contract, { serverUrl: 'http://127.0.0.1:1', strict: false });
  const found = describedIn(document).map(
    ({ operationId, 'x-mark': mark }) => `${operationId} ${mark.status}`,
  );
  assert.deepEqual(found.sort(), contract.operations.map(({ id, mark }) => `${id} ${mark.status}`).sort());
});

test('a strict server describes documented operations only', () => {
  const all = describedIn(openApiDocument(contract, { serverUrl: 'http://127.0.0.1:1', strict: true }));
  assert.ok(all.length > 20, `only ${all.length} operations`);
  assert.ok(all.every(({ 'x-mark': { status } }) => status === 'documented'));
});

test('every reference leads to something in the document', () => {
  const document = openApiDocument(contract, { serverUrl: 'http://127.0.0.1:1', strict: false });
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
  assert.ok(references.length > 100);
  for (const reference of new Set(references)) {
    const found = reference
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
        document,
      );
    assert.ok(found !== undefined, `${reference} leads nowhere`);
  }
});

test('the document names the address that the caller used, or the public one', async (t) => {
  for (const publicUrl of [undefined, 'https://billing.example']) {
    const { app, url } = await serve(false, publicUrl);
    t.after(() => app.close());
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: { url: string }[] };
    assert.deepEqual(document.servers, [{ url: publicUrl ?? url }]);
  }
});

test('the pages link every operation and every definition that they name', async (t) => {
  const { app, url } = await serve(false);
  t.after(() => app.close());
  const seen = new Set<string>();
  const waiting = ['/docs'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await app.inject(path);
    assert.equal(answer.statusCode, 200, path);
    const links = [...answer.body.matchAll(/href="(\/docs[^"]*)"/g)].map(([, to = '']) => to);
    waiting.push(...links);
  }
  const operations = [...seen].filter((path) => path.startsWith('/docs/operations/'));
  assert.equal(operations.length, contract.operations.length);
  assert.ok([...seen].some((path) => path === '/docs/schemas/Invoice'));
  assert.equal((await fetch(`${url}/docs/operations/Nothing.here`)).status, 404);
});
