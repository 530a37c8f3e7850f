import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

/** Echoes what it gets; `/silent` never answers. The thread that calls sleeps, so the server has one of its own. */
const server = createServer((request, response) => {
  if (request.url === '/silent') return;
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const status = request.url === '/missing' ? 404 : 200;
    response.writeHead(status, { 'X-Method': request.method ?? '', 'Content-Type': 'text/plain' });
    response.end(`${request.headers['x-key'] ?? ''}:${Buffer.concat(parts).toString('utf8')}`);
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') parentPort?.postMessage(address.port);
});
