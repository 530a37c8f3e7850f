import { createElement } from 'lwc';
import BillingOpen from 'c/billingOpen';
import message from '@salesforce/label/c.BillingOpenNotAvailable';
import title from '@salesforce/label/c.BillingOpenTitle';

function place() {
  const element = createElement('c-billing-open', { is: BillingOpen });
  element.recordId = '001000000000001AAA';
  const toasted = jest.fn();
  element.addEventListener('lightning__showtoast', toasted);
  document.body.appendChild(element);
  return { element, toasted };
}

describe('c-billing-open', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says nothing until it is invoked', () => {
    expect(place().toasted).not.toHaveBeenCalled();
  });

  it('says in a toast that it is not available yet', () => {
    const { element, toasted } = place();

    element.invoke();

    expect(toasted).toHaveBeenCalledTimes(1);
    expect(toasted.mock.calls[0][0].detail).toEqual({ title, message, variant: 'info' });
  });

  it('shows no window of its own and is accessible', async () => {
    const { element } = place();

    expect(element.shadowRoot.childNodes).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
