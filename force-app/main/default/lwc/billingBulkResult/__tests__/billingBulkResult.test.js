import { createElement } from 'lwc';
import BillingBulkResult from 'c/billingBulkResult';

jest.mock('@salesforce/label/c.BillingBulkToDecide', () => ({ default: 'Decide: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkBlocked', () => ({ default: 'Blocked: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkFailed', () => ({ default: 'Failed: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkLater', () => ({ default: 'Later: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkShow', () => ({ default: 'Show {0}' }), { virtual: true });

const group = (kind, size, recordIds, reason) => ({ kind, size, recordIds, reason });

function place(result) {
  const element = createElement('c-billing-bulk-result', { is: BillingBulkResult });
  element.result = { toDecide: 0, blocked: 0, failed: 0, later: 0, groups: [], ...result };
  document.body.appendChild(element);
  return element;
}

const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

describe('c-billing-bulk-result', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing when something came of every record', async () => {
    const element = place({});

    expect(all(element, 'section')).toHaveLength(0);
    expect(all(element, '[data-text="later"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('tells why, what waits for a person first', async () => {
    const element = place({
      toDecide: 1,
      blocked: 812,
      failed: 2,
      groups: [
        group('blocked', 810, ['001A'], { message: 'No email.', adminMessage: 'Email is empty.' }),
        group('blocked', 2, ['001B', '001C'], { message: 'No address.' }),
        group('failed', 2, [], { message: 'Refused.' }),
        group('toDecide', 1, ['001D'], { message: 'Both changed.' }),
      ],
    });

    expect(all(element, 'h2').map(({ textContent }) => textContent)).toEqual([
      'Decide: 1',
      'Blocked: 812',
      'Failed: 2',
    ]);
    const [, first, second] = all(element, 'li').map(({ textContent }) => textContent);
    expect(first).toContain('810');
    expect(first).toContain('No email.');
    expect(first).toContain('Email is empty.');
    expect(second).toContain('No address.');
    await expect(element).toBeAccessible();
  });

  it('leads to those that are named', () => {
    const element = place({
      blocked: 3,
      groups: [
        group('blocked', 1, ['001A'], { message: 'No email.' }),
        group('blocked', 2, ['001B', '001C'], { message: 'No address.' }),
        group('failed', 1, [], { message: 'Refused.' }),
      ],
    });
    const shown = jest.fn();
    element.addEventListener('show', (event) => shown(event.detail));

    const buttons = all(element, 'lightning-button');
    expect(buttons.map(({ label }) => label)).toEqual(['Show 1', 'Show 2']);
    buttons[1].click();
    expect(shown).toHaveBeenCalledWith({ recordIds: ['001B', '001C'] });
  });

  it('says what goes on by itself', async () => {
    const element = place({ later: 4 });

    expect(all(element, '[data-text="later"]')[0].textContent).toBe('Later: 4');
    await expect(element).toBeAccessible();
  });
});
