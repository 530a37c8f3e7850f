import { createElement } from 'lwc';
import BillingSetupPages from 'c/billingSetupPages';
import notSeen from '@salesforce/label/c.BillingSetupPagesNotSeen';

function place(seen) {
  const element = createElement('c-billing-setup-pages', { is: BillingSetupPages });
  element.seen = seen;
  document.body.appendChild(element);
  return element;
}

describe('c-billing-setup-pages', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('leads to the pages and lists of each object', async () => {
    const element = place({});
    const targets = [...element.shadowRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));

    expect(targets).toHaveLength(8);
    expect(targets).toContain('/lightning/setup/ObjectManager/Account/LightningPages/view');
    expect(targets).toContain('/lightning/setup/ObjectManager/Subscription__c/SearchLayouts/view');
    await expect(element).toBeAccessible();
  });

  it('says where the panel was seen, and where not yet', () => {
    const { shadowRoot } = place({ Order: '2026-11-30' });
    const textOf = (name) => shadowRoot.querySelector(`[data-object="${name}"] .slds-badge`).textContent;

    expect(textOf('Order')).not.toBe(notSeen);
    expect(textOf('Account')).toBe(notSeen);
  });
});
