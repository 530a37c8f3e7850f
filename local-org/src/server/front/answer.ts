import type { FastifyReply } from 'fastify';
import type { ApiReply } from '../back/reply.ts';

/** Sends what the org's thread has answered. */
export function answer(reply: FastifyReply, { status, body, bytes, headers = {} }: ApiReply): FastifyReply {
  reply.code(status).header('cache-control', 'no-store').headers(headers);
  if (bytes) return reply.send(Buffer.from(bytes));
  if (body === undefined) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
