import { createElement } from 'lwc';
import BillingQueryView from 'c/billingQueryView';
import read from '@salesforce/apex/BillingQueryController.read';
import copied from '@salesforce/label/c.BillingCopied';
import copyByHand from '@salesforce/label/c.BillingCopyByHand';
import empty from '@salesforce/label/c.BillingQueryEmpty';
import noMatch from '@salesforce/label/c.BillingQueryNoMatch';

jest.mock('@salesforce/apex/BillingQueryController.read', () => ({ default: jest.fn() }), { virtual: true });

const recordId = '001000000000001AAA';
const account = {
  title: 'Billing account',
  billingNumber: 'A-100',
  connectionName: 'Tenant',
  linkId: 'L1',
  choices: [{ label: 'A-100', value: 'L1' }],
  reasons: [],
  json: '{\n  "name": "Lakeside",\n  "city": "Lakewood"\n}',
  nodes: [
    { path: 'name', depth: 0, label: 'Name', value: 'Lakeside', kind: 'text' },
    { path: 'city', depth: 0, label: 'City', value: 'Lakewood', kind: 'text' },
  ],
};
const twoLinks = {
  ...account,
  choices: [
    { label: 'A-100', value: 'L1' },
    { label: 'A-200', value: 'L2' },
  ],
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function show(answer) {
  read.mockImplementation(() => answer);
  const element = createElement('c-billing-query-view', { is: BillingQueryView });
  element.recordId = recordId;
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element, selector) => element.shadowRoot.querySelector(selector);

async function search(element, term) {
  find(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: term } }));
  await settle();
}

async function pressEnter(element, shiftKey = false) {
  find(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey }));
  await settle();
}

async function goToText(element) {
  find(element, '[data-tab="text"]').dispatchEvent(new CustomEvent('active'));
  await settle();
}

describe('c-billing-query-view', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = jest.fn();
  });

  afterEach(() => {
    document.body.replaceChildren();
    delete navigator.clipboard;
    jest.clearAllMocks();
  });

  it('shows that it reads', async () => {
    const element = await show(new Promise(() => {}));

    expect(find(element, 'lightning-spinner')).not.toBeNull();
    expect(find(element, 'c-billing-query-tree')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('reads once, as soon as the record is known', async () => {
    read.mockResolvedValue(account);
    const element = createElement('c-billing-query-view', { is: BillingQueryView });
    document.body.appendChild(element);
    await settle();
    expect(read).not.toHaveBeenCalled();

    element.recordId = recordId;
    element.recordId = recordId;
    await settle();

    expect(read.mock.calls).toEqual([[{ recordId, linkId: undefined }]]);
  });

  it('shows the object as tree and as text', async () => {
    const element = await show(Promise.resolve(account));

    expect(find(element, 'h2').textContent).toBe('Billing account A-100');
    expect(find(element, 'c-billing-query-tree').nodes).toEqual(account.nodes);
    expect(find(element, 'c-billing-query-text').text).toBe(account.json);
    expect(find(element, 'lightning-combobox')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says so when billing has sent nothing', async () => {
    const element = await show(Promise.resolve({ ...account, json: '', nodes: [] }));

    expect(element.shadowRoot.textContent).toContain(empty);
    expect(find(element, 'c-billing-query-tree')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the reasons why it can’t, such as a missing permission', async () => {
    const reasons = [{ name: 'missingQueryPermission', message: 'You may not.', remedy: 'askAdmin' }];
    const element = await show(Promise.resolve({ reasons, nodes: [], choices: [] }));

    expect(find(element, 'c-billing-reasons').reasons).toEqual(reasons);
    expect(element.shadowRoot.textContent).not.toContain(empty);
    await expect(element).toBeAccessible();
  });

  it('shows an error and reads again', async () => {
    const element = await show(Promise.reject(new Error('Broken.')));
    expect(find(element, 'c-billing-error-panel').error.message).toBe('Broken.');
    await expect(element).toBeAccessible();

    read.mockResolvedValue(account);
    find(element, 'c-billing-error-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();

    expect(find(element, 'c-billing-error-panel').error).toBeUndefined();
    expect(find(element, 'c-billing-query-tree')).not.toBeNull();
  });

  it('lets choose among several links', async () => {
    const element = await show(Promise.resolve(twoLinks));
    const combobox = find(element, 'lightning-combobox');
    expect(combobox.value).toBe('L1');
    expect(combobox.options).toHaveLength(2);

    read.mockResolvedValue({ ...twoLinks, linkId: 'L2', billingNumber: 'A-200' });
    combobox.dispatchEvent(new CustomEvent('change', { detail: { value: 'L2' } }));
    await settle();

    expect(read).toHaveBeenLastCalledWith({ recordId, linkId: 'L2' });
    expect(find(element, 'h2').textContent).toContain('A-200');
  });

  it('shows the answer that was asked for last', async () => {
    const element = await show(Promise.resolve(twoLinks));
    let answerLate;
    read.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
    const combobox = find(element, 'lightning-combobox');
    combobox.dispatchEvent(new CustomEvent('change', { detail: { value: 'L2' } }));
    read.mockResolvedValueOnce({ ...twoLinks, billingNumber: 'right' });
    combobox.dispatchEvent(new CustomEvent('change', { detail: { value: 'L1' } }));
    await settle();

    answerLate({ ...twoLinks, billingNumber: 'late' });
    await settle();

    expect(find(element, 'h2').textContent).toContain('right');
  });

  it('goes from match to match in the tree, round and round', async () => {
    const element = await show(Promise.resolve(account));
    const tree = find(element, 'c-billing-query-tree');

    await search(element, 'lake');
    expect(tree.current).toBe('name');
    await pressEnter(element);
    expect(tree.current).toBe('city');
    await pressEnter(element);
    expect(tree.current).toBe('name');
    await pressEnter(element, true);
    expect(tree.current).toBe('city');
    find(element, '[data-step="previous"]').click();
    await settle();
    expect(tree.current).toBe('name');
    find(element, '[data-step="next"]').click();
    await settle();
    expect(tree.current).toBe('city');
  });

  it('searches the text while that is shown', async () => {
    const element = await show(Promise.resolve(account));
    await search(element, 'LAKE');
    await goToText(element);

    await pressEnter(element);

    expect(find(element, 'c-billing-query-text').current).toBe(1);
    expect(find(element, 'c-billing-query-tree').current).toBeUndefined();
  });

  it('says when nothing is found', async () => {
    const element = await show(Promise.resolve(account));

    await search(element, 'nowhere');
    await pressEnter(element);

    expect(find(element, '[role="status"]').textContent).toBe(noMatch);
    expect(find(element, '[data-step="next"]').disabled).toBe(true);
  });

  it('copies the text', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    navigator.clipboard = { writeText };
    const element = await show(Promise.resolve(account));

    find(element, '[data-copy]').click();
    await settle();

    expect(writeText).toHaveBeenCalledWith(account.json);
    expect(find(element, '[data-copy-state]').textContent).toBe(copied);
  });

  it.each([
    ['there is no clipboard', undefined],
    ['it may not be used', { writeText: () => Promise.reject(new Error('denied')) }],
  ])('asks to copy by hand where %s', async (_, clipboard) => {
    navigator.clipboard = clipboard;
    const element = await show(Promise.resolve(account));

    find(element, '[data-copy]').click();
    await settle();

    expect(find(element, '[data-copy-state]').textContent).toBe(copyByHand);
  });
});
