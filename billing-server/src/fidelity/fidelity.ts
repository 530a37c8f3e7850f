/**
 * Switches for what the public contract leaves open, so that a wrong inference is a change of configuration.
 *
 * Defaults follow what is documented; where nothing is, what the reference holds likely.
 */
import { TenantZone } from '../clock/zone.ts';
import { invalid } from '../http/problem.ts';
import type { Store } from '../store/store.ts';

/** How a `sort` entry may be written; the exact form is not public. */
export const SORT_FORMS = ['name', '-name', 'name:desc', 'name desc'] as const;
export type SortForm = (typeof SORT_FORMS)[number];

/** All switches. */
export interface FidelitySettings {
  /** Where a draft order is made; the second is the path of 1.x. */
  orderCreatePath: '/orders' | '/billing-accounts/{id}/create-draft-order';
  /** What a plain create makes. */
  orderDefaultStatus: 'DRAFT' | 'CONFIRMED';
  /** Whether a caller may set `order_num`. */
  orderNumFromCaller: boolean;
  /** `SERVICE_ACTIVE` instead of `ACTIVE`. */
  serviceStatusPrefix: boolean;
  inProgressSpelling: 'IN_PROGRESS' | 'INPROGRESS';
  /** Services of an order that waits for approval are visible, as PENDING. */
  pendingServices: boolean;
  duplicateExternalAccountNum: 'reject' | 'accept';
  /** Lists that need a parameter answer 422 without one. */
  requiredParameters: boolean;
  unknownParameters: 'reject' | 'ignore';
  milliseconds: boolean;
  timeZone: string;
  /** `code` holds the HTTP status, or the fault reason of 1.x. */
  errorCode: 'status' | 'reason';
  sortForms: readonly SortForm[];
  /** The tenant setting that makes usage files. @documented S65 */
  invoiceCsv: boolean;
  /** Percent of all taxable charges. */
  taxPercent: string;
  /** Charged once when an invoice becomes overdue; 0 for none. */
  lateFee: string;
  /** Days after which an overdue invoice puts its account into COLLECTION; 0 for never. */
  collectionAfterDays: number;
}

export const DEFAULT_FIDELITY: FidelitySettings = {
  orderCreatePath: '/orders',
  orderDefaultStatus: 'DRAFT',
  orderNumFromCaller: true,
  serviceStatusPrefix: false,
  inProgressSpelling: 'IN_PROGRESS',
  pendingServices: false,
  duplicateExternalAccountNum: 'reject',
  requiredParameters: true,
  unknownParameters: 'reject',
  milliseconds: false,
  timeZone: 'America/Chicago',
  errorCode: 'status',
  sortForms: SORT_FORMS,
  invoiceCsv: false,
  taxPercent: '0',
  lateFee: '0',
  collectionAfterDays: 60,
};

type Name = keyof FidelitySettings;

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown): string | undefined =>
    values.includes(String(value)) && typeof value === 'string' ? undefined : `one of ${values.join(', ')}`;

const flag = (value: unknown): string | undefined =>
  typeof value === 'boolean' ? undefined : 'true or false';

const decimalBelow = (limit: number) => (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}(\.\d{1,4})?$/.test(value) && Number(value) < limit
    ? undefined
    : `a decimal text from 0 to below ${limit}`;

function zone(value: unknown): string | undefined {
  try {
    return new TenantZone(String(value)) && undefined;
  } catch {
    return 'an IANA time zone';
  }
}

/** What is wrong with a value, or undefined. */
const CHECKS: Readonly<Record<Name, (value: unknown) => string | undefined>> = {
  orderCreatePath: oneOf('/orders', '/billing-accounts/{id}/create-draft-order'),
  orderDefaultStatus: oneOf('DRAFT', 'CONFIRMED'),
  orderNumFromCaller: flag,
  serviceStatusPrefix: flag,
  inProgressSpelling: oneOf('IN_PROGRESS', 'INPROGRESS'),
  pendingServices: flag,
  duplicateExternalAccountNum: oneOf('reject', 'accept'),
  requiredParameters: flag,
  unknownParameters: oneOf('reject', 'ignore'),
  milliseconds: flag,
  timeZone: zone,
  errorCode: oneOf('status', 'reason'),
  sortForms: (value) =>
    Array.isArray(value) && value.every((form) => SORT_FORMS.includes(form))
      ? undefined
      : `a list of ${SORT_FORMS.join(', ')}`,
  invoiceCsv: flag,
  taxPercent: decimalBelow(100),
  lateFee: decimalBelow(100_000),
  collectionAfterDays: (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 3650
      ? undefined
      : 'whole days from 0 to 3650',
};

const SETTING = 'fidelity';

/** The switches of one tenant; kept in the data file. */
export class Fidelity {
  readonly #store: Store;
  #settings: FidelitySettings;
  #zone: TenantZone;

  constructor(store: Store) {
    this.#store = store;
    const saved = store.setting(SETTING);
    this.#settings = { ...DEFAULT_FIDELITY, ...(saved && (JSON.parse(saved) as Partial<FidelitySettings>)) };
    this.#zone = new TenantZone(this.#settings.timeZone);
  }

  get settings(): Readonly<FidelitySettings> {
    return this.#settings;
  }

  get zone(): TenantZone {
    return this.#zone;
  }

  /** Changes some switches. @throws Problem 422 naming the switch, and changes nothing. */
  change(changes: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(changes)) {
      if (!Object.hasOwn(CHECKS, name))
        throw invalid(`${name} is not a switch. Switches: ${Object.keys(CHECKS).join(', ')}.`);
      const expected = CHECKS[name as Name](value);
      if (expected !== undefined) throw invalid(`${name} must be ${expected}.`);
    }
    this.#settings = { ...this.#settings, ...changes };
    this.#zone = new TenantZone(this.#settings.timeZone);
    this.#store.saveSetting(SETTING, JSON.stringify(this.#settings));
  }
}
