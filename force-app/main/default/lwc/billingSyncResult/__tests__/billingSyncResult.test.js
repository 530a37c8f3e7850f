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

function show(items) {
  const element = createElement('c-billing-sync-result', { is: BillingSyncResult });
  element.items = items;
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

  it('leads nobody else there', () => {
    expect(show([{ ...item, canOpen: false }]).querySelector('a')).toBeNull();
  });
});
