import { createElement } from 'lwc';
import BillingQueryText from 'c/billingQueryText';

const text = '{\n  "status": "ACTIVE",\n  "active": true\n}';
const settle = () => new Promise((resolve) => setTimeout(resolve));

function place(over = {}) {
  const element = createElement('c-billing-query-text', { is: BillingQueryText });
  Object.assign(element, { text, label: 'JSON', ...over });
  document.body.appendChild(element);
  return element;
}

const marks = (element) => [...element.shadowRoot.querySelectorAll('mark')];

describe('c-billing-query-text', () => {
  const scrolled = jest.fn();

  beforeAll(() => {
    Element.prototype.scrollIntoView = scrolled;
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the text as it is, marked or not', () => {
    expect(place().shadowRoot.querySelector('pre').textContent).toBe(text);
    expect(place({ term: 'active' }).shadowRoot.querySelector('pre').textContent).toBe(text);
  });

  it('marks the term, and no more than is good', () => {
    expect(marks(place({ term: 'active' })).map((mark) => mark.textContent)).toEqual(['ACTIVE', 'active']);
    expect(marks(place({ term: 'a', mostMatches: 2 }))).toHaveLength(2);
  });

  it('scrolls to where the search is', async () => {
    const element = place({ term: 'active', current: 0 });
    scrolled.mockClear();

    element.current = 1;
    await settle();

    expect(marks(element).map(({ className }) => className)).toEqual(['', 'current']);
    expect(scrolled.mock.instances).toEqual([marks(element)[1]]);
  });

  it('is accessible', async () => {
    await expect(place({ term: 'active', current: 0 })).toBeAccessible();
  });
});
