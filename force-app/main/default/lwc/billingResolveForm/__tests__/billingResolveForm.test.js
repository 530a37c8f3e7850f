import { createElement } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import BillingResolveForm from 'c/billingResolveForm';
import finish from '@salesforce/apex/BillingOperationController.finish';
import read from '@salesforce/apex/BillingOperationController.read';
import tryAgain from '@salesforce/apex/BillingOperationController.tryAgain';
import notParked from '@salesforce/label/c.BillingResolveNotParked';

jest.mock('@salesforce/apex/BillingOperationController.finish', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingOperationController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/BillingOperationController.tryAgain', () => ({ default: jest.fn() }), {
  virtual: true,
});

const parked = {
  operationId: 'a021',
  operationName: 'OP-00000001',
  recordId: '001A',
  recordName: 'Acme',
  state: 'parked',
  message: 'There are two.',
};

const settle = () => new Promise((resolve) => setTimeout(resolve));
const inside = (element, selector) => element.shadowRoot.querySelector(selector);
const action = (element, name) => inside(element, `[data-action="${name}"]`);

async function place() {
  const element = createElement('c-billing-resolve-form', { is: BillingResolveForm });
  const closed = jest.fn();
  element.addEventListener('close', ({ detail }) => closed(detail.isDone));
  element.operationId = 'a021';
  document.body.appendChild(element);
  await settle();
  return { element, closed };
}

async function choose(element, value) {
  inside(element, 'lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
  action(element, 'confirm').click();
  await settle();
}

describe('c-billing-resolve-form', () => {
  beforeEach(() => read.mockResolvedValue(parked));
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says what waits and why, and does nothing before a choice', async () => {
    const { element } = await place();

    expect(read).toHaveBeenCalledWith({ operationId: 'a021' });
    expect(inside(element, 'c-billing-sync-result').shadowRoot.textContent).toContain('There are two.');
    expect(action(element, 'confirm').disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['finish', finish],
    ['tryAgain', tryAgain],
  ])('does what was chosen and is done: %s', async (choice, call) => {
    const { element, closed } = await place();
    await choose(element, choice);

    expect(call).toHaveBeenCalledWith({ operationId: 'a021' });
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: 'a021' }]);
    expect(closed).toHaveBeenCalledWith(true);
  });

  it('stays open and says why nothing came of it', async () => {
    finish.mockRejectedValue({ body: { message: 'Somebody was faster.' } });
    const { element, closed } = await place();
    await choose(element, 'finish');

    expect(closed).not.toHaveBeenCalled();
    expect(inside(element, 'c-billing-error-panel').shadowRoot.textContent).toContain('Somebody was faster.');
    await expect(element).toBeAccessible();
  });

  it('offers nothing for an operation that does not wait for a person', async () => {
    read.mockResolvedValue({ ...parked, state: 'done' });
    const { element, closed } = await place();

    expect(element.shadowRoot.textContent).toContain(notParked);
    expect(action(element, 'confirm')).toBeNull();
    action(element, 'cancel').click();
    expect(closed).toHaveBeenCalledWith(false);
  });
});
