import { createElement } from 'lwc';
import BillingSync from 'c/billingSync';
import preview from '@salesforce/apex/BillingSyncController.preview';
import title from '@salesforce/label/c.BillingSyncTitle';

const recordId = '001000000000001AAA';

jest.mock('@salesforce/apex/BillingSyncController.preview', () => ({ default: jest.fn() }), {
  virtual: true,
});

function place() {
  const element = createElement('c-billing-sync', { is: BillingSync });
  document.body.appendChild(element);
  return element;
}

const runOf = (element) => element.shadowRoot.querySelector('c-billing-sync-run');

describe('c-billing-sync', () => {
  beforeEach(() => {
    preview.mockReturnValue(new Promise(() => {}));
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('asks for nothing until the platform has set the record', async () => {
    const element = place();

    expect(element.shadowRoot.querySelector('lightning-quick-action-panel').header).toBe(title);
    expect(runOf(element)).toBeNull();
    expect(preview).not.toHaveBeenCalled();

    element.recordId = recordId;
    await Promise.resolve();

    expect(preview).toHaveBeenCalledTimes(1);
    expect(preview).toHaveBeenCalledWith({ recordIds: [recordId] });
  });

  it('does not begin again when the platform sets the same record twice', async () => {
    const element = place();
    element.recordId = recordId;
    await Promise.resolve();
    element.recordId = recordId;
    await Promise.resolve();

    expect(preview).toHaveBeenCalledTimes(1);
  });

  it.each(['close', 'billingleave'])('closes when the sync is closed: %s', async (name) => {
    const element = place();
    element.recordId = recordId;
    await Promise.resolve();
    const closed = jest.fn();
    element.addEventListener('lightning__actionsclosescreen', closed);

    runOf(element).dispatchEvent(new CustomEvent(name));

    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    const element = place();
    element.recordId = recordId;
    await Promise.resolve();

    await expect(element).toBeAccessible();
  });
});
