import { createElement } from 'lwc';
import { FlowNavigationFinishEventName } from 'lightning/flowSupport';
import BillingSyncSelected from 'c/billingSyncSelected';
import preview from '@salesforce/apex/BillingSyncController.preview';

jest.mock('@salesforce/apex/BillingSyncController.preview', () => ({ default: jest.fn() }), {
  virtual: true,
});

function place(ids) {
  const element = createElement('c-billing-sync-selected', { is: BillingSyncSelected });
  element.ids = ids;
  document.body.appendChild(element);
  return element;
}

const run = (element) => element.shadowRoot.querySelector('c-billing-sync-run');

describe('c-billing-sync-selected', () => {
  beforeEach(() => {
    preview.mockReset();
    preview.mockReturnValue(new Promise(() => {}));
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('synchronises what the list gave to the flow, and shows it first', async () => {
    const element = place(['001A', '001B']);

    expect(preview).toHaveBeenCalledWith({ recordIds: ['001A', '001B'] });
    expect(run(element).showFirst).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('leaves more than a person can look at to the background', async () => {
    const many = Array.from({ length: 201 }, (_, index) => `001${index}`);
    const element = place(many);
    await Promise.resolve();

    expect(run(element)).toBeNull();
    expect(element.shadowRoot.querySelector('c-billing-bulk-run').recordIds).toHaveLength(201);
  });

  it('calls nobody when nothing was selected', async () => {
    const element = place([]);

    expect(preview).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('finishes the flow when it is closed', () => {
    const element = place(['001A']);
    const finished = jest.fn();
    element.addEventListener(FlowNavigationFinishEventName, finished);

    run(element).dispatchEvent(new CustomEvent('close'));

    expect(finished).toHaveBeenCalledTimes(1);
  });
});
