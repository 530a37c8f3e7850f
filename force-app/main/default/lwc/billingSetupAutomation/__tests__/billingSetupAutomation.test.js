import { clear, click, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetupAutomation from 'c/billingSetupAutomation';
import nameUser from '@salesforce/apex/BillingAutomationController.nameUser';
import read from '@salesforce/apex/BillingAutomationController.read';
import refresh from '@salesforce/apex/BillingRefreshController.start';
import start from '@salesforce/apex/BillingAutomationController.start';
import stop from '@salesforce/apex/BillingAutomationController.stop';
import beats from '@salesforce/label/c.BillingSetupHeartBeats';
import begins from '@salesforce/label/c.BillingSetupHeartBegins';
import never from '@salesforce/label/c.BillingSetupHeartNever';
import refreshNever from '@salesforce/label/c.BillingSetupRefreshNever';
import refreshStarted from '@salesforce/label/c.BillingSetupRefreshStarted';
import stopped from '@salesforce/label/c.BillingSetupHeartStopped';
import nobody from '@salesforce/label/c.BillingSetupAutomationNone';

jest.mock('@salesforce/apex/BillingAutomationController.nameUser', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingAutomationController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingAutomationController.start', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingAutomationController.stop', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingRefreshController.start', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-automation', BillingSetupAutomation, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

const heartOf = (element) => find(element, '[role="status"]').textContent;

const candidates = [{ value: '005A', label: 'Robot' }];

describe('c-billing-setup-automation', () => {
  it('names the user', async () => {
    read.mockResolvedValue({ candidates });
    const element = await place();

    find(element, 'lightning-combobox').dispatchEvent(
      new CustomEvent('change', { detail: { value: '005A' } }),
    );
    await flush();

    expect(nameUser).toHaveBeenCalledWith({ userId: '005A' });
    expect(find(element, '[role="status"]').textContent).toContain(never);
    await expect(element).toBeAccessible();
  });

  it('says what to do when nobody can', async () => {
    read.mockResolvedValue({ candidates: [] });
    const element = await place();

    expect(element.shadowRoot.textContent).toContain(nobody);
    await expect(element).toBeAccessible();
  });

  it('starts only as that user', async () => {
    read.mockResolvedValue({ candidates, userId: '005A', isMe: false });
    const stranger = await place();
    expect(find(stranger, '[data-action="start"]').disabled).toBe(true);

    read.mockResolvedValue({ candidates, userId: '005A', isMe: true, lastHeartbeat: '2026-01-01T00:00:00Z' });
    const robot = await place();
    await click(robot, 'start');

    expect(start).toHaveBeenCalledTimes(1);
    await expect(robot).toBeAccessible();
  });

  it('looks again until the heart that was started beats', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const still = { candidates, userId: '005A', isMe: true, lastHeartbeat: '2026-01-01T00:00:00Z' };
    read.mockResolvedValue(still);
    const placing = place();
    await jest.advanceTimersByTimeAsync(0);
    const element = await placing;
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    expect(heartOf(element)).toContain(stopped);

    find(element, '[data-action="start"]').click();
    await jest.advanceTimersByTimeAsync(0);
    expect(heartOf(element)).toBe(begins);

    await jest.advanceTimersByTimeAsync(3000);
    expect(heartOf(element)).toBe(begins);

    read.mockResolvedValue({ ...still, isBeating: true });
    await jest.advanceTimersByTimeAsync(3000);
    expect(heartOf(element)).toContain(beats);
    expect(changed).toHaveBeenCalledTimes(2);

    read.mockClear();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(read).not.toHaveBeenCalled();
    jest.useRealTimers();
  });

  it('gives up looking, and stops looking when it goes', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    read.mockResolvedValue({ candidates, userId: '005A', isMe: true });
    const placing = place();
    await jest.advanceTimersByTimeAsync(0);
    const element = await placing;
    find(element, '[data-action="start"]').click();
    await jest.advanceTimersByTimeAsync(61_000);
    expect(heartOf(element)).toBe(never);

    find(element, '[data-action="start"]').click();
    await jest.advanceTimersByTimeAsync(0);
    element.remove();
    read.mockClear();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(read).not.toHaveBeenCalled();
    jest.useRealTimers();
  });

  it('refreshes now, as the automation user, and says when it last did', async () => {
    read.mockResolvedValue({ candidates, userId: '005A', isMe: false });
    const stranger = await place();
    expect(find(stranger, '[data-action="refresh"]').disabled).toBe(true);
    expect(find(stranger, '[data-text="refresh"]').textContent).toContain(refreshNever);

    read.mockResolvedValueOnce({ candidates, userId: '005A', isMe: true });
    read.mockResolvedValue({ candidates, userId: '005A', isMe: true, lastRefresh: '2026-01-01T00:00:00Z' });
    const robot = await place();
    await click(robot, 'refresh');

    expect(refresh).toHaveBeenCalledTimes(1);
    expect(stepOf(robot).done).toBe(refreshStarted);
    expect(find(robot, '[data-text="refresh"] lightning-formatted-date-time').value).toBe(
      '2026-01-01T00:00:00Z',
    );
    await expect(robot).toBeAccessible();
  });

  it('stops', async () => {
    read.mockResolvedValue({ candidates, isMe: true, isBeating: true });
    const element = await place();
    await click(element, 'stop');
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('shows why it failed', async () => {
    read.mockRejectedValue(failure);
    expect(stepOf(await place()).error).toEqual(failure);
  });
});
