import { clear, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetupPermissions from 'c/billingSetupPermissions';
import grant from '@salesforce/apex/BillingPermissionController.grant';
import read from '@salesforce/apex/BillingPermissionController.read';
import complete from '@salesforce/label/c.BillingSetupPermissionsComplete';
import nobody from '@salesforce/label/c.BillingSetupPermissionsNobody';
import refused from '@salesforce/label/c.BillingSetupPermissionsRefused';
import saved from '@salesforce/label/c.BillingSetupSaved';

jest.mock('@salesforce/apex/BillingPermissionController.grant', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingPermissionController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-permissions', BillingSetupPermissions, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const lacking = {
  permissionSet: 'BillingRep',
  label: 'Billing Rep',
  holders: [
    { userId: '005A', name: 'Ann', lacks: [{ what: 'Order (edit)', why: 'Orders are sent.' }] },
    { userId: '005B', name: 'Bob', lacks: [] },
  ],
};

describe('c-billing-setup-permissions', () => {
  it('names who lacks what, and grants it', async () => {
    read.mockResolvedValue([lacking]);
    const element = await place();
    const { textContent } = find(element, '[data-permissions="BillingRep"]');
    expect(textContent).toMatch(/^Billing Rep.*Ann.*Order \(edit\).*Orders are sent\..*Bob/);
    expect(textContent).toContain(complete);

    find(element, '[data-set="BillingRep"]').click();
    await flush();

    expect(grant).toHaveBeenCalledWith({ permissionSet: 'BillingRep' });
    expect(stepOf(element).done).toBe(saved);
    await expect(element).toBeAccessible();
  });

  it('says what the platform refused, and shows what is still lacking', async () => {
    read.mockResolvedValue([lacking]);
    grant.mockResolvedValue('Permission A depends on permission(s): B');
    const element = await place();

    find(element, '[data-set="BillingRep"]').click();
    await flush();

    expect(stepOf(element).error).toBe(refused.replace('{0}', 'Permission A depends on permission(s): B'));
    expect(stepOf(element).done).toBe('');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('has nothing to grant where nobody lacks anything', async () => {
    read.mockResolvedValue([{ permissionSet: 'BillingRep', holders: [] }]);
    const element = await place();

    expect(element.shadowRoot.textContent).toContain(nobody);
    expect(find(element, '[data-set]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows why it failed', async () => {
    read.mockRejectedValue(failure);
    expect(stepOf(await place()).error).toEqual(failure);
  });
});
