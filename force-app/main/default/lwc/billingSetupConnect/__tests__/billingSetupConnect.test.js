import { clear, click, failure, fillIn, find, place as placeOn } from 'testing/placing';
import BillingSetupConnect from 'c/billingSetupConnect';
import create from '@salesforce/apex/BillingSetupController.create';
import make from '@salesforce/apex/BillingCredentialController.make';
import read from '@salesforce/apex/BillingCredentialController.read';
import saveKey from '@salesforce/apex/BillingCredentialController.saveKey';
import keyKept from '@salesforce/label/c.BillingSetupKeyKept';
import keyNone from '@salesforce/label/c.BillingSetupKeyNone';

jest.mock('@salesforce/apex/BillingSetupController.create', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingCredentialController.make', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingCredentialController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingCredentialController.saveKey', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-connect', BillingSetupConnect, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const systems = [{ value: 'one', label: 'One' }];
const address = 'https://tenant.example.com';

describe('c-billing-setup-connect', () => {
  it('makes a connection and tells its id', async () => {
    create.mockResolvedValue('a01');
    const element = await place({ systems });
    const created = jest.fn();
    element.addEventListener('created', created);
    fillIn(element, '[data-name="name"]', 'Tenant');
    fillIn(element, '[data-name="system"]', 'one');

    await click(element, 'create');

    expect(create).toHaveBeenCalledWith({ name: 'Tenant', systemKey: 'one' });
    expect(created.mock.calls[0][0].detail).toEqual({ id: 'a01' });
    await expect(element).toBeAccessible();
  });

  it('calls nobody while a field is wrong', async () => {
    const element = await place({ systems });
    fillIn(element, '[data-name="name"]', '', false);
    fillIn(element, '[data-name="system"]', 'one');

    await click(element, 'create');

    expect(create).not.toHaveBeenCalled();
  });

  it('goes on with the address where it was left', async () => {
    read.mockResolvedValueOnce({ hasKey: false }).mockResolvedValue({ address, hasKey: false });
    const element = await place({ systems, connectionId: 'a01' });
    fillIn(element, '[data-name="address"]', address);

    await click(element, 'make');

    expect(make).toHaveBeenCalledWith({ connectionId: 'a01', address });
    expect(find(element, '[data-text="address"]')).not.toBeNull();
    expect(find(element, '[data-text="key"]').textContent).toBe(keyNone);
    await expect(element).toBeAccessible();
  });

  it('sends the key once and forgets it', async () => {
    read.mockResolvedValueOnce({ address, hasKey: false }).mockResolvedValue({ address, hasKey: true });
    const element = await place({ connectionId: 'a01' });
    const input = fillIn(element, '[data-name="key"]', 'secret');

    await click(element, 'key');

    expect(saveKey).toHaveBeenCalledWith({ connectionId: 'a01', key: 'secret' });
    expect(input.value).toBe('');
    expect(find(element, '[data-text="key"]').textContent).toBe(keyKept);
  });

  it('shows why it failed and can be tried again', async () => {
    read.mockResolvedValue({ hasKey: false });
    make.mockRejectedValue(failure);
    const element = await place({ connectionId: 'a01' });
    fillIn(element, '[data-name="address"]', address);

    await click(element, 'make');

    expect(stepOf(element).error).toEqual(failure);
    expect(find(element, '[data-action="make"]').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });
});
