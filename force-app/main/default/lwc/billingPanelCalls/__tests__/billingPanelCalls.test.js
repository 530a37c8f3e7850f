import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import BillingPanelCalls from 'c/billingPanelCalls';

const call = {
  id: 'a01000000000001AAA',
  name: 'CALL-00000001',
  at: '2026-01-01T10:00:00.000Z',
  endpoint: 'BillingAccount.update',
  httpStatus: 422,
  failed: true,
};

function show(calls) {
  const element = createElement('c-billing-panel-calls', { is: BillingPanelCalls });
  element.calls = calls;
  document.body.appendChild(element);
  return element.shadowRoot;
}

describe('c-billing-panel-calls', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to each logged call', () => {
    const root = show([call]);
    expect(root.querySelector('li').textContent).toContain('422');
    expect(root.querySelector('.slds-badge')).not.toBeNull();

    root.querySelector('a').click();

    expect(navigate.mock.calls[0][0]).toEqual({
      type: 'standard__recordPage',
      attributes: { recordId: call.id, actionName: 'view' },
    });
  });

  it('says nothing where there is nothing to see', () => {
    expect(show([]).querySelector('section')).toBeNull();
  });

  it('marks failures alone', () => {
    expect(show([{ ...call, failed: false }]).querySelector('.slds-badge')).toBeNull();
  });
});
