import { clear, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetup from 'c/billingSetup';
import readCredential from '@salesforce/apex/BillingCredentialController.read';
import load from '@salesforce/apex/BillingSetupController.load';
import connectFirst from '@salesforce/label/c.BillingSetupConnectFirst';
import title from '@salesforce/label/c.BillingSetupTitle';

jest.mock('@salesforce/apex/BillingSetupController.load', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('@salesforce/apex/BillingCredentialController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock(
  '@salesforce/apex/BillingSetupController.linkProblems',
  () => ({ default: jest.fn().mockResolvedValue([]) }),
  { virtual: true },
);

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

const marks = (element) =>
  [...element.shadowRoot.querySelectorAll('lightning-vertical-navigation-item-icon')].map(({ name }) => name);

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
    expect(find(element, 'c-billing-setup-switch')).toBeNull();
    expect(find(element, 'lightning-combobox')).toBeNull();
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
    load.mockResolvedValue(state({ ...first, doneSteps: ['defaults', 'use'] }));
    readCredential.mockResolvedValue({
      address: 'https://a',
      hasKey: true,
      isGranted: true,
      isAssigned: true,
    });
    const element = await place();

    expect(marks(element)).toEqual(['connect', 'access', 'defaults', 'use']);
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ address: 'https://a', hasKey: false, isGranted: true, isAssigned: true }, ['access']],
    [{ address: null, hasKey: true, isGranted: true, isAssigned: false }, []],
    [{ address: 'https://a', hasKey: true, isGranted: false, isAssigned: true }, ['connect']],
  ])('marks of the credential what is whole: %o', async (credential, done) => {
    load.mockResolvedValue(state({ ...first, doneSteps: [] }));
    readCredential.mockResolvedValue(credential);

    expect(marks(await place())).toEqual(done);
  });

  it('reads the credential of the connection that is chosen', async () => {
    load.mockResolvedValue(state(first, second));
    readCredential
      .mockResolvedValueOnce({ address: 'https://a' })
      .mockResolvedValue({ address: 'https://b' });
    const element = await place();

    find(element, 'lightning-combobox').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'a02' } }),
    );
    await flush();

    expect(readCredential).toHaveBeenLastCalledWith({ connectionId: 'a02' });
    const { connectionId, credential } = find(element, 'c-billing-setup-connect');
    expect([connectionId, credential.address]).toEqual(['a02', 'https://b']);
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
