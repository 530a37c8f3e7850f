import { createElement } from 'lwc';
import BillingErrorPanel from 'c/billingErrorPanel';
import noAccess from '@salesforce/label/c.BillingErrorNoAccess';
import noPermission from '@salesforce/label/c.BillingNoPermission';

function place(properties) {
  const element = createElement('c-billing-error-panel', { is: BillingErrorPanel });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

describe('c-billing-error-panel', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing without an error', () => {
    expect(place({ heading: 'It failed', retryLabel: 'Again' }).shadowRoot.textContent).toBe('');
  });

  it('alerts with what failed and why', async () => {
    const element = place({ heading: 'It failed', error: { body: { message: 'Not now.' } } });

    const alert = element.shadowRoot.querySelector('[role="alert"]');
    expect(alert.textContent).toContain('It failed');
    expect(alert.textContent).toContain('Not now.');
    expect(alert.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says that the person may not, and offers nothing that would fail again', async () => {
    const message = "You do not have access to the Apex class named 'BillingPanelController'.";
    const element = place({ heading: 'It failed', error: { body: { message } }, retryLabel: 'Again' });

    const shown = element.shadowRoot.querySelector('[data-state="no-permission"]');
    expect(shown.textContent).toBe(noPermission + noAccess);
    expect(shown.querySelector('lightning-button')).toBeNull();
    expect(element.shadowRoot.querySelector('[role="alert"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('offers to try again', async () => {
    const element = place({ error: 'Offline', retryLabel: 'Again' });
    const retried = jest.fn();
    element.addEventListener('retry', retried);

    element.shadowRoot.querySelector('lightning-button').click();

    expect(retried).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
