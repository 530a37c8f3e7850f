import { clear, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetupFields from 'c/billingSetupFields';
import linkProblems from '@salesforce/apex/BillingSetupController.linkProblems';
import saved from '@salesforce/label/c.BillingSetupSaved';

jest.mock('@salesforce/apex/BillingSetupController.linkProblems', () => ({ default: jest.fn() }), {
  virtual: true,
});

const connectionId = 'a01000000000001AAA';
const place = (group) => placeOn('c-billing-setup-fields', BillingSetupFields, { connectionId, group });

const stepOf = (element) => find(element, 'c-billing-setup-step');

async function save(element) {
  find(element, 'lightning-record-edit-form').dispatchEvent(new CustomEvent('success'));
  await flush();
}

beforeEach(() => linkProblems.mockResolvedValue([]));
afterEach(clear);

describe('c-billing-setup-fields', () => {
  it.each([
    ['features', 'SendsOrders__c'],
    ['links', 'AllowedHosts__c'],
    ['levels', 'AccountAutomation__c'],
    ['log', 'LogLevel__c'],
    ['log', 'LogRetentionDays__c'],
  ])('edits the %s of the connection', async (group, field) => {
    const element = await place(group);
    const names = [...element.shadowRoot.querySelectorAll('lightning-input-field')].map(
      (one) => one.fieldName,
    );

    expect(names).toContain(field);
    await expect(element).toBeAccessible();
  });

  it('says that it was saved, here and to the page', async () => {
    const element = await place('levels');
    const changed = jest.fn();
    element.addEventListener('changed', changed);

    await save(element);

    expect(stepOf(element).done).toBe(saved);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(linkProblems).not.toHaveBeenCalled();

    element.group = 'log';
    await flush();
    expect(stepOf(element).done).toBe('');
  });

  it('says of links where Open would not go, until it would', async () => {
    linkProblems.mockResolvedValueOnce(['Order: no host.', 'Product: no address.']);
    const element = await place('links');

    expect(linkProblems).toHaveBeenCalledWith({ connectionId });
    const texts = [...find(element, '[data-text="problems"]').querySelectorAll('li')];
    expect(texts.map(({ textContent }) => textContent)).toEqual(['Order: no host.', 'Product: no address.']);
    await expect(element).toBeAccessible();

    await save(element);

    expect(find(element, '[data-text="problems"]').textContent).toBe('');
  });

  it('shows why the links could not be looked at', async () => {
    linkProblems.mockRejectedValue(failure);

    expect(stepOf(await place('links')).error).toEqual(failure);
  });
});
