import { createElement } from 'lwc';
import BillingSetup from 'c/billingSetup';
import title from '@salesforce/label/c.BillingSetupTitle';

function show() {
  const element = createElement('c-billing-setup', { is: BillingSetup });
  document.body.appendChild(element);
  return element;
}

describe('c-billing-setup', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('has a title', () => {
    expect(show().shadowRoot.querySelector('lightning-card').title).toBe(title);
  });

  it('is accessible', async () => {
    await expect(show()).toBeAccessible();
  });
});
