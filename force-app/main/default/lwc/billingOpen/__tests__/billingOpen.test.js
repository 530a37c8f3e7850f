import { createElement } from 'lwc';
import BillingOpen from 'c/billingOpen';
import address from '@salesforce/apex/BillingOpenController.address';
import blocked from '@salesforce/label/c.BillingOpenBlocked';
import failed from '@salesforce/label/c.BillingOpenFailed';
import opened from '@salesforce/label/c.BillingOpenOpened';

jest.mock('@salesforce/apex/BillingOpenController.address', () => ({ default: jest.fn() }), {
  virtual: true,
});

const url = 'https://billing.example.com/accounts/42';
const found = { url, label: 'A-100', reasons: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve));

function place(answer) {
  address.mockImplementation(() => answer);
  const element = createElement('c-billing-open', { is: BillingOpen });
  const toasted = jest.fn();
  element.addEventListener('lightning__showtoast', ({ detail }) => toasted(detail));
  document.body.appendChild(element);
  element.recordId = '001000000000001AAA';
  return { element, toasted };
}

async function invoke(answer) {
  const { element, toasted } = place(answer);
  element.invoke();
  await settle();
  return toasted;
}

describe('c-billing-open', () => {
  beforeEach(() => {
    window.open = jest.fn();
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('does nothing until it is invoked', async () => {
    const { toasted } = place(Promise.resolve(found));
    await settle();

    expect(address).not.toHaveBeenCalled();
    expect(toasted).not.toHaveBeenCalled();
  });

  it('opens the page so that it knows nothing of this one', async () => {
    await invoke(Promise.resolve(found));

    expect(address).toHaveBeenCalledWith({ recordId: '001000000000001AAA' });
    expect(window.open.mock.calls).toEqual([[url, '_blank', 'noopener,noreferrer']]);
  });

  it('shows a link as well, for browsers that block windows', async () => {
    const toasted = await invoke(Promise.resolve(found));

    expect(toasted.mock.calls).toEqual([
      [expect.objectContaining({ title: opened, message: blocked, messageData: [{ url, label: 'A-100' }] })],
    ]);
  });

  it('takes a double click for one', async () => {
    const { element } = place(Promise.resolve(found));

    element.invoke();
    element.invoke();
    await settle();
    expect(window.open).toHaveBeenCalledTimes(1);

    element.invoke();
    await settle();
    expect(window.open).toHaveBeenCalledTimes(2);
  });

  it('says why it can’t, and to an administrator what to do', async () => {
    const reasons = [{ message: 'Not there yet.', adminMessage: 'Fill the template.' }, { message: 'Ask.' }];
    const toasted = await invoke(Promise.resolve({ url: null, label: null, reasons }));

    expect(window.open).not.toHaveBeenCalled();
    expect(toasted.mock.calls).toEqual([
      [
        expect.objectContaining({
          title: failed,
          message: 'Not there yet. Fill the template. Ask.',
          variant: 'warning',
          mode: 'sticky',
        }),
      ],
    ]);
  });

  it('shows an error and can be tried again', async () => {
    const { element, toasted } = place(Promise.reject(new Error('Broken.')));
    element.invoke();
    await settle();
    expect(toasted.mock.calls[0][0]).toEqual(
      expect.objectContaining({ message: 'Broken.', variant: 'error' }),
    );

    address.mockResolvedValue(found);
    element.invoke();
    await settle();

    expect(window.open).toHaveBeenCalledTimes(1);
  });

  it('shows no window of its own and is accessible', async () => {
    const { element } = place(Promise.resolve(found));

    expect(element.shadowRoot.childNodes).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
