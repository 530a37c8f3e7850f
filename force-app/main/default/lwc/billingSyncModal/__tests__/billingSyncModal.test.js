import { createElement } from 'lwc';
import BillingSyncModal from 'c/billingSyncModal';
import preview from '@salesforce/apex/BillingSyncController.preview';
import title from '@salesforce/label/c.BillingSyncTitle';

jest.mock('@salesforce/apex/BillingSyncController.preview', () => ({ default: jest.fn() }), {
  virtual: true,
});

function place() {
  const element = createElement('c-billing-sync-modal', { is: BillingSyncModal });
  Object.assign(element, { label: 'Window', recordIds: ['001A', '001B'], showFirst: true });
  document.body.appendChild(element);
  return element;
}

const run = (element) => element.shadowRoot.querySelector('c-billing-sync-run');

describe('c-billing-sync-modal', () => {
  beforeEach(() => {
    preview.mockReturnValue(new Promise(() => {}));
  });

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('synchronises its records under a title', async () => {
    const element = place();

    expect(element.shadowRoot.querySelector('lightning-modal-header').label).toBe(title);
    expect(run(element).recordIds).toEqual(['001A', '001B']);
    expect(run(element).showFirst).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('leaves more than a person can look at to the background', async () => {
    const many = Array.from({ length: 201 }, (_, index) => `001${index}`);
    const element = Object.assign(place(), { recordIds: many });
    await Promise.resolve();

    expect(run(element)).toBeNull();
    expect(element.shadowRoot.querySelector('c-billing-bulk-run').recordIds).toHaveLength(201);
  });

  it.each([
    ['c-billing-sync-run', 2, 'close'],
    ['c-billing-sync-run', 2, 'billingleave'],
    ['c-billing-bulk-run', 201, 'close'],
    ['c-billing-bulk-run', 201, 'billingleave'],
  ])('closes with %s of %i records: %s', async (name, size, event) => {
    const recordIds = Array.from({ length: size }, (_, index) => `001${index}`);
    const element = Object.assign(place(), { recordIds });
    await Promise.resolve();
    const closed = jest.fn();
    element.addEventListener('modalclosed', closed);

    element.shadowRoot.querySelector(name).dispatchEvent(new CustomEvent(event));

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
