import { createElement } from 'lwc';
import BillingQueryWindow from 'c/billingQueryWindow';
import read from '@salesforce/apex/BillingQueryController.read';
import title from '@salesforce/label/c.BillingQueryTitle';

jest.mock('@salesforce/apex/BillingQueryController.read', () => ({ default: jest.fn() }), { virtual: true });

describe('c-billing-query-window', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows what the action shows, under its own title', async () => {
    read.mockReturnValue(new Promise(() => {}));
    const element = createElement('c-billing-query-window', { is: BillingQueryWindow });
    Object.assign(element, { label: 'Window', recordId: '001A' });
    document.body.appendChild(element);

    expect(element.shadowRoot.querySelector('lightning-modal-header').label).toBe(title);
    expect(element.shadowRoot.querySelector('c-billing-query-view').recordId).toBe('001A');
    expect(read.mock.calls[0][0]).toMatchObject({ recordId: '001A' });
    await expect(element).toBeAccessible();
  });
});
