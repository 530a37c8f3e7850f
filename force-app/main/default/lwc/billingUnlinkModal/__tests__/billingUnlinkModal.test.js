import { createElement } from 'lwc';
import BillingUnlinkModal from 'c/billingUnlinkModal';
import unlink from '@salesforce/apex/BillingLinkController.unlink';
import unlinkEffect from '@salesforce/apex/BillingLinkController.unlinkEffect';
import title from '@salesforce/label/c.BillingUnlinkTitle';

jest.mock('@salesforce/apex/BillingLinkController.unlink', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/BillingLinkController.unlinkEffect', () => ({ default: jest.fn() }), {
  virtual: true,
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function place() {
  const element = createElement('c-billing-unlink-modal', { is: BillingUnlinkModal });
  element.label = 'Window';
  element.link = { id: 'l1', billingNumber: '10042', connectionName: 'Europe' };
  const closed = jest.fn();
  element.addEventListener('modalclosed', ({ detail }) => closed(detail));
  document.body.appendChild(element);
  await settle();
  return { element, closed };
}

const action = (element, name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
const effect = (element, name) => element.shadowRoot.querySelector(`[data-effect="${name}"]`)?.textContent;
const error = (element) => element.shadowRoot.querySelector('c-billing-error-panel').shadowRoot.textContent;

describe('c-billing-unlink-modal', () => {
  beforeEach(() => {
    unlinkEffect.mockResolvedValue({ kept: ['The account'], cleared: ['Balance', 'Status'] });
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says what stays and what goes before anything is done', async () => {
    const { element } = await place();

    expect(element.shadowRoot.querySelector('lightning-modal-header').label).toBe(title);
    expect(effect(element, 'kept')).toContain('The account');
    expect(effect(element, 'cleared')).toContain('Balance');
    expect(unlink).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('unlinks once confirmed', async () => {
    const { element, closed } = await place();
    action(element, 'unlink').click();
    await settle();

    expect(unlink).toHaveBeenCalledWith({ linkId: 'l1' });
    expect(closed).toHaveBeenCalledWith(true);
  });

  it('cannot be confirmed by somebody who could not read what it does', async () => {
    unlinkEffect.mockRejectedValue({ body: { message: 'Not found.' } });
    const { element } = await place();

    expect(action(element, 'unlink').disabled).toBe(true);
    expect(error(element)).toContain('Not found.');
    await expect(element).toBeAccessible();
  });

  it('stays open and says why when unlinking failed', async () => {
    unlink.mockRejectedValue({ body: { message: 'Busy.' } });
    const { element, closed } = await place();
    action(element, 'unlink').click();
    await settle();

    expect(error(element)).toContain('Busy.');
    expect(closed).not.toHaveBeenCalled();
  });

  it('is cancelled without unlinking', async () => {
    const { element, closed } = await place();
    action(element, 'cancel').click();

    expect(closed).toHaveBeenCalledWith(false);
    expect(unlink).not.toHaveBeenCalled();
  });
});
