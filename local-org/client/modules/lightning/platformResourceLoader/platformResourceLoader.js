const loaded = new Map();

/** Loads a script of a static resource, once. */
export function loadScript(_component, address) {
  return once(address, () => {
    const element = document.createElement('script');
    element.src = address;
    return element;
  });
}

/** Loads a style sheet of a static resource, once. */
export function loadStyle(_component, address) {
  return once(address, () => {
    const element = document.createElement('link');
    element.rel = 'stylesheet';
    element.href = address;
    return element;
  });
}

function once(address, create) {
  if (!loaded.has(address)) loaded.set(address, load(address, create()));
  return loaded.get(address);
}

function load(address, element) {
  return new Promise((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${address} can’t be loaded.`));
    document.head.append(element);
  });
}
