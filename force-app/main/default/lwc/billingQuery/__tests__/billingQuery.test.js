import { createElement } from 'lwc';
import BillingQuery from 'c/billingQuery';
import read from '@salesforce/apex/BillingQueryController.read';
import close from '@salesforce/label/c.BillingClose';
import title from '@salesforce/label/c.BillingQueryTitle';

jest.mock('@salesforce/apex/BillingQueryController.read', () => ({ default: jest.fn() }), { virtual: true });

function show() {
  read.mockReturnValue(new Promise(() => {}));
  const element = createElement('c-billing-query', { is: BillingQuery });
  document.body.appendChild(element);
  return element;
}

describe('c-billing-query', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the record in a titled panel, though its id comes late', async () => {
    const element = show();

    element.recordId = '001000000000001AAA';
    await Promise.resolve();

    const panel = element.shadowRoot.querySelector('lightning-quick-action-panel');
    expect(panel.header).toBe(title);
    expect(panel.querySelector('c-billing-query-view').recordId).toBe('001000000000001AAA');
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

  it('is accessible', async () => {
    await expect(show()).toBeAccessible();
  });
});
