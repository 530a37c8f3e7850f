import { clear, click, failure, find, place as placeOn } from 'testing/placing';
import BillingSetupDefaults from 'c/billingSetupDefaults';
import choices from '@salesforce/apex/BillingSetupController.choices';
import defaults from '@salesforce/apex/BillingSetupController.defaults';
import saveDefaults from '@salesforce/apex/BillingSetupController.saveDefaults';
import typed from '@salesforce/label/c.BillingSetupDefaultsTyped';

jest.mock('@salesforce/apex/BillingSetupController.choices', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.defaults', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.saveDefaults', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-defaults', BillingSetupDefaults, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const cycles = {
  name: 'Cycle__c',
  label: 'Cycle',
  options: [{ value: '7', label: 'Monthly', also: { Type__c: 'monthly' } }],
};
const terms = { name: 'Term__c', label: 'Term', options: [], problem: 'Forbidden.' };

describe('c-billing-setup-defaults', () => {
  it('offers the lists of the tenant and keeps what is chosen with what goes with it', async () => {
    defaults.mockResolvedValue({ TimeZone__c: 'Europe/Rome' });
    choices.mockResolvedValue([cycles]);
    const element = await place({ connectionId: 'a01' });
    find(element, '[data-list="Cycle__c"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: '7' } }),
    );

    await click(element, 'save');

    expect(saveDefaults).toHaveBeenCalledWith({
      connectionId: 'a01',
      values: { Cycle__c: '7', Type__c: 'monthly', TimeZone__c: 'Europe/Rome' },
    });
    await expect(element).toBeAccessible();
  });

  it('lets the identifier be typed where a list can’t be read', async () => {
    defaults.mockResolvedValue({ Term__c: '30' });
    choices.mockResolvedValue([terms]);
    const element = await place({ connectionId: 'a01' });

    expect(find(element, 'lightning-input[data-list="Term__c"]').value).toBe('30');
    await expect(element).toBeAccessible();
  });

  it('keeps a value in sight that the list lacks', async () => {
    defaults.mockResolvedValue({ Cycle__c: '99' });
    choices.mockResolvedValue([cycles]);
    const element = await place({ connectionId: 'a01' });

    expect(find(element, '[data-list="Cycle__c"]').options.map(({ value }) => value)).toEqual([
      '',
      '7',
      '99',
    ]);
  });

  it('says once that lists could not be read, and lets their values be typed', async () => {
    defaults.mockResolvedValue({});
    choices.mockResolvedValue([cycles, terms, { ...terms, name: 'Other__c', problem: 'Silence.' }]);
    const element = await place({ connectionId: 'a01' });

    expect(find(element, '[data-text="problem"]').textContent).toBe(typed.replace('{0}', 'Forbidden.'));
    expect(find(element, '[data-list="Other__c"]').tagName).toBe('LIGHTNING-INPUT');
    expect(find(element, '[data-list="Cycle__c"]').tagName).toBe('LIGHTNING-COMBOBOX');
    await expect(element).toBeAccessible();
  });

  it('shows why nothing could be read', async () => {
    defaults.mockResolvedValue({});
    choices.mockRejectedValue(failure);
    const element = await place({ connectionId: 'a01' });

    expect(stepOf(element).error).toEqual(failure);
    expect(find(element, '[data-action="save"]')).toBeNull();
  });
});
