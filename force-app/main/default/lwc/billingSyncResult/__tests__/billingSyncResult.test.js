import { createElement } from 'lwc';
import { navigate } from 'lightning/navigation';
import BillingSyncResult from 'c/billingSyncResult';

const item = {
  operationId: 'a02000000000001AAA',
  operationName: 'OP-00000001',
  recordId: '001000000000001AAA',
  recordName: 'Acme',
  state: 'done',
};

function show(items, over = {}) {
  const element = createElement('c-billing-sync-result', { is: BillingSyncResult });
  Object.assign(element, { items, ...over });
  document.body.appendChild(element);
  return element.shadowRoot;
}

describe('c-billing-sync-result', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads those who may see it to the operation with its calls', () => {
    show([{ ...item, canOpen: true }])
      .querySelector('a')
      .click();

    expect(navigate.mock.calls[0][0]).toEqual({
      type: 'standard__recordPage',
      attributes: { recordId: item.operationId, actionName: 'view' },
    });
  });

  it('offers to decide only where that is done, to those who may, and for what waits for a person', () => {
    const parked = { ...item, state: 'parked', canOpen: true };
    const button = (one, canDecide) => show([one], { canDecide }).querySelector('[data-action="decide"]');

    expect(button(parked, false)).toBeNull();
    expect(button({ ...parked, canOpen: false }, true)).toBeNull();
    expect(button({ ...parked, state: 'waiting' }, true)).toBeNull();
    const decide = jest.fn();
    const offered = button(parked, true);
    offered.getRootNode().host.addEventListener('decide', ({ detail }) => decide(detail));
    offered.click();
    expect(decide).toHaveBeenCalledWith({ operationId: item.operationId });
  });

  it('tells what was done, in each direction, once it is done', () => {
    const written = { toBilling: ['Name', 'Phone'], toSalesforce: [] };
    const sentences = (one) => [...show([one]).querySelectorAll('p')].map(({ textContent }) => textContent);

    expect(sentences({ ...item, written })).toContain('c.BillingResultToBilling');
    expect(sentences({ ...item, written })).not.toContain('c.BillingResultToSalesforce');
    expect(sentences({ ...item, written, state: 'waiting' })).not.toContain('c.BillingResultToBilling');
    expect(sentences(item)).not.toContain('c.BillingResultToBilling');
  });

  it('leads nobody else there', () => {
    expect(show([{ ...item, canOpen: false }]).querySelector('a')).toBeNull();
  });
});
