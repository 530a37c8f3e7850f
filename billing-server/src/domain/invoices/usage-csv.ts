/** The usage behind an invoice. @documented S65 */
import type { Tenant } from '../tenant.ts';
import type { Invoice } from './records.ts';

const COLUMNS = [
  'id',
  'service_resource_identifier',
  'start_time',
  'usage_amount',
  'usage_uom',
  'total_charge',
] as const;

/** A cell that no spreadsheet takes for a formula or for two cells. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function usageCsv({ tables, zone }: Tenant, { id }: Invoice): string {
  const charges = tables.charge.where('invoice_id = ?', Number(id)).filter(({ usage }) => usage);
  const events = charges.flatMap((charge) =>
    tables.usageEvent.where('period_id = ? AND voided = 0', Number(charge.id)),
  );
  const rows = events.map((event) =>
    COLUMNS.map((name) => cell(name === 'start_time' ? zone.format(event.start_time) : event[name])).join(
      ',',
    ),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
