import { currentTransaction } from '../../runtime/context.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { Blob } from '../../values/blob.ts';
import { PlatformObject } from '../../values/value.ts';

/** Headers by name, without case; the first spelling is kept. */
export class Headers {
  readonly #entries = new Map<string, { name: string; value: string }>();

  set(name: string, value: string): void {
    const key = name.toLowerCase();
    this.#entries.set(key, { name: this.#entries.get(key)?.name ?? name, value });
  }

  get(name: string): string | null {
    return this.#entries.get(name.toLowerCase())?.value ?? null;
  }

  get names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.name);
  }

  toMap(): Map<string, string> {
    return new Map([...this.#entries.values()].map(({ name, value }) => [name, value]));
  }
}

/** A body that was set as text or as bytes, and is read as either. */
export class Body {
  #bytes: Uint8Array = new Uint8Array();

  get text(): string {
    return new TextDecoder().decode(this.#bytes);
  }

  set text(value: string | null) {
    this.#bytes = new TextEncoder().encode(value ?? '');
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  set bytes(value: Uint8Array) {
    this.#bytes = value;
  }

  get blob(): Blob {
    return new Blob(this.#bytes);
  }
}

export class HttpRequest extends PlatformObject {
  readonly headers = new Headers();
  readonly body = new Body();
  method: string | null = null;
  endpoint: string | null = null;
  isCompressed = false;
  /** Milliseconds. */
  timeout: number | null = null;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.HttpRequest');
  }

  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse extends PlatformObject {
  readonly headers = new Headers();
  readonly body = new Body();
  status: string | null = null;
  statusCode = 0;

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.HttpResponse');
  }

  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}
