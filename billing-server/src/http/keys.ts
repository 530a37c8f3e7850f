/** Keys, the users they belong to, and the six refusals. @documented S1, S2 */
import type { Store } from '../store/store.ts';
import { Problem } from './problem.ts';

export const USER_STATES = ['ENABLED', 'DISABLED', 'EXPIRED', 'LOCKED'] as const;
export type UserState = (typeof USER_STATES)[number];

/** What the owner of a key may do. */
export interface KeyOwner {
  readonly user: UserState;
  /** Names of API sets, such as `Billing`. */
  readonly apiSets: readonly string[];
}

const BILLING = 'Billing';
const SETTING = 'keys';

const REFUSALS: Readonly<Record<Exclude<UserState, 'ENABLED'>, string>> = {
  DISABLED: 'User is Disabled',
  EXPIRED: 'User account has expired',
  LOCKED: 'User account is locked',
};

/** The keys of a tenant. The server's own key is always there and never written to the data file. */
export class Keys {
  readonly #store: Store;
  readonly #own: string;
  readonly #owners: Map<string, KeyOwner>;

  constructor(store: Store, own: string) {
    this.#store = store;
    this.#own = own;
    this.#owners = new Map(JSON.parse(store.setting(SETTING) ?? '[]') as [string, KeyOwner][]);
    this.#owners.set(own, { user: 'ENABLED', apiSets: [BILLING] });
  }

  /** Adds a key or changes its owner. */
  set(key: string, owner: KeyOwner): void {
    this.#owners.set(key, owner);
    const others = [...this.#owners].filter(([name]) => name !== this.#own);
    this.#store.saveSetting(SETTING, JSON.stringify(others));
  }

  /** @throws Problem 401 or 403 with the documented message. An unknown key is 403, not 401. */
  check(key: string | undefined): void {
    if (key === undefined || key === '') throw new Problem(401, 'Authorization header not found');
    const owner = this.#owners.get(key);
    if (!owner) throw new Problem(403, 'Access to this API has been disallowed');
    if (owner.user !== 'ENABLED') throw new Problem(401, REFUSALS[owner.user]);
    if (!owner.apiSets.includes(BILLING)) throw new Problem(403, 'Access Denied');
  }

  /** Whether the key is the server's own, which opens the control endpoints. */
  isOwn(key: string | undefined): boolean {
    return key === this.#own;
  }
}
