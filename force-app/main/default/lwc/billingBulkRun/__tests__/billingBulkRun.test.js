import { createElement } from 'lwc';
import BillingBulkRun from 'c/billingBulkRun';
import preview from '@salesforce/apex/BillingSyncController.preview';
import progress from '@salesforce/apex/BillingBulkController.progress';
import start from '@salesforce/apex/BillingBulkController.start';
import paused from '@salesforce/label/c.BillingBulkPaused';

jest.mock('@salesforce/apex/BillingSyncController.preview', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingBulkController.progress', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingBulkController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkQuestion', () => ({ default: 'Records: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.BillingBulkLooking', () => ({ default: 'Comparing {0}, {1}, {2}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkWriting', () => ({ default: 'Writing {0}, {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkWaiting', () => ({ default: 'Waiting {0}, {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkPausedBecause', () => ({ default: 'Paused: {0}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkStopped', () => ({ default: 'Stopped {0}, {1}' }), {
  virtual: true,
});
jest.mock('@salesforce/label/c.BillingBulkDone', () => ({ default: 'End {0}: {1}, {2}, {3}, {4}, {5}' }), {
  virtual: true,
});

const recordIds = Array.from({ length: 300 }, (_, index) => `001${index}`);
const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const action = (element, name) => inside(element, `[data-action="${name}"]`);
const status = (element) => inside(element, '[data-text="status"]').textContent;
const percent = (element) => inside(element, 'lightning-progress-bar').value;
const pass = (milliseconds) => jest.advanceTimersByTimeAsync(milliseconds);
const minute = 60000;

const at = (state, numbers) => ({
  state,
  chosen: 300,
  compared: 0,
  written: 0,
  unchanged: 0,
  blocked: 0,
  toDecide: 0,
  failed: 0,
  inWork: 0,
  later: 0,
  groups: [],
  ...numbers,
});
const finished = at('finished', {
  compared: 300,
  written: 200,
  unchanged: 80,
  blocked: 12,
  toDecide: 5,
  failed: 3,
  groups: [{ kind: 'blocked', size: 12, recordIds: ['001A', '001B'], reason: { message: 'No email.' } }],
});

function place() {
  const element = createElement('c-billing-bulk-run', { is: BillingBulkRun });
  element.recordIds = recordIds;
  const closed = jest.fn();
  element.addEventListener('close', closed);
  document.body.appendChild(element);
  return { element, closed };
}

/** Started, and looked at once. */
async function started(...answers) {
  answers.forEach((answer) => progress.mockResolvedValueOnce(answer));
  const { element } = place();
  action(element, 'start').click();
  await pass(0);
  await pass(3000);
  return element;
}

describe('c-billing-bulk-run', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    start.mockResolvedValue('run');
    preview.mockReturnValue(new Promise(() => {}));
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

  it('starts once and follows until the end, which tells every record', async () => {
    const element = await started(
      at('comparing', { compared: 150, inWork: 100, written: 10 }),
      at('writing', { compared: 300, inWork: 60, written: 40 }),
      finished,
    );
    expect(start).toHaveBeenCalledWith({ recordIds });
    expect(action(element, 'start')).toBeNull();
    expect(status(element)).toBe('Comparing 150, 300, 10');
    expect(percent(element)).toBe(33);

    await pass(4000);
    expect(status(element)).toBe('Writing 100, 40');
    expect(percent(element)).toBe(90);
    await pass(5000);
    expect(status(element)).toBe('End 300: 200, 80, 12, 5, 3');
    expect(inside(element, 'lightning-progress-bar')).toBeNull();
    await pass(10 * minute);
    expect(progress).toHaveBeenCalledTimes(3);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('looks ever more seldom', async () => {
    progress.mockResolvedValue(at('comparing', {}));
    await started();
    await pass(10 * minute);
    expect(progress.mock.calls.length).toBeLessThan(60);
  });

  it.each([
    ['waiting', {}, 'Waiting 0, 300'],
    ['paused', { pausedReason: 'Upgrade' }, 'Paused: Upgrade'],
    ['paused', {}, paused],
  ])('says why nothing moves, and asks seldom: %s %j', async (state, numbers, text) => {
    progress.mockResolvedValue(at(state, numbers));
    const element = await started();

    expect(status(element)).toBe(text);
    await pass(minute);
    expect(progress).toHaveBeenCalledTimes(3);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('ends where no job goes on with it', async () => {
    const element = await started(at('stopped', { compared: 200 }));

    expect(status(element)).toBe('Stopped 200, 300');
    await pass(10 * minute);
    expect(progress).toHaveBeenCalledTimes(1);
  });

  it('shows records of a group, and leads back', async () => {
    const element = await started(finished);
    inside(element, 'c-billing-bulk-result').dispatchEvent(
      new CustomEvent('show', { detail: { recordIds: ['001A', '001B'] } }),
    );
    await pass(0);

    const run = inside(element, 'c-billing-sync-run');
    expect(run.recordIds).toEqual(['001A', '001B']);
    expect(run.showFirst).toBe(true);
    run.dispatchEvent(new CustomEvent('close'));
    await pass(0);
    expect(status(element)).toBe('End 300: 200, 80, 12, 5, 3');
    expect(inside(element, 'c-billing-sync-run')).toBeNull();
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
    const element = await started();
    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('Offline.');

    progress.mockResolvedValue(finished);
    inside(element, 'c-billing-error-panel').dispatchEvent(new CustomEvent('retry'));
    await pass(0);
    expect(status(element)).toBe('End 300: 200, 80, 12, 5, 3');
    expect(start).toHaveBeenCalledTimes(1);
  });
});
