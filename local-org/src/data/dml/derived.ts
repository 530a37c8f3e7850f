import { isPrincipalId, PRINCIPAL_OBJECT } from '../../schema/credential-principal.ts';
import type { OrgSchema } from '../../schema/model.ts';
import type { Stored } from '../columns.ts';
import { ApexDate } from '../../values/date.ts';
import { Decimal } from '../../values/decimal.ts';
import type { StoredRow } from '../store.ts';
import type { DmlContext } from './context.ts';
import { valueOf } from './row.ts';
import type { SaveRow } from './row.ts';

type Derive = (row: SaveRow, context: DmlContext) => void;

/** Percent and forecast category of the stages that a new org has; a stage of the project's own is open at 0 %. */
const STAGES: Readonly<Record<string, readonly [probability: number, category: string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
};

/** Sets the fields of standard objects that the platform computes from others when a record is saved. */
export function derive(row: SaveRow, context: DmlContext): void {
  DERIVATIONS[row.object.name]?.(row, context);
}

function set(row: SaveRow, field: string, value: Stored): void {
  if (row.object.fields.has(field)) row.values.set(field, value);
}

function setDefault(row: SaveRow, field: string, value: Stored): void {
  if ((valueOf(row, field) ?? null) === null) set(row, field, value);
}

function personName(row: SaveRow): void {
  const names = [valueOf(row, 'firstname'), valueOf(row, 'lastname')];
  set(row, 'name', names.filter((name) => typeof name === 'string').join(' ') || null);
}

function opportunity(row: SaveRow): void {
  const stage = String(valueOf(row, 'stagename') ?? '');
  const [probability, category] = STAGES[stage] ?? [0, 'Pipeline'];
  const isClosed = stage.startsWith('Closed');
  set(row, 'isclosed', isClosed ? 1 : 0);
  set(row, 'iswon', stage === 'Closed Won' ? 1 : 0);
  set(row, 'forecastcategory', category);
  set(row, 'forecastcategoryname', category);
  const hasNewStage = row.old?.get('stagename') !== valueOf(row, 'stagename');
  if (hasNewStage && !row.values.has('probability')) set(row, 'probability', probability);
  const amount = valueOf(row, 'amount');
  const percent = valueOf(row, 'probability');
  if (typeof amount === 'number' && typeof percent === 'number')
    set(row, 'expectedrevenue', money((amount * percent) / 100));
}

/** Of a line of an order, a quote or an opportunity: product and list price of its price book entry, and totals. */
function lineItem(row: SaveRow, { schema, store }: DmlContext): void {
  const entries = schema.object('PricebookEntry');
  const entryId = valueOf(row, 'pricebookentryid');
  const entry = entries && typeof entryId === 'string' ? store.row(entries, entryId) : null;
  if (entry) {
    setDefault(row, 'product2id', entry.get('product2id') ?? null);
    setDefault(row, 'listprice', entry.get('unitprice') ?? null);
    setDefault(row, 'productcode', entry.get('productcode') ?? null);
    if (!row.values.has('totalprice')) setDefault(row, 'unitprice', entry.get('unitprice') ?? null);
  }
  const quantity = Number(valueOf(row, 'quantity') ?? 0);
  const price = valueOf(row, 'unitprice');
  if (typeof price !== 'number') return;
  const subtotal = money(quantity * price);
  const discount = Number(valueOf(row, 'discount') ?? 0);
  set(row, 'subtotal', subtotal);
  set(row, 'totalprice', money(subtotal * (1 - discount / 100)));
  if (row.isInsert) set(row, 'availablequantity', quantity);
}

function priceBookEntry(row: SaveRow, { schema, store }: DmlContext): void {
  const products = schema.object('Product2');
  const id = valueOf(row, 'product2id');
  const product: StoredRow | null = products && typeof id === 'string' ? store.row(products, id) : null;
  set(row, 'name', product?.get('name') ?? null);
  set(row, 'productcode', product?.get('productcode') ?? null);
}

function task(row: SaveRow, { environment }: DmlContext): void {
  const isClosed = valueOf(row, 'status') === 'Completed';
  if (isClosed && row.old?.get('isclosed') !== 1) set(row, 'completeddatetime', seconds(environment.now()));
  set(row, 'isclosed', isClosed ? 1 : 0);
  set(row, 'ishighpriority', valueOf(row, 'priority') === 'High' ? 1 : 0);
}

function caseRecord(row: SaveRow, { environment }: DmlContext): void {
  const isClosed = valueOf(row, 'status') === 'Closed';
  const wasClosed = row.old?.get('isclosed') === 1;
  set(row, 'isclosed', isClosed ? 1 : 0);
  if (isClosed !== wasClosed) set(row, 'closeddate', isClosed ? seconds(environment.now()) : null);
}

function order(row: SaveRow, { schema, store, environment }: DmlContext): void {
  const statuses = schema.object('OrderStatus');
  const label = valueOf(row, 'status');
  const [status] = statuses && typeof label === 'string' ? store.rows(statuses, '"ApiName" = ?', label) : [];
  const code = status?.get('statuscode') ?? 'Draft';
  if (code === 'Activated' && row.old?.get('statuscode') !== 'Activated') {
    set(row, 'activateddate', seconds(environment.now()));
    set(row, 'activatedbyid', environment.userId());
  }
  set(row, 'statuscode', code);
  if (row.isInsert) set(row, 'totalamount', 0);
}

function setupEntityType(id: string, schema: OrgSchema): string | null {
  return isPrincipalId(id) ? PRINCIPAL_OBJECT : (schema.objectOfKeyPrefix(id.slice(0, 3))?.name ?? null);
}

function setupAccess(row: SaveRow, { schema }: DmlContext): void {
  const id = valueOf(row, 'setupentityid');
  if (typeof id === 'string') set(row, 'setupentitytype', setupEntityType(id, schema));
}

function bodyLength(row: SaveRow): void {
  const body = valueOf(row, 'body');
  if (body instanceof Uint8Array) set(row, 'bodylength', body.length);
}

/** The last day of the term, which begins on the first. */
function contract(row: SaveRow): void {
  const start = valueOf(row, 'startdate');
  const months = valueOf(row, 'contractterm');
  if (typeof start !== 'string' || typeof months !== 'number') {
    if (!row.values.has('enddate')) set(row, 'enddate', null);
    return;
  }
  const end = ApexDate.ofMilliseconds(Date.parse(start)).addMonths(months).addDays(-1);
  set(row, 'enddate', end.toIsoString());
}

function user(row: SaveRow): void {
  personName(row);
  if (!row.isInsert) return;
  setDefault(row, 'communitynickname', String(valueOf(row, 'username') ?? '').slice(0, 40) || null);
  setDefault(row, 'usertype', 'Standard');
}

function money(value: number): number {
  return Decimal.of(value).setScale(2, 'HALF_UP').toNumber();
}

function seconds(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

const DERIVATIONS: Readonly<Record<string, Derive>> = {
  Contact: personName,
  Lead: personName,
  Individual: personName,
  User: user,
  Opportunity: opportunity,
  OrderItem: lineItem,
  OpportunityLineItem: lineItem,
  QuoteLineItem: lineItem,
  PricebookEntry: priceBookEntry,
  Task: task,
  Case: caseRecord,
  Order: order,
  Contract: contract,
  SetupEntityAccess: setupAccess,
  Attachment: bodyLength,
  Document: bodyLength,
  StaticResource: bodyLength,
};
