import { createElement } from 'lwc';
import BillingWaiting from 'c/billingWaiting';
import loading from '@salesforce/label/c.BillingLoading';

function place(over) {
  const element = Object.assign(createElement('c-billing-waiting', { is: BillingWaiting }), over);
  document.body.appendChild(element);
  return element;
}

const said = (element) => element.shadowRoot.querySelector('lightning-spinner').alternativeText;

describe('c-billing-waiting', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says that something loads', async () => {
    const element = place({});

    expect(said(element)).toBe(loading);
    await expect(element).toBeAccessible();
  });

  it('says what goes on', async () => {
    const element = place({ text: 'Comparing …' });

    expect(said(element)).toBe('Comparing …');
    await expect(element).toBeAccessible();
  });
});
