import { clear, click, failure, fillIn, find, place as placeOn } from 'testing/placing';
import BillingSetupConnect from 'c/billingSetupConnect';
import create from '@salesforce/apex/BillingSetupController.create';
import make from '@salesforce/apex/BillingCredentialController.make';
import saveKey from '@salesforce/apex/BillingCredentialController.saveKey';
import keyKept from '@salesforce/label/c.BillingSetupKeyKept';
import keyNone from '@salesforce/label/c.BillingSetupKeyNone';

jest.mock('@salesforce/apex/BillingSetupController.create', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingCredentialController.make', () => ({ default: jest.fn() }), {
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

/** With what there is for the connection; after a change the page finds what there is `then`. */
async function placed(credential, then) {
  const element = await place({ systems, connectionId: 'a01', credential });
  element.addEventListener('changed', () => (element.credential = then));
  return element;
}

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

  it('chooses the billing system where there is one only', async () => {
    expect(find(await place({ systems }), '[data-name="system"]').value).toBe('one');
    const two = [...systems, { value: 'two', label: 'Two' }];
    expect(find(await place({ systems: two }), '[data-name="system"]').value).toBeUndefined();
  });

  it('forgets what it said once something else is tried', async () => {
    make.mockRejectedValueOnce(failure);
    const element = await placed({ hasKey: false });
    fillIn(element, '[data-name="address"]', address);
    await click(element, 'make');
    expect(stepOf(element).error).toEqual(failure);

    const input = fillIn(element, '[data-name="address"]', 'nonsense', false);
    await click(element, 'make');
    expect(stepOf(element).error).toBeUndefined();

    input.reportValidity = jest.fn();
    input.dispatchEvent(new CustomEvent('change'));
    expect(input.reportValidity).toHaveBeenCalledTimes(1);
  });

  it('calls nobody while a field is wrong', async () => {
    const element = await place({ systems });
    fillIn(element, '[data-name="name"]', '', false);
    fillIn(element, '[data-name="system"]', 'one');

    await click(element, 'create');

    expect(create).not.toHaveBeenCalled();
  });

  it('goes on with the address where it was left', async () => {
    const element = await placed({ hasKey: false }, { address, hasKey: false });
    fillIn(element, '[data-name="address"]', address);

    await click(element, 'make');

    expect(make).toHaveBeenCalledWith({ connectionId: 'a01', address });
    expect(find(element, '[data-text="address"]')).not.toBeNull();
    expect(find(element, '[data-text="key"]').textContent).toBe(keyNone);
    await expect(element).toBeAccessible();
  });

  it('sends the key once and forgets it', async () => {
    const element = await placed({ address, hasKey: false }, { address, hasKey: true });
    const input = fillIn(element, '[data-name="key"]', 'secret');

    await click(element, 'key');

    expect(saveKey).toHaveBeenCalledWith({ connectionId: 'a01', key: 'secret' });
    expect(input.value).toBe('');
    expect(find(element, '[data-text="key"]').textContent).toBe(keyKept);
  });

  it('shows why it failed and can be tried again', async () => {
    make.mockRejectedValue(failure);
    const element = await placed({ hasKey: false });
    fillIn(element, '[data-name="address"]', address);

    await click(element, 'make');

    expect(stepOf(element).error).toEqual(failure);
    expect(find(element, '[data-action="make"]').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });
});
