/** A browser without pages: keeps its cookie and speaks JSON. */
export class Browser {
  readonly #url: string;
  readonly #token: string | undefined;
  #cookie = '';

  /** @param token logs in as a client of Salesforce's own APIs. */
  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  get(path: string): Promise<Answer> {
    return this.#call('GET', path);
  }

  post(path: string, body: object): Promise<Answer> {
    return this.#call('POST', path, body);
  }

  patch(path: string, body: object): Promise<Answer> {
    return this.#call('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.#call('DELETE', path);
  }

  async #call(method: string, path: string, body?: object): Promise<Answer> {
    const headers = {
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const response = await fetch(this.#url + path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    this.#cookie = response.headers.get('set-cookie')?.replace(/;.*/, '') ?? this.#cookie;
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests say what they expect
  readonly body: any;
}
