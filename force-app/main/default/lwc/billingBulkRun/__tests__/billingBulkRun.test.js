import { createElement } from 'lwc';
import BillingBulkRun from 'c/billingBulkRun';
import progress from '@salesforce/apex/BillingBulkController.progress';
import start from '@salesforce/apex/BillingBulkController.start';

jest.mock('@salesforce/apex/BillingBulkController.progress', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingBulkController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkQuestion', () => ({ default: 'Records: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkLooking', () => ({ default: 'Comparing {0}, {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkWriting', () => ({ default: 'Writing {0}, {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkFinished', () => ({ default: 'End {0}, {1}, {2}' }), {
  virtual: true,
});

const recordIds = Array.from({ length: 300 }, (_, index) => `001${index}`);
const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const action = (element, name) => inside(element, `[data-action="${name}"]`);
const status = (element) => inside(element, '[data-text="status"]').textContent;
const pass = (milliseconds) => jest.advanceTimersByTimeAsync(milliseconds);

function place() {
  const element = createElement('c-billing-bulk-run', { is: BillingBulkRun });
  element.recordIds = recordIds;
  const closed = jest.fn();
  element.addEventListener('close', closed);
  document.body.appendChild(element);
  return { element, closed };
}

describe('c-billing-bulk-run', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    start.mockResolvedValue('run');
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
  });

  it('says how many before anything starts', async () => {
    const { element, closed } = place();

    expect(status(element)).toBe('Records: 300');
    expect(start).not.toHaveBeenCalled();
    action(element, 'close').click();
    expect(closed).toHaveBeenCalledTimes(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('starts once and follows until the end', async () => {
    progress
      .mockResolvedValueOnce({ isLooking: true, done: 0, notDone: 0, open: 4 })
      .mockResolvedValueOnce({ isLooking: false, done: 3, notDone: 0, open: 1 })
      .mockResolvedValueOnce({ isLooking: false, done: 3, notDone: 1, open: 0 });
    const { element } = place();
    action(element, 'start').click();
    await pass(0);
    expect(start).toHaveBeenCalledWith({ recordIds });
    expect(action(element, 'start')).toBeNull();

    await pass(3000);
    expect(status(element)).toBe('Comparing 4, 0');
    await pass(3000);
    expect(status(element)).toBe('Writing 4, 3');
    expect(inside(element, 'lightning-progress-bar').value).toBe(75);
    await pass(3000);
    expect(status(element)).toBe('End 300, 3, 1');
    await pass(30000);
    expect(progress).toHaveBeenCalledTimes(3);
  });

  it('says why it did not start, and can be started again', async () => {
    start.mockRejectedValueOnce({ body: { message: 'Too many.' } });
    const { element } = place();
    action(element, 'start').click();
    await pass(0);

    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('Too many.');
    expect(action(element, 'start').disabled).toBe(false);
  });

  it('looks again on a click after a look failed', async () => {
    progress.mockRejectedValueOnce({ body: { message: 'Offline.' } });
    const { element } = place();
    action(element, 'start').click();
    await pass(3000);
    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('Offline.');

    progress.mockResolvedValue({ isLooking: false, done: 0, notDone: 0, open: 0 });
    inside(element, 'c-billing-error-panel').dispatchEvent(new CustomEvent('retry'));
    await pass(0);
    expect(status(element)).toBe('End 300, 0, 0');
    expect(start).toHaveBeenCalledTimes(1);
  });
});
