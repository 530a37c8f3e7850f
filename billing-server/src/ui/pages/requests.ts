/** The request log, for people who look what a client does. */
import type { TenantZone } from '../../clock/zone.ts';
import type { LogEntry, RequestLog } from '../../http/request-log.ts';
import { section, table, when } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { MOST_ROWS } from '../rows.ts';

/** Filters; an empty one lets everything through. */
export interface RequestsQuery {
  readonly method?: string | undefined;
  /** First digit of the status. */
  readonly status?: string | undefined;
  /** Part of the address or of the operation's name. */
  readonly text?: string | undefined;
  /** `yes` for requests with an injected fault. */
  readonly fault?: string | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const STATUSES = [
  ['2', 'worked'],
  ['4', 'refused'],
  ['5', 'failed'],
] as const;

function fits({ method, status, text, fault }: RequestsQuery, entry: LogEntry): boolean {
  const wanted = text?.toLowerCase() ?? '';
  return (
    (!method || entry.method === method) &&
    (!status || String(entry.status).startsWith(status)) &&
    (wanted === '' || `${entry.url} ${entry.operation}`.toLowerCase().includes(wanted)) &&
    (!fault || entry.faults.length > 0)
  );
}

function option(value: string, text: string, chosen: string | undefined): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${text}</option>`
    : html`<option value="${value}">${text}</option>`;
}

function filterForm({ method, status, text, fault }: RequestsQuery): Html {
  return html`<form action="/ui/requests" method="get" role="search">
    <label
      >Method
      <select name="method">
        ${option('', 'any', method)}${METHODS.map((one) => option(one, one, method))}
      </select></label
    >
    <label
      >Outcome
      <select name="status">
        ${option('', 'any', status)}${STATUSES.map(([digit, name]) => option(digit, `${digit}xx, ${name}`, status))}
      </select></label
    >
    <label
      >Faults
      <select name="fault">
        ${option('', 'any', fault)}${option('yes', 'injected only', fault)}
      </select></label
    >
    <label>Address or operation holds <input name="text" value="${text}" /></label>
    <button>Filter</button>
  </form>`;
}

function toneOf(status: number): string {
  return status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
}

export function requestsPage(log: RequestLog, zone: TenantZone, query: RequestsQuery): PageContent {
  const matching = log.latest().filter((entry) => fits(query, entry));
  const rows = matching
    .slice(0, MOST_ROWS)
    .map((entry): readonly Piece[] => [
      entry.number,
      when(zone, entry.at),
      html`<code>${entry.method}</code>`,
      html`<code>${entry.url}</code>`,
      entry.operation,
      html`<strong class="${toneOf(entry.status)}">${entry.status}</strong>`,
      entry.milliseconds,
      entry.faults.join(', '),
    ]);
  const columns = [
    'Number',
    'When',
    'Method',
    'Address',
    'Operation',
    { label: 'Status', number: true },
    { label: 'Milliseconds', number: true },
    'Faults',
  ] as const;
  const caption = `${rows.length} of ${matching.length} requests that fit, newest first`;
  return {
    title: 'Requests',
    body: section(
      'Request log',
      filterForm(query),
      table({ caption, columns, rows, empty: 'No request fits.' }),
    ),
  };
}
