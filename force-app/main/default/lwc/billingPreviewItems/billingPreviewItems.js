import blocked from '@salesforce/label/c.BillingOutcomeBlocked';
import conflict from '@salesforce/label/c.BillingOutcomeConflict';
import create from '@salesforce/label/c.BillingOutcomeCreate';
import link from '@salesforce/label/c.BillingOutcomeLink';
import noted from '@salesforce/label/c.BillingOutcomeNoted';
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
  ['noted', { label: noted, theme: 'slds-theme_warning' }],
  ['unchanged', { label: unchanged, theme: 'slds-theme_success' }],
]);
const order = [...outcomes.keys()];

const hasCandidates = ({ candidates }) => (candidates ?? []).length > 0;

/**
 * Values without which the object can't be created and that a person may choose from the billing system's lists, by
 * name. None for a record that takes no part: what it lacks can't be chosen.
 */
export function missingValues({ operationId, reasons }) {
  if (!operationId) return [];
  return (reasons ?? [])
    .filter(({ name }) => name === 'missingRequiredField')
    .map(({ fieldName }) => fieldName);
}

/** Whether nothing is to be written and yet something stays different or is waited for, which its reasons tell. */
export const isNoted = ({ outcome, reasons }) => outcome === 'unchanged' && (reasons ?? []).length > 0;

/** Nothing is wrong with a record that a person has to link or to create, or to give a value to: it waits for them. */
function seen(item) {
  if (isNoted(item)) return 'noted';
  return item.operationId && (hasCandidates(item) || missingValues(item).length > 0)
    ? 'conflict'
    : item.outcome;
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

/** The billing object that a person chose to link; none if they chose nothing yet, or to create another one. */
export const chosenCandidate = ({ candidates }, { linkTo } = {}) =>
  (candidates ?? []).find(({ billingId }) => billingId === linkTo);

/**
 * The differences to what a person chose: with the billing object that they link, or what a new one gets. While nothing
 * is chosen there is nothing to compare with.
 */
export function changesOf(item, decision) {
  if (!hasCandidates(item) || decision?.linkTo === 'new') return item.changes ?? [];
  return chosenCandidate(item, decision)?.changes ?? [];
}

const undecidedKeys = (changes) =>
  (changes ?? []).filter(({ direction }) => direction === 'undecided').map(({ key }) => key);

/** Whether a person has to choose something before the item, or one below it, can be run. */
export const asksPerson = (item) =>
  family(item).some(
    ({ item: one }) =>
      undecidedKeys(one.changes).length > 0 || hasCandidates(one) || missingValues(one).length > 0,
  );

const sideOf = { salesforce: 'toBilling', billing: 'toSalesforce' };

/**
 * What the run of an operation writes where, as a person has decided: labels of fields by direction, each once. Those of
 * records below it are not among them.
 */
export function writtenBy(item, decision) {
  const written = { toBilling: new Set(), toSalesforce: new Set() };
  for (const { key, label, direction } of changesOf(item, decision)) {
    written[direction === 'undecided' ? sideOf[decision?.sides?.[key]] : direction]?.add(label);
  }
  return { toBilling: [...written.toBilling], toSalesforce: [...written.toSalesforce] };
}

/** Whether a run would create the object, as far as a person has decided: then what it lacks has to be chosen. */
export function willBeCreated(item, { linkTo } = {}) {
  if (hasCandidates(item)) return linkTo === 'new';
  return item.outcome === 'create' || missingValues(item).length > 0;
}

/** Operations of the item and below that still wait for a choice. `decisions` is a map by operation id. */
export function openOperations(item, decisions) {
  const isOpen = ({ item: one, operationId }) => {
    const decision = decisions.get(operationId) ?? {};
    const { sides = {}, linkTo, values = {} } = decision;
    const misses = undecidedKeys(changesOf(one, decision)).some((key) => !(key in sides));
    const lacks = willBeCreated(one, decision) && missingValues(one).some((name) => !values[name]);
    return misses || lacks || (hasCandidates(one) && !linkTo);
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

/** More than these are not shown one by one before they are written. */
const mostShown = 200;

/** Whether so many records are synchronised in the background. */
export const areMany = (recordIds) => recordIds?.length > mostShown;
