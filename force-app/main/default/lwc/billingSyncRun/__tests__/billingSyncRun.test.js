import { createElement } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { RefreshEventName } from 'lightning/refresh';
import BillingSyncRun from 'c/billingSyncRun';
import choices from '@salesforce/apex/BillingSyncController.choices';
import progress from '@salesforce/apex/BillingSyncController.progress';
import run from '@salesforce/apex/BillingSyncController.run';
import preview from '@salesforce/apex/BillingSyncController.preview';
import allInSync from '@salesforce/label/c.BillingRunAllInSync';
import noted from '@salesforce/label/c.BillingRunNoted';
import notedOutcome from '@salesforce/label/c.BillingOutcomeNoted';
import chooseFirst from '@salesforce/label/c.BillingRunChooseFirst';
import left from '@salesforce/label/c.BillingRunOpenDecisions';
import deciding from '@salesforce/label/c.BillingRunDeciding';
import expired from '@salesforce/label/c.BillingRunExpired';
import finished from '@salesforce/label/c.BillingRunFinished';
import followFailed from '@salesforce/label/c.BillingRunFollowFailed';
import lookFailed from '@salesforce/label/c.BillingRunLookFailed';
import noneChosen from '@salesforce/label/c.BillingRunNoneChosen';
import noProgress from '@salesforce/label/c.BillingRunNoProgress';
import nothingToWrite from '@salesforce/label/c.BillingRunNothingToWrite';
import statusLabel from '@salesforce/label/c.BillingResultStatus';
import runFailed from '@salesforce/label/c.BillingRunFailed';

jest.mock('@salesforce/apex/BillingSyncController.preview', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSyncController.run', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingSyncController.progress', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSyncController.choices', () => ({ default: jest.fn() }), {
  virtual: true,
});

const change = (over = {}) => ({
  key: 'BillingEmail__c',
  label: 'Billing Email',
  salesforceValue: 'new@example.com',
  billingValue: 'old@example.com',
  newValue: 'new@example.com',
  owner: 'shared',
  direction: 'toBilling',
  ...over,
});

const item = (number, over = {}) => ({
  recordId: `001${number}`,
  recordName: `Account ${number}`,
  objectName: 'Account',
  objectLabel: 'Account',
  operationId: `op${number}`,
  outcome: 'updateBilling',
  connectionId: 'c1',
  changes: [change()],
  reasons: [],
  candidates: [],
  children: [],
  ...over,
});

const found = (items, over = {}) => ({
  runId: items.some(({ operationId }) => operationId) ? 'r1' : null,
  items,
  callouts: items.length,
  transactions: 1,
  expiresAt: '2999-01-01T00:00:00.000Z',
  remaining: [],
  ...over,
});

const outcome = (number, over = {}) => ({
  operationId: `op${number}`,
  recordId: `001${number}`,
  recordName: `Account ${number}`,
  outcome: 'updateBilling',
  state: 'done',
  message: 'Billing was updated.',
  billingNumber: `10${number}`,
  ...over,
});

const ran = (items, over = {}) => ({ runId: 'r1', finished: true, items, ...over });

const conflict = (number) =>
  item(number, {
    outcome: 'conflict',
    changes: [change({ direction: 'undecided', newValue: null })],
    reasons: [{ name: 'conflict', message: 'Changed on both sides.', remedy: 'resolveConflict' }],
  });

/** Lets everything run that waits for no timer. */
const settle = (turns = 12) => (turns === 0 ? undefined : Promise.resolve().then(() => settle(turns - 1)));

async function place(recordIds, over = {}) {
  const element = createElement('c-billing-sync-run', { is: BillingSyncRun });
  Object.assign(element, { recordIds, ...over });
  document.body.appendChild(element);
  await settle();
  return element;
}

/** The first match in the component or in any component below it. */
function deep(root, selector) {
  return deepAll(root, selector)[0] ?? null;
}
function deepAll(root, selector) {
  const { shadowRoot } = root;
  if (!shadowRoot) return [];
  const inside = [...shadowRoot.querySelectorAll('*')].flatMap((child) => deepAll(child, selector));
  return [...shadowRoot.querySelectorAll(selector), ...inside];
}
function textOf({ shadowRoot }) {
  if (!shadowRoot) return '';
  return shadowRoot.textContent + [...shadowRoot.querySelectorAll('*')].map(textOf).join(' ');
}

const action = (element, name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
const heading = (element) => element.shadowRoot.querySelector('h2')?.textContent;
const openDecisions = (element) => element.shadowRoot.querySelector('[data-open-decisions]').textContent;
const panel = (element) => element.shadowRoot.querySelector('c-billing-error-panel');
const serverCalls = () => [preview, run, progress, choices].flatMap(({ mock }) => mock.calls).length;
const choose = (field, value) => field.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-billing-sync-run', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    window.localStorage.clear();
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  describe('one record', () => {
    it('with nothing to write needs one call, and says that both sides agree', async () => {
      preview.mockResolvedValue(
        found([item(1, { outcome: 'unchanged', operationId: null, changes: [] })], { callouts: 0 }),
      );
      const element = await place(['0011']);

      expect(serverCalls()).toBe(1);
      expect(heading(element)).toBe(allInSync);
      expect(action(element, 'write')).toBeNull();
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });

    it('with nothing to write and something to tell does not say that all is in sync', async () => {
      const reasons = [{ name: 'keptInBilling', message: 'PO Number differs.', remedy: 'none' }];
      preview.mockResolvedValue(
        found([item(1, { outcome: 'unchanged', operationId: null, changes: [], reasons })], { callouts: 0 }),
      );
      const element = await place(['0011']);

      expect(heading(element)).toBe(noted);
      expect(textOf(element)).toContain(notedOutcome);
    });

    it('with something to write needs two calls and asks nobody', async () => {
      preview.mockResolvedValue(found([item(1)]));
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);

      expect(serverCalls()).toBe(2);
      expect(run).toHaveBeenCalledWith({ runId: 'r1', decisions: [] });
      expect(heading(element)).toBe(finished);
      expect(textOf(element)).toContain('Billing was updated.');
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });

    it('tells the page that the record is new, and its host what became of it', async () => {
      preview.mockResolvedValue(found([item(1)]));
      run.mockResolvedValue(ran([outcome(1)]));
      const told = jest.fn();
      const refreshed = jest.fn();
      document.body.addEventListener(RefreshEventName, refreshed, { once: true });
      const element = createElement('c-billing-sync-run', { is: BillingSyncRun });
      element.addEventListener('finished', told);
      element.recordIds = ['0011'];
      document.body.appendChild(element);
      await settle();

      expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: '0011' }]);
      expect(refreshed).toHaveBeenCalledTimes(1);
      expect(told.mock.calls[0][0].detail.items).toEqual([outcome(1)]);
    });

    it('is shown first when the person wants that, and the browser remembers it', async () => {
      preview.mockResolvedValue(found([item(1, { outcome: 'unchanged', operationId: null })]));
      const first = await place(['0011']);
      const tick = first.shadowRoot.querySelector('lightning-input');
      tick.checked = true;
      tick.dispatchEvent(new CustomEvent('change'));
      preview.mockResolvedValue(found([item(1)]));
      run.mockResolvedValue(ran([outcome(1)]));

      const second = await place(['0011']);

      expect(heading(second)).toBe(deciding);
      expect(run).not.toHaveBeenCalled();
      expect(textOf(second)).toContain('old@example.com');
      action(second, 'write').click();
      await settle();
      expect(heading(second)).toBe(finished);
    });

    it('linked to several billing objects is shown once for each of them', async () => {
      const items = [item(1, { billingId: 'b1' }), item(1, { billingId: 'b2', operationId: 'op2' })];
      preview.mockResolvedValue(found(items));
      const element = await place(['0011'], { showFirst: true });

      expect(deepAll(element, 'c-billing-sync-item').map((one) => one.item.billingId)).toEqual(['b1', 'b2']);
    });

    it('that failed shows a rep no status of a call', async () => {
      const reason = { name: 'billingRejected', message: 'Not accepted.', remedy: 'editRecord' };
      preview.mockResolvedValue(found([item(1)]));
      run.mockResolvedValue(ran([outcome(1, { state: 'failed', reason, httpStatus: 422 })]));
      const element = await place(['0011']);

      expect(textOf(element)).toContain('Not accepted.');
      expect(textOf(element)).not.toContain(statusLabel);
    });

    it('that is blocked shows why and what to do, and can be looked at again', async () => {
      const reason = { name: 'missingRequiredField', message: 'Name is empty.', remedy: 'editRecord' };
      preview.mockResolvedValue(
        found([item(1, { outcome: 'blocked', operationId: null, changes: [], reasons: [reason] })]),
      );
      const element = await place(['0011']);

      expect(heading(element)).toBe(nothingToWrite);
      expect(textOf(element)).toContain('Name is empty.');
      expect(deep(element, '[data-remedy="editRecord"]')).not.toBeNull();
      action(element, 'look').click();
      await settle();
      expect(preview).toHaveBeenCalledTimes(2);
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });
  });

  describe('what a person decides', () => {
    it('a conflict is shown, cannot be written without a choice, and is sent with it', async () => {
      preview.mockResolvedValue(found([conflict(1)]));
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);

      expect(run).not.toHaveBeenCalled();
      expect(action(element, 'write').disabled).toBe(true);
      expect(openDecisions(element)).toBe(chooseFirst);
      expect(textOf(element)).toContain('Changed on both sides.');
      expect(deep(element, '[data-remedy]')).toBeNull();
      jest.useRealTimers();
      await expect(element).toBeAccessible();
      choose(deep(element, 'lightning-radio-group'), 'billing');
      await settle();
      expect(action(element, 'write').disabled).toBe(false);
      action(element, 'write').click();
      await settle();

      expect(run).toHaveBeenCalledWith({
        runId: 'r1',
        decisions: [{ operationId: 'op1', sides: { BillingEmail__c: 'billing' }, linkTo: null, values: {} }],
      });
      expect(deep(element, 'c-billing-sync-result').items[0].written).toEqual({
        toBilling: [],
        toSalesforce: ['Billing Email'],
      });
    });

    it('a candidate is linked', async () => {
      const candidate = {
        billingId: 'b9',
        billingNumber: '1009',
        name: 'Acme',
        email: null,
        evidence: ['name'],
      };
      preview.mockResolvedValue(
        found([item(1, { outcome: 'blocked', changes: [], candidates: [candidate] })]),
      );
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);

      const question = deep(element, 'lightning-radio-group');
      expect(question.options.map(({ value }) => value)).toEqual(['b9', 'new']);
      choose(question, 'b9');
      await settle();
      action(element, 'write').click();
      await settle();

      expect(run.mock.calls[0][0].decisions).toEqual([
        { operationId: 'op1', sides: {}, linkTo: 'b9', values: {} },
      ]);
    });

    it('what differs from a candidate is shown once it is chosen, and asked for', async () => {
      const differs = (billingValue) => [change({ direction: 'undecided', newValue: null, billingValue })];
      const candidate = (billingId, over) => ({ billingId, evidence: ['name'], reasons: [], ...over });
      const candidates = [
        candidate('b1', { changes: differs('one@example.com') }),
        candidate('b2', {
          changes: differs('two@example.com'),
          reasons: [{ name: 'keptInBilling', message: 'The number stays.', remedy: 'none' }],
        }),
      ];
      const made = [change({ newValue: 'made@example.com' })];
      preview.mockResolvedValue(found([item(1, { outcome: 'blocked', changes: made, candidates })]));
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);
      const link = async (billingId) => {
        choose(deep(element, 'lightning-radio-group'), billingId);
        await settle();
      };
      const side = () => deep(element, 'c-billing-changes').shadowRoot.querySelector('lightning-radio-group');

      expect(textOf(element)).not.toContain('made@example.com');
      await link('b1');
      choose(side(), 'salesforce');
      await settle();
      await link('b2');
      expect(deep(element, 'c-billing-changes').changes).toEqual(differs('two@example.com'));
      expect(textOf(element)).toContain('The number stays.');
      expect(action(element, 'write').disabled).toBe(true);
      choose(side(), 'billing');
      await settle();
      action(element, 'write').click();
      await settle();

      expect(run.mock.calls[0][0].decisions).toEqual([
        { operationId: 'op1', sides: { BillingEmail__c: 'billing' }, linkTo: 'b2', values: {} },
      ]);
    });

    it('another account gets what the record has, which is shown once it is wanted', async () => {
      const candidate = { billingId: 'b1', evidence: ['name'], reasons: [], changes: [] };
      const made = [change({ newValue: 'made@example.com' })];
      preview.mockResolvedValue(
        found([item(1, { outcome: 'blocked', changes: made, candidates: [candidate] })]),
      );
      const element = await place(['0011']);

      choose(deep(element, 'lightning-radio-group'), 'new');
      await settle();
      expect(textOf(element)).toContain('made@example.com');
    });

    it('a new account takes values from the live lists, which are read only when wanted', async () => {
      window.localStorage.setItem('billwright.showChangesFirst', 'true');
      preview.mockResolvedValue(found([item(1, { outcome: 'create' })]));
      choices.mockResolvedValue([
        {
          name: 'DefaultBillCycleId__c',
          label: 'Bill Cycle',
          options: [{ value: '15', label: 'Mid-month', also: { DefaultBillCycleType__c: 'MONTHLY' } }],
        },
      ]);
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);
      expect(choices).not.toHaveBeenCalled();

      deep(element, 'c-billing-choices').shadowRoot.querySelector('lightning-button').click();
      await settle();
      choose(deep(element, 'lightning-combobox'), '15');
      await settle();
      action(element, 'write').click();
      await settle();

      expect(choices).toHaveBeenCalledWith({ connectionId: 'c1' });
      expect(run.mock.calls[0][0].decisions[0].values).toEqual({
        DefaultBillCycleId__c: '15',
        DefaultBillCycleType__c: 'MONTHLY',
      });
    });

    it('what a new account lacks is chosen from the live lists before it is written', async () => {
      const lacking = {
        name: 'missingRequiredField',
        message: 'Bill Cycle is empty.',
        remedy: 'editRecord',
        fieldName: 'DefaultBillCycleId__c',
      };
      preview.mockResolvedValue(found([item(1, { outcome: 'blocked', changes: [], reasons: [lacking] })]));
      const options = [{ value: '15', label: 'Mid-month', also: {} }];
      choices.mockResolvedValue([{ name: 'DefaultBillCycleId__c', label: 'Bill Cycle', options }]);
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);
      expect(run).not.toHaveBeenCalled();
      expect(action(element, 'write').disabled).toBe(true);

      deep(element, 'c-billing-choices').shadowRoot.querySelector('lightning-button').click();
      await settle();
      choose(deep(element, 'lightning-combobox'), '15');
      await settle();
      action(element, 'write').click();
      await settle();

      expect(run.mock.calls[0][0].decisions[0].values).toEqual({ DefaultBillCycleId__c: '15' });
    });

    it('what a record lacks that takes no part can’t be chosen', async () => {
      const lacking = { name: 'missingRequiredField', message: 'Name is empty.', fieldName: 'Name' };
      preview.mockResolvedValue(
        found([item(1, { outcome: 'blocked', operationId: null, changes: [], reasons: [lacking] })]),
      );
      const element = await place(['0011']);

      expect(deep(element, 'c-billing-choices')).toBeNull();
      expect(action(element, 'write')).toBeNull();
    });

    it('a choice below the record counts for the record’s operation', async () => {
      const below = item(2, { ...conflict(2), operationId: null, recordId: '8022' });
      preview.mockResolvedValue(found([item(1, { children: [below] })]));
      run.mockResolvedValue(ran([outcome(1)]));
      const element = await place(['0011']);

      expect(run).not.toHaveBeenCalled();
      choose(deep(element, 'lightning-radio-group'), 'salesforce');
      await settle();
      action(element, 'write').click();
      await settle();

      expect(run.mock.calls[0][0].decisions).toEqual([
        { operationId: 'op1', sides: { BillingEmail__c: 'salesforce' }, linkTo: null, values: {} },
      ]);
    });
  });

  describe('many records', () => {
    it('are shown first, with totals and cost, those that need a person on top', async () => {
      preview.mockResolvedValue(found([item(1), item(2), conflict(3)]));
      const element = await place(['0011', '0012', '0013']);

      expect(run).not.toHaveBeenCalled();
      const totals = deepAll(element, '[data-outcome]').map((one) => one.dataset.outcome);
      expect(totals).toEqual(['conflict', 'updateBilling']);
      const [first] = deepAll(element, 'c-billing-sync-item');
      expect(first.item.recordName).toBe('Account 3');
      expect(openDecisions(element)).toBe(left);
      expect(action(element, 'write').disabled).toBe(false);
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });

    it('that did not fit one transaction are looked at in the next', async () => {
      preview.mockResolvedValueOnce(found([item(1)], { runId: 'r1', remaining: ['0012'] }));
      preview.mockResolvedValueOnce(found([item(2)], { runId: 'r2' }));
      run.mockImplementation(({ runId }) =>
        Promise.resolve(ran([outcome(runId === 'r1' ? 1 : 2)], { runId })),
      );
      const element = await place(['0011', '0012']);
      expect(preview.mock.calls).toEqual([[{ recordIds: ['0011', '0012'] }], [{ recordIds: ['0012'] }]]);

      action(element, 'write').click();
      await settle();

      expect(run.mock.calls.map(([{ runId }]) => runId)).toEqual(['r1', 'r2']);
      expect(heading(element)).toBe(finished);
      expect(deepAll(element, '[data-state="done"]')).toHaveLength(2);
    });

    it('are not looked at for ever when the server takes none of them', async () => {
      preview.mockResolvedValue(found([], { remaining: ['0011', '0012'] }));
      const element = await place(['0011', '0012']);

      expect(preview).toHaveBeenCalledTimes(1);
      expect(panel(element).heading).toBe(lookFailed);
      expect(textOf(panel(element))).toContain(noProgress);
    });

    it('beyond the first page are shown on demand', async () => {
      const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
      preview.mockResolvedValue(found(numbers.map((number) => item(number))));
      const element = await place(numbers.map((number) => `001${number}`));
      expect(deepAll(element, 'c-billing-sync-item')).toHaveLength(25);

      deep(element, 'c-billing-sync-preview').shadowRoot.querySelector('lightning-button').click();
      await settle();

      expect(deepAll(element, 'c-billing-sync-item')).toHaveLength(30);
    });

    it('can end in part: what failed says why and how to go on', async () => {
      preview.mockResolvedValue(found([item(1), item(2)]));
      const reason = {
        name: 'billingRejected',
        message: 'The billing system did not accept this: E-mail is wrong.',
        adminMessage: 'Billing answered: E-mail is wrong.',
        remedy: 'editRecord',
      };
      const failed = outcome(2, {
        state: 'failed',
        reason,
        adminMessage: 'PUT',
        httpStatus: 422,
        correlationId: 'x7',
      });
      run.mockResolvedValue(ran([outcome(1), failed]));
      const element = await place(['0011', '0012']);
      action(element, 'write').click();
      await settle();

      expect(heading(element)).not.toBe(finished);
      const row = deep(element, '[data-state="failed"]');
      expect(row.textContent).toContain(statusLabel);
      expect(textOf(element)).toContain('E-mail is wrong.');
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });
  });

  describe('what takes longer', () => {
    const queued = outcome(1, { state: 'queued', message: null, billingNumber: null });

    async function placeQueued() {
      preview.mockResolvedValue(found([item(1)]));
      run.mockResolvedValue(ran([queued], { finished: false }));
      return place(['0011']);
    }
    async function wait(milliseconds) {
      jest.advanceTimersByTime(milliseconds);
      await settle();
    }

    it('is followed, ever more patiently, until it has ended', async () => {
      progress.mockResolvedValueOnce(ran([queued], { finished: false }));
      progress.mockResolvedValueOnce(ran([outcome(1)]));
      const element = await placeQueued();
      expect(element.shadowRoot.querySelector('[data-stage="running"]')).not.toBeNull();

      await wait(2000);
      expect(progress).toHaveBeenCalledTimes(1);
      await wait(2000);
      expect(progress).toHaveBeenCalledTimes(1);
      await wait(1000);

      expect(progress).toHaveBeenCalledTimes(2);
      expect(heading(element)).toBe(finished);
      expect(run).toHaveBeenCalledTimes(1);
    });

    it('is asked for no more once the window is closed', async () => {
      const element = await placeQueued();
      element.remove();
      await wait(60000);

      expect(progress).not.toHaveBeenCalled();
    });

    it('is asked for again when an answer was lost, never run again', async () => {
      progress.mockRejectedValueOnce(new Error('Offline'));
      progress.mockResolvedValueOnce(ran([outcome(1)]));
      const element = await placeQueued();
      await wait(2000);
      expect(panel(element).heading).toBe(followFailed);

      panel(element).dispatchEvent(new CustomEvent('retry'));
      await wait(2000);

      expect(heading(element)).toBe(finished);
      expect(run).toHaveBeenCalledTimes(1);
    });
  });

  describe('what goes wrong', () => {
    it('a comparison that failed says so and can be tried again', async () => {
      preview.mockRejectedValueOnce({ body: { message: 'You may not use the billing system yet.' } });
      preview.mockResolvedValueOnce(found([item(1, { outcome: 'unchanged', operationId: null })]));
      const element = await place(['0011']);

      expect(panel(element).heading).toBe(lookFailed);
      expect(textOf(panel(element))).toContain('You may not use the billing system yet.');
      jest.useRealTimers();
      await expect(element).toBeAccessible();
      panel(element).dispatchEvent(new CustomEvent('retry'));
      await settle();
      expect(heading(element)).toBe(allInSync);
    });

    it('a run that was interrupted is looked at again instead of being sent again', async () => {
      preview.mockResolvedValue(found([item(1)]));
      run.mockRejectedValueOnce({ body: { message: 'Time-out' } });
      const element = await place(['0011']);
      expect(panel(element).heading).toBe(runFailed);
      expect(run).toHaveBeenCalledTimes(1);

      preview.mockResolvedValue(found([item(1, { outcome: 'unchanged', operationId: null })]));
      panel(element).dispatchEvent(new CustomEvent('retry'));
      await settle();

      expect(run).toHaveBeenCalledTimes(1);
      expect(heading(element)).toBe(allInSync);
    });

    it('a preview that is too old is not run but looked at again', async () => {
      jest.setSystemTime(new Date('2026-01-01T10:00:00Z'));
      preview.mockResolvedValue(found([item(1)], { expiresAt: '2026-01-01T10:15:00.000Z' }));
      const element = await place(['0011'], { showFirst: true });
      jest.setSystemTime(new Date('2026-01-01T10:16:00Z'));

      action(element, 'write').click();
      await settle();

      expect(run).not.toHaveBeenCalled();
      expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toBe(expired);
      action(element, 'look').click();
      await settle();
      expect(preview).toHaveBeenCalledTimes(2);
    });

    it('an answer to an earlier beginning is dropped', async () => {
      let answer;
      preview.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
      preview.mockResolvedValueOnce(found([item(2, { outcome: 'unchanged', operationId: null })]));
      const element = await place(['0011']);
      element.recordIds = ['0012'];
      await settle();
      answer(found([item(1)]));
      await settle();

      expect(run).not.toHaveBeenCalled();
      expect(textOf(element)).not.toContain('Account 1');
    });

    it('no record at all is said and costs no call', async () => {
      const element = await place([]);

      expect(element.shadowRoot.textContent).toContain(noneChosen);
      expect(serverCalls()).toBe(0);
      jest.useRealTimers();
      await expect(element).toBeAccessible();
    });
  });

  it('announces what it is doing and moves the focus to what it found', async () => {
    let answer;
    preview.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await place(['0011', '0012']);
    expect(element.shadowRoot.querySelector('[role="status"]').textContent).not.toBe('');
    jest.useRealTimers();
    await expect(element).toBeAccessible();

    answer(found([item(1), item(2)]));
    await settle();

    expect(element.shadowRoot.activeElement.tagName).toBe('H2');
  });

  it('is closed by its button', async () => {
    preview.mockResolvedValue(found([item(1), item(2)]));
    const element = await place(['0011', '0012']);
    const closed = jest.fn();
    element.addEventListener('close', closed);

    action(element, 'close').click();

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
