import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';
import type { Value } from '../library.ts';
import { noNulls } from './arguments.ts';

/** The local org's own address, what My Domain is on the platform. */
export const ORG_ADDRESS = 'https://local-org.my.salesforce.com';

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

interface Parts {
  readonly protocol: string;
  /** `user:secret@host:80`; null without `//`. */
  readonly authority: string | null;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
}

/** A web address, taken apart but not changed. */
export class Url extends PlatformObject {
  readonly parts: Parts;

  constructor(parts: Parts) {
    super();
    this.parts = parts;
  }

  /** Throws `System.StringException` without a protocol that is known. */
  static parse(text: string): Url {
    const found = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(
      text.trim(),
    );
    if (!found) throwApex('System.StringException', `no protocol: ${text}`);
    const protocol = (found[1] ?? '').toLowerCase();
    if (!(protocol in PORTS)) throwApex('System.StringException', `unknown protocol: ${protocol}`);
    const [authority = null, path = '', query = null, ref = null] = found.slice(2);
    return new Url({ protocol, authority, path, query, ref });
  }

  /** `port` null for the protocol's own. */
  static of(protocol: string, host: string, port: number | null, file: string): Url {
    return Url.parse(`${protocol}://${host}${port === null || port < 0 ? '' : `:${port}`}${file}`);
  }

  /** Resolves an address that is relative to this one. */
  resolve(spec: string): Url {
    return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(spec)
      ? Url.parse(spec)
      : Url.parse(new URL(spec, this.toString()).href);
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Url');
  }

  get userInfo(): string | null {
    const at = this.parts.authority?.lastIndexOf('@') ?? -1;
    return at < 0 ? null : (this.parts.authority?.slice(0, at) ?? null);
  }

  get host(): string {
    return this.#address.replace(/:\d*$/, '');
  }

  /** -1 when the address names none. */
  get port(): number {
    const port = /:(\d+)$/.exec(this.#address)?.[1];
    return port === undefined ? -1 : Number(port);
  }

  get defaultPort(): number {
    return PORTS[this.parts.protocol] ?? -1;
  }

  /** Path and query. */
  get file(): string {
    return this.parts.query === null ? this.parts.path : `${this.parts.path}?${this.parts.query}`;
  }

  isSameFile(other: Url): boolean {
    const port = (url: Url): number => (url.port < 0 ? url.defaultPort : url.port);
    return (
      this.parts.protocol === other.parts.protocol &&
      this.host.toLowerCase() === other.host.toLowerCase() &&
      port(this) === port(other) &&
      this.file === other.file
    );
  }

  'equals/1'(other: Value): boolean {
    return other instanceof Url && this.isSameFile(other) && this.parts.ref === other.parts.ref;
  }

  override toString(): string {
    const authority = this.parts.authority === null ? '' : `//${this.parts.authority}`;
    const ref = this.parts.ref === null ? '' : `#${this.parts.ref}`;
    return `${this.parts.protocol}:${authority}${this.file}${ref}`;
  }

  get #address(): string {
    const { authority } = this.parts;
    return authority === null ? '' : authority.slice(authority.lastIndexOf('@') + 1);
  }
}

export const urlClass = libraryClass({
  name: 'System.Url',
  statics: {
    'getOrgDomainUrl()': () => Url.parse(ORG_ADDRESS),
    'getSalesforceBaseUrl()': () => Url.parse(ORG_ADDRESS),
  },
  constructors: {
    '(String)': noNulls((_: RuntimeType, text: string) => Url.parse(text)),
    '(String,String,Integer,String)': noNulls(
      (_: RuntimeType, protocol: string, host: string, port: number, file: string) =>
        Url.of(protocol, host, port, file),
    ),
    '(String,String,String)': noNulls((_: RuntimeType, protocol: string, host: string, file: string) =>
      Url.of(protocol, host, null, file),
    ),
    '(Url,String)': noNulls((_: RuntimeType, context: Url, spec: string) => context.resolve(spec)),
  },
  methods: {
    'getAuthority()': (url: Url) => url.parts.authority,
    'getDefaultPort()': (url: Url) => url.defaultPort,
    'getFile()': (url: Url) => url.file,
    'getHost()': (url: Url) => url.host,
    'getPath()': (url: Url) => url.parts.path,
    'getPort()': (url: Url) => url.port,
    'getProtocol()': (url: Url) => url.parts.protocol,
    'getQuery()': (url: Url) => url.parts.query,
    'getRef()': (url: Url) => url.parts.ref,
    'getUserInfo()': (url: Url) => url.userInfo,
    'sameFile(Url)': noNulls((url: Url, other: Url) => url.isSameFile(other)),
    'toExternalForm()': (url: Url) => url.toString(),
    'toString()': (url: Url) => url.toString(),
  },
});
