import { createElement } from 'lwc';
import BillingLinkModal from 'c/billingLinkModal';
import BillingPanelLinks from 'c/billingPanelLinks';
import BillingUnlinkModal from 'c/billingUnlinkModal';
import makePrimary from '@salesforce/apex/BillingLinkController.makePrimary';

jest.mock('@salesforce/apex/BillingLinkController.makePrimary', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/billingLinkModal', () => ({ default: { open: jest.fn() }, __esModule: true }));
jest.mock('c/billingUnlinkModal', () => ({ default: { open: jest.fn() }, __esModule: true }));

const link = (number, over = {}) => ({
  id: `l${number}`,
  connectionId: 'c1',
  connectionName: 'Europe',
  type: 'account',
  billingNumber: `100${number}`,
  primary: number === 1,
  ...over,
});

function place(links, canLink) {
  const element = createElement('c-billing-panel-links', { is: BillingPanelLinks });
  Object.assign(element, { recordId: '001A', recordName: 'Acme', links, canLink });
  const changed = jest.fn();
  element.addEventListener('changed', changed);
  document.body.appendChild(element);
  return { element, changed };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const action = (element, name) => element.shadowRoot.querySelector(`[data-action="${name}"]`);
const rows = (element) => element.shadowRoot.querySelectorAll('[data-link]');

async function click(element, name) {
  action(element, name).click();
  await settle();
}

describe('c-billing-panel-links', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('repeats a single link only for those who may change it', () => {
    expect(rows(place([link(1)], false).element)).toHaveLength(0);
    expect(rows(place([link(1)], true).element)).toHaveLength(1);
  });

  it('shows several links to everybody, and buttons only to those who may', async () => {
    const { element } = place([link(1), link(2)], false);

    expect(rows(element)).toHaveLength(2);
    expect(element.shadowRoot.querySelector('lightning-button')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('links by hand', async () => {
    BillingLinkModal.open.mockResolvedValue(true);
    const { element, changed } = place([link(1)], true);
    await click(element, 'link');

    expect(BillingLinkModal.open.mock.calls[0][0]).toMatchObject({ recordId: '001A', recordName: 'Acme' });
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('unlinks the link whose button it was', async () => {
    BillingUnlinkModal.open.mockResolvedValue(true);
    const { element, changed } = place([link(1)], true);
    await click(element, 'unlink');

    expect(BillingUnlinkModal.open.mock.calls[0][0].link.id).toBe('l1');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('changes nothing when a window was cancelled', async () => {
    BillingUnlinkModal.open.mockResolvedValue(false);
    BillingLinkModal.open.mockResolvedValue(undefined);
    const { element, changed } = place([link(1)], true);
    await click(element, 'unlink');
    await click(element, 'link');

    expect(changed).not.toHaveBeenCalled();
  });

  it('makes another link primary, and says so when that fails', async () => {
    makePrimary.mockResolvedValueOnce(undefined);
    makePrimary.mockRejectedValueOnce({ body: { message: 'Locked.' } });
    const { element, changed } = place([link(1), link(2)], true);
    await click(element, 'primary');
    expect(makePrimary).toHaveBeenCalledWith({ linkId: 'l2' });
    expect(changed).toHaveBeenCalledTimes(1);

    await click(element, 'primary');

    expect(changed).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot.querySelector('c-billing-error-panel').shadowRoot.textContent).toContain(
      'Locked.',
    );
  });
});
