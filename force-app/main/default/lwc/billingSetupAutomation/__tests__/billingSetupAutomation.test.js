import { clear, click, failure, find, flush, place as placeOn } from 'testing/placing';
import BillingSetupAutomation from 'c/billingSetupAutomation';
import nameUser from '@salesforce/apex/BillingAutomationController.nameUser';
import read from '@salesforce/apex/BillingAutomationController.read';
import start from '@salesforce/apex/BillingAutomationController.start';
import stop from '@salesforce/apex/BillingAutomationController.stop';
import never from '@salesforce/label/c.BillingSetupHeartNever';
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

const place = (properties) => placeOn('c-billing-setup-automation', BillingSetupAutomation, properties);

const stepOf = (element) => find(element, 'c-billing-setup-step');

afterEach(clear);

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
    expect(find(robot, '[role="status"]').textContent).toContain(stopped);
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
