import { randomBytes } from 'node:crypto';

const COOKIE = /(?:^|;\s*)sid=(?<sid>[\w-]+)/;

/** Which browser works as which user. */
export class Sessions {
  readonly #users = new Map<string, string>();

  /** Null for a browser that has not chosen one. */
  userOf(cookies: string | undefined): string | null {
    const sid = COOKIE.exec(cookies ?? '')?.groups?.sid;
    return (sid !== undefined && this.#users.get(sid)) || null;
  }

  /** Gives the `Set-Cookie` header of a new session. */
  open(userId: string): string {
    const sid = randomBytes(18).toString('base64url');
    this.#users.set(sid, userId);
    return `sid=${sid}; Path=/; HttpOnly; SameSite=Strict`;
  }
}
