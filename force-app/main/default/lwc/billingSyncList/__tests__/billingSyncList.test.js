import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import { getListInfoByName, getListInfosByObjectName, getListRecordsByName } from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import BillingSyncList from 'c/billingSyncList';
import BillingSyncModal from 'c/billingSyncModal';
import most from '@salesforce/label/c.BillingListMost';

jest.mock('c/billingSyncModal', () => ({ default: { open: jest.fn() }, __esModule: true }));

const columns = [
  { fieldApiName: 'Name', label: 'Account Name' },
  { fieldApiName: 'Owner.Alias', label: 'Owner' },
];

const record = (number) => ({
  id: `001${number}`,
  fields: {
    Name: { value: `Account ${number}`, displayValue: null },
    Owner: { value: { fields: { Alias: { value: 'jdoe' } } }, displayValue: 'Jane Doe' },
  },
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const action = (element, name) => inside(element, `[data-action="${name}"]`);
const table = (element) => inside(element, 'lightning-datatable');

async function pick(element, what, value) {
  inside(element, `[data-pick="${what}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function select(element, ids, name = 'rowSelect') {
  const selectedRows = ids.map((id) => ({ id }));
  const detail = { selectedRows, config: name && { action: name } };
  table(element).dispatchEvent(new CustomEvent('rowselection', { detail }));
  await settle();
}

async function place() {
  const element = createElement('c-billing-sync-list', { is: BillingSyncList });
  document.body.appendChild(element);
  getObjectInfo.emit({ apiName: 'Account', labelPlural: 'Clients' }, ({ objectApiName }) => {
    return (objectApiName.objectApiName ?? objectApiName) === 'Account';
  });
  getListInfosByObjectName.emit({ lists: [{ apiName: 'AllAccounts', label: 'All Accounts' }] });
  await settle();
  return element;
}

async function placeWithRecords(records, over = {}) {
  const element = await place();
  await pick(element, 'list', 'AllAccounts');
  getListInfoByName.emit({ displayColumns: columns });
  getListRecordsByName.emit({ records, nextPageToken: null, previousPageToken: null, ...over });
  await settle();
  return element;
}

describe('c-billing-sync-list', () => {
  beforeEach(() => {
    BillingSyncModal.open.mockResolvedValue(undefined);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('offers the objects that the person may see, as the org calls them, and their list views', async () => {
    const element = await place();

    expect(inside(element, '[data-pick="object"]').options).toEqual([{ value: 'Account', label: 'Clients' }]);
    expect(inside(element, '[data-pick="list"]').options).toEqual([
      { value: 'AllAccounts', label: 'All Accounts' },
    ]);
    expect(action(element, 'sync').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('shows that it loads a list', async () => {
    const element = await place();
    await pick(element, 'list', 'AllAccounts');

    expect(inside(element, 'c-billing-waiting')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the columns of the list view', async () => {
    const element = await placeWithRecords([record(1)]);

    expect(table(element).columns.map(({ label }) => label)).toEqual(['Account Name', 'Owner']);
    expect(table(element).data).toEqual([{ id: '0011', column0: 'Account 1', column1: 'jdoe' }]);
    await expect(element).toBeAccessible();
  });

  it('leads to a record', async () => {
    const element = await placeWithRecords([record(1)]);
    table(element).dispatchEvent(new CustomEvent('rowaction', { detail: { row: { id: '0011' } } }));

    const attributes = { recordId: '0011', actionName: 'view' };
    expect(navigate).toHaveBeenCalledWith({ type: 'standard__recordPage', attributes }, undefined);
  });

  it('says so when the list is empty', async () => {
    const element = await placeWithRecords([]);

    expect(table(element)).toBeNull();
    expect(inside(element, 'c-billing-waiting')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what failed', async () => {
    const element = await place();
    await pick(element, 'list', 'AllAccounts');
    getListRecordsByName.error({ message: 'You can’t see this list.' });
    await settle();

    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain(
      'You can’t see this list.',
    );
    expect(inside(element, 'c-billing-waiting')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('synchronises what was chosen on all pages, and shows it first', async () => {
    const element = await placeWithRecords([record(1), record(2)], { nextPageToken: '2' });
    await select(element, ['0011', '0012']);
    action(element, 'next').click();
    await settle();
    expect(getListRecordsByName.getLastConfig().pageToken).toBe('2');
    getListRecordsByName.emit({ records: [record(3)], nextPageToken: null, previousPageToken: '1' });
    await settle();
    await select(element, [], '');
    await select(element, ['0013']);
    expect(table(element).selectedRows).toEqual(['0013']);

    action(element, 'sync').click();
    await settle();

    const [options] = BillingSyncModal.open.mock.calls[0];
    expect(options).toMatchObject({ recordIds: ['0011', '0012', '0013'], showFirst: true });
    expect(action(element, 'sync').disabled).toBe(true);
  });

  it('turns no page that the platform would not give', async () => {
    const element = await placeWithRecords([record(1)], { nextPageToken: '2000', previousPageToken: '1600' });
    expect(action(element, 'next').disabled).toBe(false);
    action(element, 'next').click();
    await settle();
    getListRecordsByName.emit({ records: [record(2)], nextPageToken: '2200', previousPageToken: '1800' });
    await settle();

    expect(action(element, 'next').disabled).toBe(true);
    expect(action(element, 'previous').disabled).toBe(false);
  });

  it('takes back what was chosen', async () => {
    const element = await placeWithRecords([record(1), record(2)]);
    await select(element, ['0011', '0012']);
    await select(element, ['0012'], 'rowDeselect');

    expect(table(element).selectedRows).toEqual(['0012']);
  });

  it('forgets what was chosen when another object is picked', async () => {
    const element = await placeWithRecords([record(1)]);
    await select(element, ['0011']);
    expect(action(element, 'sync').disabled).toBe(false);

    await pick(element, 'object', 'Order');

    expect(action(element, 'sync').disabled).toBe(true);
    expect(getListInfosByObjectName.getLastConfig().objectApiName).toBe('Order');
  });

  it('takes the whole list view, page by page, and says how many', async () => {
    const element = await placeWithRecords([record(1), record(2)], { nextPageToken: 't' });
    action(element, 'whole').click();
    await settle();
    const emitWhole = (records, nextPageToken) =>
      getListRecordsByName.emit({ records, nextPageToken }, ({ pageSize }) => pageSize === 2000);
    emitWhole([record(1), record(2)], 'next');
    await settle();
    expect(getListRecordsByName.getLastConfig()).toMatchObject({
      sortBy: ['Id'],
      where: '{ Id: { gt: "0012" } }',
    });
    expect(action(element, 'sync').disabled).toBe(true);

    emitWhole([record(3)], null);
    await settle();
    expect(action(element, 'sync').disabled).toBe(false);
    action(element, 'sync').click();
    expect(BillingSyncModal.open.mock.lastCall[0].recordIds).toEqual(['0011', '0012', '0013']);
    await expect(element).toBeAccessible();
  });

  it('counts a page once that is given again, and nothing is chosen while it reads', async () => {
    const element = await placeWithRecords([record(1), record(2)], { nextPageToken: 't' });
    action(element, 'whole').click();
    await settle();
    expect(table(element).hideCheckboxColumn).toBe(true);
    const page = (number) => Array.from({ length: 2000 }, (_, index) => record(number * 10000 + index));
    const emitWhole = async (number, nextPageToken) => {
      const isWhole = ({ pageSize }) => pageSize === 2000;
      getListRecordsByName.emit({ records: page(number), nextPageToken }, isWhole);
      await settle();
    };
    await emitWhole(1, '2');
    await emitWhole(1, '2');
    await select(element, []);
    await emitWhole(2, '3');
    await emitWhole(3, '4');
    await emitWhole(4, '5');
    await emitWhole(5, '6');

    expect(table(element).hideCheckboxColumn).toBe(false);
    action(element, 'sync').click();
    const { recordIds } = BillingSyncModal.open.mock.lastCall[0];
    expect(new Set(recordIds).size).toBe(10000);
    expect(recordIds).toHaveLength(10000);
  });

  it('goes no further where the platform does not keep the order that was asked for', async () => {
    const element = await placeWithRecords([record(1), record(2)], { nextPageToken: 't' });
    action(element, 'whole').click();
    await settle();
    const isWhole = ({ pageSize }) => pageSize === 2000;
    getListRecordsByName.emit({ records: [record(2), record(1)], nextPageToken: 'next' }, isWhole);
    await settle();

    expect(action(element, 'sync').disabled).toBe(false);
    expect(inside(element, '[role="status"]').textContent).toContain(most);
  });

  it('says why a list view could not be read to its end', async () => {
    const element = await placeWithRecords([record(1)]);
    action(element, 'whole').click();
    await settle();
    getListRecordsByName.error(
      { message: 'Offline.' },
      500,
      'Server Error',
      ({ pageSize }) => pageSize === 2000,
    );
    await settle();

    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('Offline.');
  });
});
