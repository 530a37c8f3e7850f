import { rememberShowChangesFirst, showsChangesFirst } from 'c/billingPreferences';

function storageThat(getter) {
  return jest.spyOn(window, 'localStorage', 'get').mockImplementation(getter);
}

describe('c/billingPreferences', () => {
  afterEach(() => {
    jest.restoreAllMocks();
    window.localStorage.clear();
  });

  it('is off until somebody switches it on, and stays as it was left', () => {
    expect(showsChangesFirst()).toBe(false);
    rememberShowChangesFirst(true);
    expect(showsChangesFirst()).toBe(true);
    rememberShowChangesFirst(false);
    expect(showsChangesFirst()).toBe(false);
  });

  it('lasts as long as the page where the browser keeps nothing', () => {
    storageThat(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
    rememberShowChangesFirst(true);
    expect(showsChangesFirst()).toBe(true);
    rememberShowChangesFirst(false);
    expect(showsChangesFirst()).toBe(false);
  });

  it('hides no other error', () => {
    storageThat(() => {
      throw new TypeError('Broken');
    });
    expect(() => showsChangesFirst()).toThrow('Broken');
  });
});
