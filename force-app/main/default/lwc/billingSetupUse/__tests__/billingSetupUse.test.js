import { clear, click, failure, fillIn, find, place as placeOn } from 'testing/placing';
import BillingSetupUse from 'c/billingSetupUse';
import confirmOrg from '@salesforce/apex/BillingSetupController.confirmOrg';
import pauseConnection from '@salesforce/apex/BillingSetupController.pauseConnection';
import putToUse from '@salesforce/apex/BillingSetupController.putToUse';

jest.mock('@salesforce/apex/BillingSetupController.confirmOrg', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.pauseConnection', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.putToUse', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-use', BillingSetupUse, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const connection = { id: 'a01', status: 'Setting Up', isBoundHere: true, isDefault: false };

async function placed(over) {
  const element = await place({ connection: { ...connection, ...over } });
  const changed = jest.fn();
  element.addEventListener('changed', changed);
  return { element, changed };
}

describe('c-billing-setup-use', () => {
  it('activates', async () => {
    const { element, changed } = await placed();
    find(element, '[data-field="default"]').checked = true;

    await click(element, 'activate');

    expect(putToUse).toHaveBeenCalledWith({ connectionId: 'a01', isDefault: true });
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('asks to confirm a copied org first', async () => {
    const { element } = await placed({ isBoundHere: false, status: 'Active' });
    expect(find(element, '[data-action="activate"]')).toBeNull();
    expect(find(element, '[data-text="status"]')).toBeNull();

    await click(element, 'confirm');

    expect(confirmOrg).toHaveBeenCalledWith({ connectionId: 'a01' });
    await expect(element).toBeAccessible();
  });

  it('says that it is the default', async () => {
    const shown = ({ element }) => find(element, '[data-text="default"]') !== null;

    expect(shown(await placed({ status: 'Active', isDefault: true }))).toBe(true);
    expect(shown(await placed({ status: 'Active' }))).toBe(false);
  });

  it('pauses with a reason', async () => {
    const { element } = await placed({ status: 'Active' });
    fillIn(element, '[data-field="reason"]', 'Maintenance');

    await click(element, 'pause');

    expect(pauseConnection).toHaveBeenCalledWith({ connectionId: 'a01', reason: 'Maintenance' });
    await expect(element).toBeAccessible();
  });

  it('pauses nothing without one', async () => {
    const { element } = await placed({ status: 'Active' });
    fillIn(element, '[data-field="reason"]', '', false);
    await click(element, 'pause');
    expect(pauseConnection).not.toHaveBeenCalled();
  });

  it('shows why it failed', async () => {
    putToUse.mockRejectedValue(failure);
    const { element, changed } = await placed();
    await click(element, 'activate');
    expect(stepOf(element).error).toEqual(failure);
    expect(changed).not.toHaveBeenCalled();
  });
});
