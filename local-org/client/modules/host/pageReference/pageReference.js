/** A page reference of the platform as an address, and back. */

const HOME = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };

const WRITERS = {
  standard__recordPage: ({ recordId, objectApiName, actionName = 'view' }) =>
    `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName}`,
  standard__objectPage: ({ objectApiName, actionName = 'list' }) =>
    `/lightning/o/${objectApiName}/${actionName === 'home' ? 'list' : actionName}`,
  standard__navItemPage: ({ apiName }) => `/lightning/n/${apiName}`,
  standard__namedPage: ({ pageName }) => `/lightning/page/${pageName}`,
  standard__component: ({ componentName }) => `/lightning/cmp/${componentName}`,
  standard__flow: ({ devName }) => `/lightning/flow/${devName}`,
};

/**
 * @returns {string} the address in this app, or the address that a web page has.
 * @throws {Error} for a type that the local org does not know.
 */
export function addressOf({ type, attributes = {}, state = {} }) {
  if (type === 'standard__webPage') return attributes.url;
  const write = WRITERS[type];
  if (!write) throw new Error(`The local org can’t navigate to a page of type ${type}.`);
  const query = new URLSearchParams(state).toString();
  return write(attributes) + (query === '' ? '' : `?${query}`);
}

const READERS = [
  [
    /^\/lightning\/r\/(\w+)\/(\w{15,18})\/(\w+)$/,
    ([objectApiName, recordId, actionName]) => ({
      type: 'standard__recordPage',
      attributes: { objectApiName, recordId, actionName },
    }),
  ],
  [
    /^\/(?:lightning\/r\/)?(\w{15,18})(?:\/(\w+))?$/,
    ([recordId, actionName = 'view']) => ({
      type: 'standard__recordPage',
      attributes: { recordId, actionName },
    }),
  ],
  // Objects of a package have its namespace before them, as its flows do; here they are called as in the source.
  [
    /^\/lightning\/o\/(?:[A-Za-z0-9]+__(?=\w+__c\/))?(\w+)\/(\w+)$/,
    ([objectApiName, actionName]) => ({
      type: 'standard__objectPage',
      attributes: { objectApiName, actionName },
    }),
  ],
  [/^\/lightning\/n\/(\w+)$/, ([apiName]) => ({ type: 'standard__navItemPage', attributes: { apiName } })],
  [
    /^\/lightning\/cmp\/(\w+)$/,
    ([componentName]) => ({ type: 'standard__component', attributes: { componentName } }),
  ],
  // A flow of a package has its namespace before it; this org holds one project, so the name says it all.
  [
    /^\/(?:lightning\/)?flow\/(?:\w+\/)?(\w+)$/,
    ([devName]) => ({ type: 'standard__flow', attributes: { devName } }),
  ],
];

/** The page reference of an address of this app; the home page for everything unknown. */
export function pageReferenceOf({ pathname, search }) {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(pathname);
    if (match) return { ...read(match.slice(1)), state: Object.fromEntries(new URLSearchParams(search)) };
  }
  return HOME;
}
