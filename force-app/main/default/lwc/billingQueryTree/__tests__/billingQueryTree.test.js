import { createElement } from 'lwc';
import BillingQueryTree from 'c/billingQueryTree';

const node = (path, depth, label, value, kind = 'text') => ({ path, depth, label, value, kind });

const nodes = [
  node('id', 0, 'Id', '42', 'number'),
  node('party', 0, 'Party', null, 'object'),
  node('party.name', 1, 'Name', 'Lakeside'),
  node('party.addresses', 1, 'Addresses', '2', 'list'),
  node('party.addresses[0]', 2, '1', null, 'object'),
  node('party.addresses[0].city', 3, 'City', 'Lakewood'),
  node('party.addresses[1]', 2, '2', null, 'object'),
  node('party.addresses[1].city', 3, 'City', 'Boulder'),
  node('tags', 0, 'Tags', '1', 'list'),
  node('tags[0]', 1, '1', 'vip'),
];

const settle = () => new Promise((resolve) => setTimeout(resolve));

function place(over = {}) {
  const element = createElement('c-billing-query-tree', { is: BillingQueryTree });
  Object.assign(element, { nodes, ...over });
  document.body.appendChild(element);
  return element;
}

const items = (element) => [...element.shadowRoot.querySelectorAll('[role="treeitem"]')];
const paths = (element) => items(element).map(({ dataset }) => dataset.path);
const item = (element, path) => items(element).find(({ dataset }) => dataset.path === path);
const marks = (element) => [...element.shadowRoot.querySelectorAll('mark')].map((mark) => mark.textContent);

async function press(element, key) {
  const focused = element.shadowRoot.activeElement ?? element.shadowRoot.querySelector('[tabindex="0"]');
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  focused.dispatchEvent(event);
  await settle();
  return event;
}

describe('c-billing-query-tree', () => {
  const scrolled = jest.fn();

  beforeAll(() => {
    Element.prototype.scrollIntoView = scrolled;
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('shows the objects under the root open and lists closed', () => {
    expect(paths(place())).toEqual(['id', 'party', 'party.name', 'party.addresses', 'tags']);
  });

  it('says of each row where it is', () => {
    const element = place();
    const { ariaLevel, ariaSetSize, ariaPosInSet, ariaExpanded } = {
      ariaLevel: item(element, 'party.addresses').getAttribute('aria-level'),
      ariaSetSize: item(element, 'party.addresses').getAttribute('aria-setsize'),
      ariaPosInSet: item(element, 'party.addresses').getAttribute('aria-posinset'),
      ariaExpanded: item(element, 'party.addresses').getAttribute('aria-expanded'),
    };

    expect([ariaLevel, ariaSetSize, ariaPosInSet, ariaExpanded]).toEqual(['2', '2', '2', 'false']);
    expect(item(element, 'id').hasAttribute('aria-expanded')).toBe(false);
    expect(item(element, 'tags').getAttribute('aria-setsize')).toBe('3');
  });

  it('opens and closes by click, with what was open inside', async () => {
    const element = place();

    item(element, 'party.addresses').click();
    await settle();
    expect(paths(element)).toContain('party.addresses[1]');
    item(element, 'party').click();
    await settle();

    expect(paths(element)).toEqual(['id', 'party', 'tags']);
    item(element, 'party').click();
    await settle();
    expect(paths(element)).toContain('party.addresses[1]');
  });

  it('has one row in the tab order', async () => {
    const element = place();

    expect(items(element).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    item(element, 'tags').click();
    await settle();
    expect(item(element, 'tags').tabIndex).toBe(0);
    expect(items(element).filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  });

  it('is worked by keyboard as trees are', async () => {
    const element = place();
    const focused = () => element.shadowRoot.activeElement?.dataset.path;

    await press(element, 'ArrowDown');
    expect(focused()).toBe('party');
    await press(element, 'End');
    expect(focused()).toBe('tags');
    await press(element, 'ArrowRight');
    expect(item(element, 'tags').getAttribute('aria-expanded')).toBe('true');
    await press(element, 'ArrowRight');
    expect(focused()).toBe('tags[0]');
    await press(element, 'ArrowLeft');
    expect(focused()).toBe('tags');
    await press(element, 'ArrowLeft');
    expect(item(element, 'tags').getAttribute('aria-expanded')).toBe('false');
    await press(element, 'Enter');
    expect(item(element, 'tags').getAttribute('aria-expanded')).toBe('true');
    await press(element, 'ArrowUp');
    expect(focused()).toBe('party.addresses');
    await press(element, 'Home');
    expect(focused()).toBe('id');
    await press(element, 'ArrowUp');
    expect(focused()).toBe('id');
  });

  it('leaves other keys to the browser', async () => {
    const element = place();

    expect((await press(element, 'Tab')).defaultPrevented).toBe(false);
    expect((await press(element, 'ArrowDown')).defaultPrevented).toBe(true);
  });

  it('marks the term in names and values', () => {
    expect(marks(place({ term: 'lake' }))).toEqual(['Lake']);
    expect(marks(place({ term: 'Addresses' }))).toEqual(['Addresses']);
  });

  it('opens the way to where the search is and scrolls to it', async () => {
    const element = place({ term: 'boulder' });

    element.current = 'party.addresses[1].city';
    await settle();

    expect(paths(element)).toContain('party.addresses[1].city');
    expect(paths(element)).not.toContain('party.addresses[0].city');
    expect(marks(element)).toEqual(['Boulder']);
    expect(scrolled).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot.activeElement).toBeNull();
  });

  it('begins anew with another object', async () => {
    const element = place();
    item(element, 'tags').click();

    element.nodes = [node('number', 0, 'Number', 'A-1')];
    await settle();

    expect(paths(element)).toEqual(['number']);
    expect(item(element, 'number').tabIndex).toBe(0);
  });

  it('is accessible', async () => {
    const element = place({ term: 'lake', current: 'party.addresses[0].city' });
    await settle();

    await expect(element).toBeAccessible();
  });
});
