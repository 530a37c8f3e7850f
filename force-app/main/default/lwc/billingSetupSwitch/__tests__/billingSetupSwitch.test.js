import { createElement } from 'lwc';
import BillingSetupSwitch from 'c/billingSetupSwitch';
import pauseAll from '@salesforce/apex/BillingSetupController.pauseAll';
import resumeAll from '@salesforce/apex/BillingSetupController.resumeAll';

jest.mock('@salesforce/apex/BillingSetupController.pauseAll', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingSetupController.resumeAll', () => ({ default: jest.fn() }), {
  virtual: true,
});

const flush = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
const failure = { body: { message: 'Not today.' } };

async function place(properties = {}) {
  const element = createElement('c-billing-setup-switch', { is: BillingSetupSwitch });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await flush();
  return element;
}

const find = (element, selector) => element.shadowRoot.querySelector(selector);

async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await flush();
}

/** The base component's stub knows no validation. */
function fillIn(element, selector, value, isValid = true) {
  const input = find(element, selector);
  input.value = value;
  input.reportValidity = () => isValid;
  return input;
}

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

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
