import { createElement } from 'lwc';
import BillingLinkModal from 'c/billingLinkModal';
import connections from '@salesforce/apex/BillingLinkController.connections';
import link from '@salesforce/apex/BillingLinkController.link';
import search from '@salesforce/apex/BillingLinkController.search';
import title from '@salesforce/label/c.BillingLinkTitle';
import compare from '@salesforce/apex/BillingPanelController.compare';

jest.mock('@salesforce/apex/BillingLinkController.connections', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingLinkController.link', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingLinkController.search', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingPanelController.compare', () => ({ default: jest.fn() }), {
  virtual: true,
});

const candidate = { billingId: '42', billingNumber: '10042', name: 'Acme', email: null, evidence: ['name'] };

const EUROPE = { value: 'c1', label: 'Europe' };
const ASIA = { value: 'c2', label: 'Asia' };

function place() {
  const element = createElement('c-billing-link-modal', { is: BillingLinkModal });
  Object.assign(element, {
    label: 'Window',
    recordId: '001A',
    recordName: 'Acme',
  });
  const closed = jest.fn();
  element.addEventListener('modalclosed', ({ detail }) => closed(detail));
  document.body.appendChild(element);
  return { element, closed };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const action = (element, name) => inside(element, `[data-action="${name}"]`);

async function type(element, text) {
  const field = inside(element, 'lightning-input');
  field.value = text;
  field.dispatchEvent(new CustomEvent('change'));
  await settle();
}
async function click(element, name) {
  action(element, name).click();
  await settle();
}
async function choose(element, selector, value) {
  inside(element, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

describe('c-billing-link-modal', () => {
  beforeEach(() => connections.mockResolvedValue([EUROPE]));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('begins with what looks like the record', async () => {
    search.mockResolvedValue({ candidates: [candidate], reasons: [] });
    const { element } = place();
    await settle();

    expect(search.mock.calls).toEqual([[{ recordId: '001A', connectionId: 'c1', text: '' }]]);
    expect(compare).not.toHaveBeenCalled();
    expect(inside(element, 'lightning-radio-group').options[0].label).toContain('10042');
    expect(inside(element, 'lightning-modal-header').label).toBe(title);
    await expect(element).toBeAccessible();
  });

  it('says why when a record goes nowhere', async () => {
    const reason = { name: 'noConnection', message: 'Not connected yet.', remedy: 'openSetup' };
    compare.mockResolvedValue({ connectionId: null, reasons: [reason] });
    connections.mockResolvedValue([]);
    const { element } = place();
    await settle();

    expect(search).not.toHaveBeenCalled();
    expect(action(element, 'search').disabled).toBe(true);
    expect(inside(element, 'c-billing-reasons').shadowRoot.textContent).toContain('Not connected yet.');
    await expect(element).toBeAccessible();
  });

  it('links what was found and chosen', async () => {
    search.mockResolvedValue({ candidates: [candidate], reasons: [] });
    link.mockResolvedValue([]);
    const { element, closed } = place();
    await type(element, ' 10042 ');
    inside(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' }));
    await settle();
    expect(search).toHaveBeenLastCalledWith({ recordId: '001A', connectionId: 'c1', text: '10042' });
    expect(action(element, 'link').disabled).toBe(true);
    await expect(element).toBeAccessible();

    await choose(element, 'lightning-radio-group', '42');
    await click(element, 'link');

    expect(link).toHaveBeenCalledWith({ recordId: '001A', connectionId: 'c1', billingId: '42' });
    expect(closed).toHaveBeenCalledWith(true);
  });

  it('forgets what was found when another connection is chosen', async () => {
    search.mockResolvedValue({ candidates: [candidate], reasons: [] });
    connections.mockResolvedValue([EUROPE, ASIA]);
    const { element } = place();
    await type(element, 'acme');
    await click(element, 'search');
    expect(search.mock.lastCall[0].connectionId).toBe('c1');

    await choose(element, 'lightning-combobox', 'c2');

    expect(inside(element, 'lightning-radio-group')).toBeNull();
    await click(element, 'search');
    expect(search.mock.lastCall[0].connectionId).toBe('c2');
  });

  it('stays open and says why it could not be linked', async () => {
    const taken = { name: 'linkedElsewhere', message: '10042 belongs to another record.', remedy: 'none' };
    search.mockResolvedValue({ candidates: [candidate], reasons: [] });
    link.mockResolvedValue([taken]);
    const { element, closed } = place();
    await settle();
    await choose(element, 'lightning-radio-group', '42');
    await click(element, 'link');

    expect(closed).not.toHaveBeenCalled();
    expect(inside(element, 'c-billing-reasons').shadowRoot.textContent).toContain('another record');
    await expect(element).toBeAccessible();
  });

  it('shows what was found although not everything could be searched', async () => {
    const down = { name: 'billingUnavailable', message: 'Billing does not answer.', remedy: 'retry' };
    search.mockResolvedValue({ candidates: [candidate], reasons: [down] });
    const { element } = place();
    await settle();

    expect(inside(element, 'c-billing-reasons').shadowRoot.textContent).toContain('does not answer');
    expect(inside(element, 'lightning-radio-group').options).toHaveLength(1);

    inside(element, 'c-billing-reasons').dispatchEvent(new CustomEvent('retry'));
    expect(search).toHaveBeenCalledTimes(2);
  });

  it('stays open and says why when linking failed', async () => {
    search.mockResolvedValue({ candidates: [candidate], reasons: [] });
    link.mockRejectedValue({ body: { message: '10042 belongs to another record here.' } });
    const { element, closed } = place();
    await type(element, 'acme');
    await click(element, 'search');
    await choose(element, 'lightning-radio-group', '42');
    await click(element, 'link');

    expect(closed).not.toHaveBeenCalled();
    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('another record');
    await expect(element).toBeAccessible();
  });

  it('is cancelled without linking', async () => {
    const { element, closed } = place();
    await click(element, 'cancel');

    expect(closed).toHaveBeenCalledWith(false);
    expect(link).not.toHaveBeenCalled();
  });
});
