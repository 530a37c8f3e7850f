import { createElement } from 'lwc';
import BillingResolve from 'c/billingResolve';
import BillingResolveModal from 'c/billingResolveModal';
import read from '@salesforce/apex/BillingOperationController.read';

jest.mock('@salesforce/apex/BillingOperationController.read', () => ({ default: jest.fn() }), {
  virtual: true,
});

const FORM = 'c-billing-resolve-form';
const CLOSE_SCREEN = 'lightning__actionsclosescreen';

describe('c-billing-resolve', () => {
  beforeEach(() => read.mockResolvedValue({ operationId: 'a021', state: 'done', recordName: 'Acme' }));
  afterEach(() => document.body.replaceChildren());

  it('waits for its record, and ends with the form', async () => {
    const element = createElement('c-billing-resolve', { is: BillingResolve });
    const closed = jest.fn();
    element.addEventListener(CLOSE_SCREEN, closed);
    document.body.appendChild(element);
    expect(element.shadowRoot.querySelector(FORM)).toBeNull();

    element.recordId = 'a021';
    await Promise.resolve();
    const form = element.shadowRoot.querySelector(FORM);
    expect(form.operationId).toBe('a021');
    form.dispatchEvent(new CustomEvent('close', { detail: { isDone: false } }));
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('in a window says whether a decision was made', async () => {
    const element = createElement('c-billing-resolve-modal', { is: BillingResolveModal });
    Object.assign(element, { label: 'Window', operationId: 'a021' });
    const closed = jest.fn();
    element.addEventListener('modalclosed', ({ detail }) => closed(detail));
    document.body.appendChild(element);
    await Promise.resolve();
    const form = element.shadowRoot.querySelector(FORM);
    form.dispatchEvent(new CustomEvent('close', { detail: { isDone: true } }));
    expect(closed).toHaveBeenCalledWith(true);
  });
});
