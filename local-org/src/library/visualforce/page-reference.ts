import { currentTransaction } from '../../runtime/context.ts';
import { throwApex, Unsupported } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import type { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import type { SObject } from '../../values/sobject.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass, type Value } from '../library.ts';
import type { Cookie } from './cookie.ts';

/** Parameters of a page: a `Map<String, String>` whose keys are asked without case and keep their first spelling. */
class ParameterMap extends ApexMap {
  readonly #spelling = new Map<string, string>();

  constructor() {
    const { program } = currentTransaction();
    super(program.mapOf(program.type('String'), program.type('String')));
  }

  override has(key: Value): boolean {
    return super.has(this.#known(key));
  }

  override get(key: Value): Value {
    return super.get(this.#known(key));
  }

  override put(key: Value, value: Value): Value {
    const known = this.#known(key);
    if (typeof known === 'string') this.#spelling.set(known.toLowerCase(), known);
    return super.put(known, value);
  }

  override remove(key: Value): Value {
    return super.remove(this.#known(key));
  }

  #known(key: Value): Value {
    return typeof key === 'string' ? (this.#spelling.get(key.toLowerCase()) ?? key) : key;
  }
}

/** `System.PageReference`: an address with parameters. */
export class PageReference extends PlatformObject {
  readonly #path: string;
  readonly parameters: ApexMap = new ParameterMap();
  readonly headers: ApexMap = new ParameterMap();
  readonly cookies: ApexMap;
  anchor: string | null = null;
  isRedirect = false;
  redirectCode: number | null = null;

  /** @param address relative or whole, with or without parameters and anchor. */
  constructor(address: string) {
    super();
    const { program } = currentTransaction();
    this.cookies = new ApexMap(program.mapOf(program.type('String'), program.type('System.Cookie')));
    const [beforeAnchor = '', anchor] = split(address, '#');
    const [path = '', query] = split(beforeAnchor, '?');
    this.#path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query)) this.parameters.put(name, value);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.PageReference');
  }

  get url(): string {
    const pairs = [...this.parameters.entries()]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`);
    const query = pairs.length ? `?${pairs.join('&')}` : '';
    return `${this.#path}${query}${this.anchor ? `#${this.anchor}` : ''}`;
  }

  override toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

/** In two at the first mark; without it, alone. */
function split(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** As forms are encoded: a space becomes a plus. */
function encode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function pageOf(target: string | SObject | null): PageReference {
  if (target === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  return new PageReference(typeof target === 'string' ? target : `/${target.id}`);
}

/** Pages are not rendered here, and the platform renders none in a test either. */
function render(method: string): never {
  if (!currentTransaction().test)
    throw new Unsupported(`PageReference.${method}(): Visualforce is not rendered here,`);
  throwApex('System.VisualforceException', `Methods defined as TestMethod do not support ${method} call`);
}

function resource(name: string, path: string | null): PageReference {
  const { schema } = currentTransaction();
  if (!schema.staticResources.has(name))
    throwApex('System.VisualforceException', `Static Resource with name ${name} does not exist.`);
  return new PageReference(`/resource/${name}${path === null ? '' : `/${path}`}`);
}

export const pageReferenceClass = libraryClass({
  name: 'System.PageReference',
  constructors: {
    '(String)': (_, address: string | null) => pageOf(address),
    '(SObject)': (_, record: SObject | null) => pageOf(record),
  },
  statics: {
    'forResource(String)': (name) => resource(name, null),
    'forResource(String,String)': resource,
  },
  methods: {
    'getAnchor()': (page: PageReference) => page.anchor,
    'setAnchor(String)': (page: PageReference, anchor) => {
      page.anchor = anchor;
      return page;
    },
    'getContent()': () => render('getContent'),
    'getContentAsPDF()': () => render('getContentAsPDF'),
    'getCookies()': (page: PageReference) => page.cookies,
    'setCookies(List<Cookie>)': (page: PageReference, cookies: ApexList) => {
      for (const cookie of cookies.items as Cookie[]) page.cookies.put(cookie.name, cookie);
    },
    'getHeaders()': (page: PageReference) => page.headers,
    'getParameters()': (page: PageReference) => page.parameters,
    'getRedirect()': (page: PageReference) => page.isRedirect,
    'setRedirect(Boolean)': (page: PageReference, value) => {
      page.isRedirect = value === true;
      return page;
    },
    'getRedirectCode()': (page: PageReference) => page.redirectCode ?? (page.isRedirect ? 302 : 0),
    'setRedirectCode(Integer)': (page: PageReference, code) => {
      page.redirectCode = code;
      return page;
    },
    'getUrl()': (page: PageReference) => page.url,
  },
});
