import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** `00D...!005....<seal>`, in the characters that Salesforce's own clients expect. */
const TOKEN = /^(?<org>00D\w{12,15})!(?<user>005\w{12,15})\.(?<seal>[0-9a-f]{64})$/;

/** Access tokens for Salesforce's own clients. They hold as long as the server runs. */
export class AccessTokens {
  readonly #secret = randomBytes(32);
  readonly #organizationId: string;

  constructor(organizationId: string) {
    this.#organizationId = organizationId;
  }

  issue(userId: string): string {
    return `${this.#organizationId}!${userId}.${this.#seal(userId)}`;
  }

  /** The user whose token it is; null for any other text. */
  userOf(token: string): string | null {
    const { org, user = '', seal = '' } = TOKEN.exec(token)?.groups ?? {};
    if (org !== this.#organizationId) return null;
    return timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(user))) ? user : null;
  }

  #seal(userId: string): string {
    return createHmac('sha256', this.#secret).update(`${this.#organizationId}!${userId}`).digest('hex');
  }
}
