import { createElement } from 'lwc';
import BillingSync from 'c/billingSync';
import close from '@salesforce/label/c.BillingClose';
import notAvailable from '@salesforce/label/c.BillingSyncNotAvailable';
import title from '@salesforce/label/c.BillingSyncTitle';

function show() {
  const element = createElement('c-billing-sync', { is: BillingSync });
  element.recordId = '001000000000001AAA';
  document.body.appendChild(element);
  return element;
}

describe('c-billing-sync', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says in a titled panel that it is not available yet', () => {
    const panel = show().shadowRoot.querySelector('lightning-quick-action-panel');

    expect(panel.header).toBe(title);
    expect(panel.querySelector('p').textContent).toBe(notAvailable);
  });

  it('closes by its one button', () => {
    const element = show();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);
    const button = element.shadowRoot.querySelector('lightning-button');

    button.click();

    expect(button.label).toBe(close);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('takes a record id that comes late, as the platform sends it', () => {
    const element = createElement('c-billing-sync', { is: BillingSync });
    document.body.appendChild(element);

    element.recordId = '001000000000001AAA';

    expect(element.recordId).toBe('001000000000001AAA');
    expect(element.shadowRoot.querySelector('p').textContent).toBe(notAvailable);
  });

  it('is accessible', async () => {
    await expect(show()).toBeAccessible();
  });
});
