/** Handlers of usage. */
import type { Parameters } from '../filter/sql.ts';
import { ofAccount, own } from '../domain/parameters.ts';
import {
  rateEvents,
  simulateEvents,
  voidEvents,
  type BulkBody,
  type VoidBody,
} from '../domain/usage/rate.ts';
import type { Expression } from '../filter/ast.ts';
import { invalid, notFound } from '../http/problem.ts';
import { pageOfTable } from './lists.ts';
import { param, type Call, type Handlers } from './operation.ts';

/** @documented S30 */
const PARAMETERS: Parameters = {
  service_period_id: own('id', 'period_id'),
  reference_id: own('text', 'reference_id'),
  request_id: own('text', 'request_id'),
  account_num: ofAccount('text', 'account_num'),
  billing_account_id: own('id', 'account_id'),
  closed: own('boolean', 'closed'),
  id: own('id', 'id'),
  service_resource_identifier: own('text', 'identifier'),
  start_time: own('instant', 'start_time'),
  end_time: own('instant', 'end_time'),
  sequence_id: own('text', 'sequence_id'),
};

/** One of these has to be given. @documented S30 */
const NEEDED = ['service_period_id', 'reference_id', 'request_id', 'account_num', 'billing_account_id'];

/** Names that an expression uses. @inferred that a filter may give what is needed */
function namesIn(expression: Expression | undefined): string[] {
  if (!expression) return [];
  switch (expression.kind) {
    case 'and':
    case 'or':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'not':
      return namesIn(expression.operand);
    default:
      return [expression.name];
  }
}

function checkNeeded({ list, tenant }: Call<unknown>): void {
  const given = [...list.equals.map(([name]) => name), ...namesIn(list.filter)];
  if (tenant.settings.requiredParameters && !given.some((name) => NEEDED.includes(name))) {
    throw invalid(`One of these parameters is required: ${NEEDED.join(', ')}.`);
  }
}

export const usageHandlers: Handlers = {
  'UsageEvent.list': (call) => {
    checkNeeded(call);
    const base = { sql: 't.voided = 0', values: [] };
    return pageOfTable(
      call,
      { table: call.tenant.tables.usageEvent, parameters: PARAMETERS, base },
      (event) => event,
    );
  },
  'UsageEvent.read': (call) => {
    const event = call.tenant.tables.usageEvent.get(param(call, 'id'));
    if (!event || event.voided) throw notFound('usage_event');
    return event;
  },
  'UsageEvent.rate': ({ tenant, body }: Call<BulkBody>) => rateEvents(tenant, body),
  'UsageEvent.voidEvents': ({ tenant, body }: Call<VoidBody>) => voidEvents(tenant, body),
  'UsageEvent.simulate': ({ tenant, body }: Call<BulkBody>) => simulateEvents(tenant, body),
};
