import { clear, click, failure, fillIn, find, place as placeOn } from 'testing/placing';
import BillingSetupSwitch from 'c/billingSetupSwitch';
import pauseAll from '@salesforce/apex/BillingSetupController.pauseAll';
import resumeAll from '@salesforce/apex/BillingSetupController.resumeAll';

jest.mock('@salesforce/apex/BillingSetupController.pauseAll', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.resumeAll', () => ({ default: jest.fn() }), {
  virtual: true,
});

const place = (properties) => placeOn('c-billing-setup-switch', BillingSetupSwitch, properties);

afterEach(clear);

describe('c-billing-setup-switch', () => {
  it('pauses everything with a reason', async () => {
    const element = await place();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    await click(element, 'ask');
    fillIn(element, 'lightning-input', 'Month end');
    await expect(element).toBeAccessible();

    await click(element, 'pause');

    expect(pauseAll).toHaveBeenCalledWith({ reason: 'Month end' });
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('pauses nothing without a reason, nor when it is left alone', async () => {
    const element = await place();
    await click(element, 'ask');
    fillIn(element, 'lightning-input', '', false);
    await click(element, 'pause');
    await click(element, 'cancel');

    expect(find(element, 'lightning-input')).toBeNull();
    expect(pauseAll).not.toHaveBeenCalled();
  });

  it('resumes', async () => {
    const element = await place({ isPaused: true, pausedReason: 'Month end' });
    await click(element, 'resume');
    expect(resumeAll).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('shows why it failed', async () => {
    resumeAll.mockRejectedValue(failure);
    const element = await place({ isPaused: true });
    await click(element, 'resume');
    expect(find(element, 'c-billing-error-panel').error).toEqual(failure);
  });
});
