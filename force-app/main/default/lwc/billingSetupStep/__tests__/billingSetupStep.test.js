import { createElement } from 'lwc';
import BillingSetupStep from 'c/billingSetupStep';

function place(properties) {
  const element = createElement('c-billing-setup-step', { is: BillingSetupStep });
  Object.assign(element, { heading: 'Connect', help: 'It connects.', ...properties });
  document.body.appendChild(element);
  return element;
}

describe('c-billing-setup-step', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('has a heading and says what it does', async () => {
    const element = place();
    expect(element.shadowRoot.querySelector('h2').textContent).toBe('Connect');
    expect(element.shadowRoot.querySelector('lightning-spinner')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows that it works, what it did and what went wrong', async () => {
    const element = place({ isBusy: true, done: 'Saved.', error: 'No.' });
    expect(element.shadowRoot.querySelector('lightning-spinner')).not.toBeNull();
    expect(element.shadowRoot.querySelector('[role="status"]').textContent).toBe('Saved.');
    expect(element.shadowRoot.querySelector('c-billing-error-panel').error).toBe('No.');
    await expect(element).toBeAccessible();
  });
});
