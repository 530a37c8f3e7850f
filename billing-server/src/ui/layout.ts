/** The frame of every page, and how pages are sent. */
import type { FastifyReply } from 'fastify';
import { html, type Html, type Piece } from './html.ts';

/** Where the stylesheet is. */
export const STYLE_PATH = '/style.css';

/** A page without its frame. */
export interface PageContent {
  readonly title: string;
  /** What stands in the place of the title at the top, where it is more than the title. */
  readonly heading?: Html;
  /** Pages above this one. */
  readonly trail?: readonly (readonly [href: string, text: string])[];
  readonly body: Piece;
}

const MENU = [
  ['/ui/', 'Overview'],
  ['/ui/requests', 'Requests'],
  ['/ui/outbound', 'Outbound'],
  ['/docs', 'API'],
] as const;

function menu(): Html {
  return html`<header class="bar">
    <strong>Billing server</strong>
    <nav aria-label="Main">
      <ul>
        ${MENU.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

function trail(entries: PageContent['trail'] = [], title: string): Piece {
  if (entries.length === 0) return undefined;
  return html`<nav class="trail" aria-label="Breadcrumb">
    <ol>
      ${entries.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
      <li aria-current="page">${title}</li>
    </ol>
  </nav>`;
}

/** A whole page. */
export function page({ title, heading, trail: above, body }: PageContent): Html {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Billing server</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${menu()}
        <main id="main" tabindex="-1">
          ${trail(above, title)}
          <h1>${heading ?? title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

const HEADERS = {
  // Pages load their stylesheet and nothing else; whatever slipped through escaping could not run.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Sends a page. */
export function sendPage(reply: FastifyReply, content: PageContent, status = 200): FastifyReply {
  return reply.status(status).headers(HEADERS).type('text/html; charset=utf-8').send(page(content).text);
}
