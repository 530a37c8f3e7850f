import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import BillingReasons from 'c/billingReasons';
import copied from '@salesforce/label/c.BillingCopied';
import copyByHand from '@salesforce/label/c.BillingCopyByHand';

const reason = (remedy, over = {}) => ({
  name: 'someReason',
  message: 'This is why.',
  adminMessage: null,
  remedy,
  targetId: null,
  ...over,
});

function place(reasons) {
  const element = createElement('c-billing-reasons', { is: BillingReasons });
  element.reasons = reasons;
  element.recordId = '001A';
  document.body.appendChild(element);
  return element;
}

const remedy = (element) => element.shadowRoot.querySelector('[data-remedy]');
const status = (element) => element.shadowRoot.querySelector('[role="status"]')?.textContent;
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('c-billing-reasons', () => {
  afterEach(() => {
    document.body.replaceChildren();
    delete navigator.clipboard;
    jest.clearAllMocks();
  });

  it.each([
    ['editRecord', undefined, { recordId: '001A', actionName: 'edit' }],
    ['editRecord', '801B', { recordId: '801B', actionName: 'edit' }],
    ['openAccount', '001C', { recordId: '001C', actionName: 'view' }],
  ])('%s leads to the record', (name, targetId, attributes) => {
    remedy(place([reason(name, { targetId })])).click();

    expect(navigate).toHaveBeenCalledWith({ type: 'standard__recordPage', attributes }, undefined);
  });

  it('tells the window around it that it leads elsewhere', () => {
    const element = place([reason('openAccount', { targetId: '001C' })]);
    const heard = jest.fn();
    document.body.addEventListener('billingleave', heard, { once: true });

    remedy(element).click();

    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('openSetup leads an administrator to the set-up page', () => {
    remedy(place([reason('openSetup', { adminMessage: 'Finish set-up.' })])).click();

    const [page] = navigate.mock.calls[0];
    expect(page.type).toBe('standard__navItemPage');
    expect(page.attributes.apiName).toMatch(/Billing_Setup$/);
  });

  it('openSetup becomes a text for the administrator where the person is none', async () => {
    const element = place([reason('openSetup')]);
    remedy(element).click();
    await settle();

    expect(navigate).not.toHaveBeenCalled();
    expect(element.shadowRoot.querySelector('lightning-textarea')).not.toBeNull();
  });

  it.each([
    ['resolveConflict', 'resolve'],
    ['retry', 'retry'],
  ])('%s is left to the host', (name, eventName) => {
    const element = place([reason(name)]);
    const heard = jest.fn();
    element.addEventListener(eventName, heard);

    remedy(element).click();

    expect(heard).toHaveBeenCalledTimes(1);
    expect(heard.mock.calls[0][0].detail.reason.name).toBe('someReason');
  });

  it('none has no button', async () => {
    const element = place([reason('none')]);

    expect(remedy(element)).toBeNull();
    expect(element.shadowRoot.textContent).toContain('This is why.');
    await expect(element).toBeAccessible();
  });

  it('shows the administrator’s message only where there is one', () => {
    expect(place([reason('none', { adminMessage: 'The cause.' })]).shadowRoot.textContent).toContain(
      'The cause.',
    );
  });

  describe('askAdmin', () => {
    async function asked(clipboard) {
      if (clipboard) Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      const element = place([reason('askAdmin')]);
      remedy(element).click();
      await settle();
      return element;
    }
    async function copy(element) {
      element.shadowRoot.querySelector('[data-copy]').click();
      await settle();
    }

    it('copies a text', async () => {
      const writeText = jest.fn().mockResolvedValue(undefined);
      const element = await asked({ writeText });
      await copy(element);

      expect(writeText).toHaveBeenCalledWith(element.shadowRoot.querySelector('lightning-textarea').value);
      expect(status(element)).toBe(copied);
      await expect(element).toBeAccessible();
    });

    it('says how to copy by hand where the browser may not', async () => {
      const refused = await asked({ writeText: jest.fn().mockRejectedValue(new Error('Denied')) });
      await copy(refused);
      expect(status(refused)).toBe(copyByHand);
    });

    it('says so too where there is no clipboard', async () => {
      const element = await asked();
      await copy(element);
      expect(status(element)).toBe(copyByHand);
    });

    it('is closed by the same button', async () => {
      const element = await asked();
      remedy(element).click();
      await settle();
      expect(element.shadowRoot.querySelector('lightning-textarea')).toBeNull();
    });
  });

  it('calls another look what it is where the reasons stand', () => {
    const element = place([reason('retry')]);
    element.retryLabel = 'Synchronise Now';

    return Promise.resolve().then(() => expect(remedy(element).label).toBe('Synchronise Now'));
  });
});
