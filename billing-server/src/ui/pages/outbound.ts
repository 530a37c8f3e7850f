/** HTTP operations and the history of their runs. */
import type { TenantZone } from '../../clock/zone.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { section, state, table, when } from '../components.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { PageContent } from '../layout.ts';
import { MOST_ROWS } from '../rows.ts';

function operationsSection({ tables }: Outbound): Html {
  const rows = tables.operation.where('true').map((operation): readonly Piece[] => [
    operation.name,
    operation.enabled ? state('ACTIVE') : state('SUSPENDED'),
    operation.on,
    html`<code>${operation.method} ${operation.url}</code>`,
    // Values of headers may be secrets.
    Object.keys(operation.headers).join(', '),
    operation.retries,
  ]);
  const columns = [
    'Operation',
    'State',
    'On',
    'Address',
    'Headers',
    { label: 'Retries', number: true },
  ] as const;
  const empty = 'None is set up. POST /_control/outbound/operations sets one up.';
  return section('HTTP operations', table({ caption: 'What is told to whom', columns, rows, empty }));
}

function runsSection(outbound: Outbound, zone: TenantZone): Html {
  const rows = outbound.runs({ limit: MOST_ROWS }).map((run): readonly Piece[] => {
    const last = run.attempts.at(-1);
    return [
      run.id,
      run.event,
      [run.values.entity_type, ' ', run.values.entity_id],
      state(run.status),
      when(zone, run.occurred_on),
      run.attempts.length,
      last?.error ?? last?.status,
    ];
  });
  const columns = [
    'Run',
    'Event',
    'About',
    'State',
    'When',
    { label: 'Attempts', number: true },
    'Last answer',
  ] as const;
  return section(
    'Run history',
    table({ caption: 'Deliveries, newest first', columns, rows, empty: 'None yet.' }),
  );
}

export function outboundPage(outbound: Outbound, zone: TenantZone): PageContent {
  return { title: 'Outbound', body: [operationsSection(outbound), runsSection(outbound, zone)] };
}
