import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** `System.Cookie` */
export class Cookie extends PlatformObject {
  readonly name: string | null;
  readonly value: string | null;
  readonly path: string | null;
  /** Seconds; -1 for as long as the session. */
  readonly maxAge: number | null;
  readonly isSecure: boolean;
  readonly sameSite: string | null;
  readonly isHttpOnly: boolean;

  constructor(
    name: string | null,
    value: string | null,
    path: string | null,
    maxAge: number | null,
    isSecure: boolean | null,
    sameSite: string | null = null,
    isHttpOnly: boolean | null = false,
  ) {
    super();
    this.name = name;
    this.value = value;
    this.path = path;
    this.maxAge = maxAge;
    this.isSecure = isSecure === true;
    this.sameSite = sameSite;
    this.isHttpOnly = isHttpOnly === true;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Cookie');
  }
}

const make = (_: RuntimeType, ...parts: ConstructorParameters<typeof Cookie>): Cookie => new Cookie(...parts);

export const cookieClass = libraryClass({
  name: 'System.Cookie',
  constructors: {
    '(String,String,String,Integer,Boolean)': make,
    '(String,String,String,Integer,Boolean,String)': make,
    '(String,String,String,Integer,Boolean,String,Boolean)': make,
  },
  methods: {
    'getDomain()': () => null,
    'getMaxAge()': (cookie: Cookie) => cookie.maxAge,
    'getName()': (cookie: Cookie) => cookie.name,
    'getPath()': (cookie: Cookie) => cookie.path,
    'getSameSite()': (cookie: Cookie) => cookie.sameSite,
    'getValue()': (cookie: Cookie) => cookie.value,
    'isHttpOnly()': (cookie: Cookie) => cookie.isHttpOnly,
    'isSecure()': (cookie: Cookie) => cookie.isSecure,
  },
});
