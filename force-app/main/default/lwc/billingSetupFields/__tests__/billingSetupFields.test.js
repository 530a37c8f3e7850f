import { createElement } from 'lwc';
import BillingSetupFields from 'c/billingSetupFields';
import saved from '@salesforce/label/c.BillingSetupSaved';

function place(group) {
  const element = createElement('c-billing-setup-fields', { is: BillingSetupFields });
  Object.assign(element, { connectionId: 'a01000000000001AAA', group });
  document.body.appendChild(element);
  return element;
}

describe('c-billing-setup-fields', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each([
    ['features', 'SendsOrders__c'],
    ['links', 'AllowedHosts__c'],
    ['levels', 'AccountAutomation__c'],
    ['log', 'LogLevel__c'],
    ['log', 'LogRetentionDays__c'],
  ])('edits the %s of the connection', async (group, field) => {
    const element = place(group);
    const names = [...element.shadowRoot.querySelectorAll('lightning-input-field')].map(
      (one) => one.fieldName,
    );

    expect(names).toContain(field);
    await expect(element).toBeAccessible();
  });

  it('says that it was saved', async () => {
    const element = place('levels');
    element.shadowRoot.querySelector('lightning-record-edit-form').dispatchEvent(new CustomEvent('success'));
    await Promise.resolve();

    expect(element.shadowRoot.querySelector('c-billing-setup-step').done).toBe(saved);
  });
});
