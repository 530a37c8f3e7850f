import { createElement } from 'lwc';

/** Lets everything that waits for a promise go on. */
export const flush = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Puts a component with these properties on the page and waits until it is drawn. */
export async function place(tag, component, properties = {}) {
  const element = createElement(tag, { is: component });
  Object.assign(element, properties);
  document.body.appendChild(element);
  await flush();
  return element;
}

/** The first element in the component that the selector fits. */
export const find = (element, selector) => element.shadowRoot.querySelector(selector);

/** Clicks what carries this action and waits for what comes of it. */
export async function click(element, action) {
  find(element, `[data-action="${action}"]`).click();
  await flush();
}

/** Fills an input. The base component's stub knows no validation, so the test says what it would find. */
export function fillIn(element, selector, value, isValid = true) {
  const input = find(element, selector);
  input.value = value;
  input.reportValidity = () => isValid;
  return input;
}

/** What a page gets when Apex refuses. */
export const failure = { body: { message: 'Not today.' } };

/** Empties the page and forgets the calls; for `afterEach`. */
export function clear() {
  document.body.replaceChildren();
  jest.clearAllMocks();
}
