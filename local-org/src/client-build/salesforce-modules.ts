import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseComponents } from './packages.ts';

/** The text of a module below `@salesforce/`, or in one sentence why there is none. */
export type SalesforceModule = { readonly code: string } | { readonly problem: string };

type Emit = (rest: string) => SalesforceModule;

/**
 * What the platform compiles into components, as modules over the client's own `host/...` modules: the texts, rights
 * and the user come from the server when the page starts.
 */
const KINDS: ReadonlyMap<string, Emit> = new Map<string, Emit>([
  ['apex', apex],
  ['schema', schema],
  ['label', (name) => call('host/session', 'label', name)],
  ['customPermission', (name) => call('host/session', 'customPermission', withoutNamespace(name))],
  ['userPermission', (name) => call('host/session', 'userPermission', name)],
  ['user', user],
  ['client', client],
  ['i18n', i18n],
  ['resourceUrl', (name) => exportText(`/resource/${withoutNamespace(name)}`)],
  ['contentAssetUrl', (name) => exportText(`/file-asset/${withoutNamespace(name)}`)],
  ['messageChannel', (name) => ({ code: `export default ${JSON.stringify({ channel: name })};` })],
  ['community', () => ({ problem: 'There are no Experience Cloud sites in the local org' })],
  ['site', () => ({ problem: 'There are no Experience Cloud sites in the local org' })],
]);

/** @param specifier what a component imports: `@salesforce/<kind>/<rest>`. */
export function salesforceModule(specifier: string): SalesforceModule {
  const [, kind = '', rest = ''] = /^@salesforce\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  if (kind === 'apex' && rest === '')
    return { code: `export { refreshApex, getSObjectValue } from 'host/apex';` };
  const emit = KINDS.get(kind);
  if (!emit || rest === '') return { problem: `The local org does not provide ${specifier}` };
  return emit(rest);
}

/** `@salesforce/apex/Class.method`, `@salesforce/apex/ns.Class.method`; a continuation is called like any method. */
function apex(rest: string): SalesforceModule {
  const parts = rest.split('.');
  const method = parts.at(-1);
  const className = parts.at(-2);
  if (!method || !className) return { problem: `${rest} does not name a class and a method` };
  const names = `${JSON.stringify(className)}, ${JSON.stringify(method)}`;
  return { code: `import { apexMethod } from 'host/apex';\nexport default apexMethod(${names});` };
}

/** The class that a module below `@salesforce/apex/` names. */
export function apexClassOf(specifier: string): string | undefined {
  return /^@salesforce\/apex(?:Continuation)?\/(?:.*\.)?([^.]+)\.[^.]+$/.exec(specifier)?.[1];
}

function schema(rest: string): SalesforceModule {
  const [objectApiName, ...fields] = rest.split('.');
  const object = { objectApiName };
  const token = fields.length === 0 ? object : { fieldApiName: fields.join('.'), objectApiName };
  return { code: `export default ${JSON.stringify(token)};` };
}

function user(rest: string): SalesforceModule {
  if (rest === 'Id') return { code: `import { userId } from 'host/session';\nexport default userId();` };
  if (rest === 'isGuest') return { code: 'export default false;' };
  return { problem: `The platform has no @salesforce/user/${rest}` };
}

function client(rest: string): SalesforceModule {
  if (rest !== 'formFactor') return { problem: `The platform has no @salesforce/client/${rest}` };
  return { code: `import { formFactor } from 'host/formFactor';\nexport default formFactor();` };
}

/** The same values as the base components have. */
function i18n(name: string): SalesforceModule {
  const file = join(baseComponents(), 'scopedImports', `@salesforce-i18n-${name}.js`);
  if (!/^[\w.]+$/.test(name) || !existsSync(file))
    return { problem: `The platform has no @salesforce/i18n/${name}` };
  return { code: readFileSync(file, 'utf8') };
}

function call(module: string, name: string, argument: string): SalesforceModule {
  return {
    code: `import { ${name} } from '${module}';\nexport default ${name}(${JSON.stringify(argument)});`,
  };
}

function exportText(text: string): SalesforceModule {
  return { code: `export default ${JSON.stringify(text)};` };
}

/** The package's own namespace is not part of names in the local org. */
function withoutNamespace(name: string): string {
  return name.replace(/^(?:c\.|[a-zA-Z][a-zA-Z0-9]*__)/, '');
}
