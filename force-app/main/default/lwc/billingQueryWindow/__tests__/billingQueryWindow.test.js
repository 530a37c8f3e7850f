import { createElement } from 'lwc';
import { CloseActionScreenEvent } from 'lightning/actions';
import BillingQueryWindow from 'c/billingQueryWindow';

describe('c-billing-query-window', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows the action’s own component, and closes when that asks its host to', () => {
    const element = createElement('c-billing-query-window', { is: BillingQueryWindow });
    element.recordId = '001A';
    const closed = jest.fn();
    element.addEventListener('modalclosed', closed);
    document.body.appendChild(element);
    const query = element.shadowRoot.querySelector('c-billing-query');
    expect(query.recordId).toBe('001A');

    query.dispatchEvent(new CloseActionScreenEvent());

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
