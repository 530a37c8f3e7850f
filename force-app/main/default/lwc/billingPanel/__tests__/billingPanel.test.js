import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import BillingPanel from 'c/billingPanel';
import BillingQueryWindow from 'c/billingQueryWindow';
import BillingSyncModal from 'c/billingSyncModal';
import compare from '@salesforce/apex/BillingPanelController.compare';
import read from '@salesforce/apex/BillingPanelController.read';
import compareFailed from '@salesforce/label/c.BillingPanelCompareFailed';
import loadFailed from '@salesforce/label/c.BillingPanelLoadFailed';
import never from '@salesforce/label/c.BillingPanelNever';
import notLinked from '@salesforce/label/c.BillingPanelNotLinked';

jest.mock('@salesforce/apex/BillingPanelController.compare', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingPanelController.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/billingSyncModal', () => ({ default: { open: jest.fn() }, __esModule: true }));
jest.mock('c/billingQueryWindow', () => ({ default: { open: jest.fn() }, __esModule: true }));

const recordId = '001000000000001AAA';

const link = {
  id: 'l1',
  connectionId: 'c1',
  connectionName: 'Europe',
  type: 'account',
  billingNumber: '10042',
  billingId: '42',
  primary: true,
  lastSynced: '2026-01-01T10:00:00.000Z',
};

const linked = (over = {}) => ({
  objectName: 'Account',
  objectLabel: 'Account',
  recordName: 'Acme',
  links: [link],
  status: 'ACTIVE',
  statusLabel: 'Active',
  money: [
    { label: 'Balance', amount: 120.5, currencyCode: 'EUR' },
    { label: 'Overdue', amount: null, currencyCode: 'EUR' },
  ],
  lastSynced: '2026-01-01T10:00:00.000Z',
  canSync: true,
  canQuery: true,
  canLink: false,
  canSetUp: false,
  operations: [],
  orders: [],
  reasons: [],
  ...over,
});

const conflict = {
  name: 'conflict',
  message: 'Billing Email was changed here and in billing.',
  adminMessage: null,
  remedy: 'resolveConflict',
};

const operation = (state) => ({
  operationId: 'o1',
  recordId,
  recordName: 'Acme',
  outcome: 'updateBilling',
  state,
  message: 'It goes on.',
});

const settle = (turns = 12) => (turns === 0 ? undefined : Promise.resolve().then(() => settle(turns - 1)));

async function place() {
  const element = createElement('c-billing-panel', { is: BillingPanel });
  element.recordId = recordId;
  document.body.appendChild(element);
  await settle();
  return element;
}

const action = (element, name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
const section = (element, name) => element.shadowRoot.querySelector(`[data-section="${name}"]`);
const error = (element) =>
  [...element.shadowRoot.querySelectorAll('c-billing-error-panel')].find((panel) => panel.error);
const facts = (element) => element.shadowRoot.querySelector('c-billing-panel-facts').shadowRoot;

async function click(button) {
  button.click();
  await settle();
}

describe('c-billing-panel', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    registerRefreshHandler.mockReturnValue(7);
    BillingSyncModal.open.mockResolvedValue(undefined);
    BillingQueryWindow.open.mockResolvedValue(undefined);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('shows that it loads', async () => {
    read.mockReturnValue(new Promise(() => {}));
    const element = await place();

    expect(element.shadowRoot.querySelector('c-billing-waiting')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows number, status, money and age of what is linked, by one call that costs none to billing', async () => {
    read.mockResolvedValue(linked());
    const element = await place();

    expect(facts(element).textContent).toContain('10042');
    expect(facts(element).textContent).toContain('Europe');
    expect(facts(element).querySelector('[data-fact="status"]').textContent).toBe('Active');
    const money = facts(element).querySelectorAll('[data-fact="money"] lightning-formatted-number');
    expect([...money].map(({ value, currencyCode }) => [value, currencyCode])).toEqual([[120.5, 'EUR']]);
    expect(facts(element).querySelector('lightning-formatted-date-time').value).toBe(link.lastSynced);
    expect(read.mock.calls).toEqual([[{ recordId }]]);
    expect(compare).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('says so when the record was linked but never compared', async () => {
    read.mockResolvedValue(linked({ lastSynced: null }));

    expect(facts(await place()).querySelector('[data-fact="lastSynced"]').textContent).toContain(never);
  });

  it('says so when the record is not in billing', async () => {
    read.mockResolvedValue(linked({ links: [], statusLabel: null, money: [], lastSynced: null }));
    const element = await place();

    expect(facts(element).textContent).toContain(notLinked);
    expect(action(element, 'open')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('does not say twice that the record is not in billing', async () => {
    const reasons = [{ name: 'notLinked', message: notLinked, remedy: 'retry' }];
    read.mockResolvedValue(linked({ links: [], reasons }));
    const element = await place();

    expect(facts(element).textContent).not.toContain(notLinked);
    expect(section(element, 'why')).not.toBeNull();
  });

  it('offers only what the person may do', async () => {
    read.mockResolvedValue(linked({ canSync: false, canQuery: false }));
    const element = await place();

    for (const name of ['sync', 'query', 'compare']) expect(action(element, name)).toBeNull();
    expect(action(element, 'open')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers no sync of what only billing makes', async () => {
    read.mockResolvedValue(linked({ objectName: 'Invoice__c' }));
    const element = await place();

    for (const name of ['sync', 'compare']) expect(action(element, name)).toBeNull();
    for (const name of ['open', 'query']) expect(action(element, name)).not.toBeNull();
  });

  it('says what failed, and loads when tried again', async () => {
    read.mockRejectedValueOnce({ body: { message: 'You have no access.' } });
    read.mockResolvedValueOnce(linked());
    const element = await place();

    expect(error(element).heading).toBe(loadFailed);
    await expect(element).toBeAccessible();
    error(element).dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(error(element)).toBeUndefined();
    expect(facts(element).textContent).toContain('10042');
  });

  it('tells why the record is not in sync, and lets a person decide a conflict', async () => {
    read.mockResolvedValue(linked({ reasons: [conflict] }));
    const element = await place();
    const reasons = section(element, 'why').querySelector('c-billing-reasons');
    expect(reasons.shadowRoot.textContent).toContain(conflict.message);
    await expect(element).toBeAccessible();

    reasons.dispatchEvent(new CustomEvent('resolve'));
    await settle();

    const [options] = BillingSyncModal.open.mock.calls[0];
    expect(options).toMatchObject({ recordIds: [recordId], showFirst: true });
  });

  it('says nothing of reasons, operations and orders where there are none', async () => {
    read.mockResolvedValue(linked());
    const element = await place();

    for (const name of ['why', 'operations', 'orders']) expect(section(element, name)).toBeNull();
  });

  it('synchronises in a window and shows what came of it', async () => {
    read.mockResolvedValue(linked());
    const element = await place();
    read.mockResolvedValue(linked({ statusLabel: 'Overdue' }));

    await click(action(element, 'sync'));

    expect(BillingSyncModal.open.mock.calls[0][0]).toMatchObject({ recordIds: [recordId], showFirst: false });
    expect(facts(element).querySelector('[data-fact="status"]').textContent).toBe('Overdue');
  });

  it('opens Query in a window, and Open by the same component as the action', async () => {
    read.mockResolvedValue(linked());
    const element = await place();
    const open = element.shadowRoot.querySelector('c-billing-open');
    open.invoke = jest.fn();

    await click(action(element, 'query'));
    await click(action(element, 'open'));

    expect(BillingQueryWindow.open.mock.calls[0][0]).toMatchObject({ recordId });
    expect(open.recordId).toBe(recordId);
    expect(open.invoke).toHaveBeenCalledTimes(1);
  });

  describe('what differs now', () => {
    const comparison = {
      recordId,
      recordName: 'Acme',
      objectLabel: 'Account',
      outcome: 'conflict',
      changes: [
        {
          key: 'BillingEmail__c',
          label: 'Billing Email',
          salesforceValue: 'a@example.com',
          billingValue: 'b@example.com',
          owner: 'shared',
          direction: 'undecided',
        },
      ],
      reasons: [],
      candidates: [],
      children: [],
    };

    it('is compared on demand and only shown', async () => {
      read.mockResolvedValue(linked());
      compare.mockResolvedValue(comparison);
      const element = await place();
      expect(compare).not.toHaveBeenCalled();

      await click(action(element, 'compare'));

      const item = section(element, 'differs').querySelector('c-billing-sync-item');
      expect(compare).toHaveBeenCalledWith({ recordId });
      expect(item.item).toEqual(comparison);
      expect(item.readOnly).toBe(true);
      expect(item.shadowRoot.querySelector('button').textContent).not.toContain(comparison.recordName);
      const details = item.shadowRoot.querySelector('c-billing-sync-details').shadowRoot;
      const changes = details.querySelector('c-billing-changes').shadowRoot;
      expect(changes.textContent).toContain('b@example.com');
      expect(changes.querySelector('lightning-radio-group')).toBeNull();
      await expect(element).toBeAccessible();
    });

    it('says what failed', async () => {
      read.mockResolvedValue(linked());
      compare.mockRejectedValue({ body: { message: 'Billing does not answer.' } });
      const element = await place();

      await click(action(element, 'compare'));

      expect(error(element).heading).toBe(compareFailed);
      expect(action(element, 'compare').disabled).toBe(false);
    });
  });

  it('shows orders on their way and leads to them', async () => {
    const order = { orderId: '801A', name: '00000100', state: 'queued', billingNumber: '77' };
    read.mockResolvedValue(linked({ orders: [order] }));
    const element = await place();
    await expect(element).toBeAccessible();

    await click(section(element, 'orders').querySelector('a'));

    const attributes = { recordId: '801A', actionName: 'view' };
    expect(navigate).toHaveBeenCalledWith({ type: 'standard__recordPage', attributes }, undefined);
  });

  it('follows what goes on until it has ended, and not after it was taken away', async () => {
    jest.useFakeTimers();
    read.mockResolvedValueOnce(linked({ operations: [operation('running')] }));
    read.mockResolvedValue(linked({ operations: [operation('failed')] }));
    const element = await place();
    expect(section(element, 'operations')).not.toBeNull();

    jest.advanceTimersByTime(10000);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(60000);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);

    read.mockResolvedValue(linked({ operations: [operation('queued')] }));
    await registerRefreshHandler.mock.calls[0][1]();
    element.remove();
    jest.advanceTimersByTime(60000);
    await settle();
    expect(read).toHaveBeenCalledTimes(3);
    expect(unregisterRefreshHandler).toHaveBeenCalledWith(7);
  });
});
