import blocked from '@salesforce/label/c.BillingOutcomeBlocked';
import conflict from '@salesforce/label/c.BillingOutcomeConflict';
import create from '@salesforce/label/c.BillingOutcomeCreate';
import link from '@salesforce/label/c.BillingOutcomeLink';
import unchanged from '@salesforce/label/c.BillingOutcomeUnchanged';
import updateBilling from '@salesforce/label/c.BillingOutcomeUpdateBilling';
import updateBoth from '@salesforce/label/c.BillingOutcomeUpdateBoth';
import updateSalesforce from '@salesforce/label/c.BillingOutcomeUpdateSalesforce';

/** Outcomes in the order in which people need to see them: what waits for them first, what is well last. */
const outcomes = new Map([
  ['conflict', { label: conflict, theme: 'slds-theme_warning' }],
  ['blocked', { label: blocked, theme: 'slds-theme_error' }],
  ['link', { label: link, theme: '' }],
  ['create', { label: create, theme: '' }],
  ['updateBoth', { label: updateBoth, theme: '' }],
  ['updateBilling', { label: updateBilling, theme: '' }],
  ['updateSalesforce', { label: updateSalesforce, theme: '' }],
  ['unchanged', { label: unchanged, theme: 'slds-theme_success' }],
]);
const order = [...outcomes.keys()];

/** A record that a person has to link or to create waits for a choice, although nothing is wrong with it. */
function seen({ outcome, operationId, candidates }) {
  return operationId && (candidates ?? []).length > 0 ? 'conflict' : outcome;
}

/** Label and badge of an outcome. */
export function outcomeOf(item) {
  const known = outcomes.get(seen(item));
  if (!known) throw new Error(`Unknown outcome of a preview: ${item.outcome}`);
  return { label: known.label, badge: `slds-badge ${known.theme}`.trim() };
}

/** The item and all below it, parents first, with how deep each lies and which operation it belongs to. */
export function family(item, depth = 0, above = null) {
  const operationId = item.operationId ?? above;
  const children = (item.children ?? []).flatMap((child) => family(child, depth + 1, operationId));
  return [{ item, depth, operationId }, ...children];
}

const undecidedKeys = ({ changes }) =>
  (changes ?? []).filter(({ direction }) => direction === 'undecided').map(({ key }) => key);

/** Whether a person has to choose something before the item, or one below it, can be run. */
export const asksPerson = (item) =>
  family(item).some((one) => undecidedKeys(one.item).length > 0 || (one.item.candidates ?? []).length > 0);

/** Operations of the item and below that still wait for a choice. `decisions` is a map by operation id. */
export function openOperations(item, decisions) {
  const isOpen = ({ item: one, operationId }) => {
    const { sides = {}, linkTo } = decisions.get(operationId) ?? {};
    const misses = undecidedKeys(one).some((key) => !(key in sides));
    return misses || ((one.candidates ?? []).length > 0 && !linkTo);
  };
  return family(item)
    .filter((one) => one.operationId && isOpen(one))
    .map(({ operationId }) => operationId);
}

/** Operations that the item and those below it propose. */
export const operationsOf = (item) => [...new Set(family(item).flatMap((one) => one.operationId ?? []))];

/** Sorted by what people need to see first; equal outcomes keep their order. */
export const sorted = (items) =>
  [...items].sort((one, other) => order.indexOf(seen(one)) - order.indexOf(seen(other)));

/** How many records have each outcome, in the order of `sorted`; outcomes that none has are left out. */
export function totals(items) {
  return order
    .map((outcome) => ({ outcome, count: items.filter((item) => seen(item) === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => ({ outcome, count, ...outcomeOf({ outcome }) }));
}
