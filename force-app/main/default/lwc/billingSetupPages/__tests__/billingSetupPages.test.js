import { createElement } from 'lwc';
import BillingSetupPages from 'c/billingSetupPages';

describe('c-billing-setup-pages', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('leads to the pages and lists of each object', async () => {
    const element = createElement('c-billing-setup-pages', { is: BillingSetupPages });
    document.body.appendChild(element);
    const targets = [...element.shadowRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'));

    expect(targets).toHaveLength(8);
    expect(targets).toContain('/lightning/setup/ObjectManager/Account/LightningPages/view');
    expect(targets).toContain('/lightning/setup/ObjectManager/Subscription__c/SearchLayouts/view');
    await expect(element).toBeAccessible();
  });
});
