/** Keeps pages to those who know the key, where others than the own machine can reach the server. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The password of a Basic authorization header. */
function passwordIn(header: string | undefined): string | undefined {
  const encoded = /^Basic ([\w+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
}

/** Whether the caller may see pages. */
export function isAllowed(password: string | undefined, header: string | undefined): boolean {
  if (password === undefined) return true;
  const given = passwordIn(header);
  return given !== undefined && timingSafeEqual(digest(given), digest(password));
}

export function askForPassword(reply: FastifyReply): void {
  void reply
    .status(401)
    .header('www-authenticate', 'Basic realm="Billing server", charset="UTF-8"')
    .type('text/plain; charset=utf-8')
    .send('Any user name will do; the password is the key of this billing server.');
}
