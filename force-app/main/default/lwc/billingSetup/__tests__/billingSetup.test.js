import { clear, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetup from 'c/billingSetup';
import load from '@salesforce/apex/BillingSetupController.load';
import connectFirst from '@salesforce/label/c.BillingSetupConnectFirst';
import title from '@salesforce/label/c.BillingSetupTitle';

jest.mock('@salesforce/apex/BillingSetupController.load', () => ({ default: jest.fn() }), { virtual: true });

const place = (properties) => placeOn('c-billing-setup', BillingSetup, properties);

afterEach(clear);

const first = { id: 'a01', name: 'First' };
const second = { id: 'a02', name: 'Second' };
const state = (...connections) => ({
  systems: [{ value: 'one', label: 'One' }],
  connections,
  isPaused: false,
  pagesSeen: {},
});

async function go(element, name) {
  find(element, 'lightning-vertical-navigation').dispatchEvent(
    new CustomEvent('select', { detail: { name } }),
  );
  await flush();
}

describe('c-billing-setup', () => {
  it('begins with a new connection where there is none', async () => {
    load.mockResolvedValue(state());
    const element = await place();

    expect(find(element, 'lightning-card').title).toBe(title);
    expect(find(element, 'c-billing-setup-connect').connectionId).toBeUndefined();
    await go(element, 'access');
    expect(element.shadowRoot.textContent).toContain(connectFirst);
    expect(find(element, 'c-billing-setup-access')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ['access', 'access'],
    ['defaults', 'defaults'],
    ['features', 'fields'],
    ['links', 'fields'],
    ['levels', 'fields'],
    ['automation', 'automation'],
    ['permissions', 'permissions'],
    ['pages', 'pages'],
    ['use', 'use'],
  ])('shows the step %s', async (step, component) => {
    load.mockResolvedValue(state(first, second));
    const element = await place();
    await go(element, step);

    expect(find(element, `c-billing-setup-${component}`)).not.toBeNull();
    expect(find(element, 'c-billing-setup-connect')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('marks the steps that are done', async () => {
    load.mockResolvedValue(state({ ...first, doneSteps: ['connect', 'use'] }));
    const element = await place();

    const marked = [...element.shadowRoot.querySelectorAll('lightning-vertical-navigation-item-icon')];
    expect(marked.map(({ name }) => name)).toEqual(['connect', 'use']);
    await expect(element).toBeAccessible();
  });

  it('goes on with the connection that was just made', async () => {
    load.mockResolvedValueOnce(state()).mockResolvedValue(state(first, second));
    const element = await place();

    find(element, 'c-billing-setup-connect').dispatchEvent(
      new CustomEvent('created', { detail: { id: 'a02' } }),
    );
    await flush();

    expect(find(element, 'c-billing-setup-connect').connectionId).toBe('a02');
  });

  it('looks again after a change', async () => {
    load.mockResolvedValue(state(first));
    const element = await place();

    find(element, 'c-billing-setup-switch').dispatchEvent(new CustomEvent('changed'));
    await flush();

    expect(load).toHaveBeenCalledTimes(2);
  });

  it('shows why it could not be read, and tries again', async () => {
    load.mockRejectedValueOnce(failure).mockResolvedValue(state(first));
    const element = await place();
    expect(find(element, 'c-billing-error-panel').error).toEqual(failure);
    await expect(element).toBeAccessible();

    find(element, 'c-billing-error-panel').dispatchEvent(new CustomEvent('retry'));
    await flush();

    expect(find(element, 'c-billing-setup-switch')).not.toBeNull();
  });
});
