import { clear, click, failure, find, place as placeOn } from 'testing/placing';
import BillingSetupAccess from 'c/billingSetupAccess';
import grant from '@salesforce/apex/BillingCredentialController.grant';
import tryIt from '@salesforce/apex/BillingCredentialController.test';
import granted from '@salesforce/label/c.BillingSetupGranted';
import notGranted from '@salesforce/label/c.BillingSetupNotGranted';

jest.mock('@salesforce/apex/BillingCredentialController.grant', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingCredentialController.test', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-access', BillingSetupAccess, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const none = { isGranted: true, isAssigned: false };
const all = { isGranted: true, isAssigned: true };

describe('c-billing-setup-access', () => {
  it('says that access is missing, and grants it', async () => {
    const element = await place({ connectionId: 'a01', credential: none });
    const changed = jest.fn(() => (element.credential = all));
    element.addEventListener('changed', changed);
    expect(find(element, '[data-text="access"]').textContent).toBe(notGranted);

    await click(element, 'grant');

    expect(grant).toHaveBeenCalledWith({ connectionId: 'a01' });
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-text="access"]').textContent).toBe(granted);
    await expect(element).toBeAccessible();
  });

  it('shows that it works', async () => {
    tryIt.mockResolvedValue({ kind: 'works', message: 'It works.' });
    const element = await place({ connectionId: 'a01', credential: all });

    await click(element, 'test');

    expect(find(element, '[data-result="works"]').textContent).toContain('It works.');
    expect(find(element, 'lightning-icon').variant).toBe('success');
    await expect(element).toBeAccessible();
  });

  it('shows what is wrong and what to do', async () => {
    tryIt.mockResolvedValue({ kind: 'wrongKey', message: 'Refused.', advice: 'Copy it.', detail: '403' });
    const element = await place({ connectionId: 'a01', credential: all });

    await click(element, 'test');

    const { textContent } = find(element, '[data-result="wrongKey"]');
    expect(textContent).toContain('Refused.');
    expect(textContent).toContain('Copy it.');
    await expect(element).toBeAccessible();
  });

  it('shows an error of a call', async () => {
    grant.mockRejectedValue(failure);
    const element = await place({ connectionId: 'a01', credential: none });

    await click(element, 'grant');

    expect(stepOf(element).error).toEqual(failure);
  });
});
