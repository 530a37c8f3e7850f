import { createElement } from 'lwc';
import BillingChoices from 'c/billingChoices';
import getChoices from '@salesforce/apex/BillingSyncController.choices';
import none from '@salesforce/label/c.BillingChoicesNone';

jest.mock('@salesforce/apex/BillingSyncController.choices', () => ({ default: jest.fn() }), {
  virtual: true,
});

const cycles = {
  name: 'DefaultBillCycleId__c',
  label: 'Bill Cycle',
  options: [
    { value: '1', label: 'First', also: { DefaultBillCycleType__c: 'MONTHLY' } },
    { value: '2', label: 'Second', also: {} },
  ],
};

const settle = () => new Promise((resolve) => setTimeout(resolve));
const inside = (element, selector) => element.shadowRoot.querySelector(selector);

async function open(lists) {
  getChoices.mockResolvedValueOnce(lists);
  const element = createElement('c-billing-choices', { is: BillingChoices });
  element.connectionId = 'c1';
  const chosen = jest.fn();
  element.addEventListener('choice', ({ detail }) => chosen(detail.values));
  document.body.appendChild(element);
  inside(element, 'lightning-button').click();
  await settle();
  return { element, chosen };
}

function choose(element, value) {
  inside(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

describe('c-billing-choices', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('asks nobody until it is opened', () => {
    const element = createElement('c-billing-choices', { is: BillingChoices });
    document.body.appendChild(element);

    expect(getChoices).not.toHaveBeenCalled();
    expect(inside(element, 'lightning-combobox')).toBeNull();
  });

  it('sets everything that goes with an option, and takes it back with another', async () => {
    const { element, chosen } = await open([cycles]);
    choose(element, '1');
    choose(element, '2');
    choose(element, '');

    expect(chosen.mock.calls.map(([values]) => values)).toEqual([
      { DefaultBillCycleId__c: '1', DefaultBillCycleType__c: 'MONTHLY' },
      { DefaultBillCycleId__c: '2', DefaultBillCycleType__c: '' },
      { DefaultBillCycleId__c: '', DefaultBillCycleType__c: '' },
    ]);
    await expect(element).toBeAccessible();
  });

  it('says which list could not be read', async () => {
    const { element } = await open([{ ...cycles, options: [], problem: 'Not now.' }]);

    expect(inside(element, '[data-problem]').textContent).toBe('Not now.');
    await expect(element).toBeAccessible();
  });

  it('says when there is nothing to choose', async () => {
    const { element } = await open([]);

    expect(element.shadowRoot.textContent).toContain(none);
    await expect(element).toBeAccessible();
  });

  it('says what failed, and asks again', async () => {
    getChoices.mockRejectedValueOnce({ body: { message: 'Billing does not answer.' } });
    const element = createElement('c-billing-choices', { is: BillingChoices });
    document.body.appendChild(element);
    inside(element, 'lightning-button').click();
    await settle();
    const panel = inside(element, 'c-billing-error-panel');
    expect(panel.shadowRoot.textContent).toContain('Billing does not answer.');
    await expect(element).toBeAccessible();

    getChoices.mockResolvedValueOnce([cycles]);
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();

    expect(inside(element, 'lightning-combobox').label).toBe('Bill Cycle');
  });
});
