import type { Id } from '../../../language/wire.ts';
import type { Address } from './address.ts';

/** A company that answers for a billing account. @documented S8 */
export interface Organization {
  party_type: 'organization';
  readonly id?: Id;
  organization_name: string;
  /** Assigned by the platform unless given. @observed O1 */
  customer_num?: string;
  /** A second external key, on the party instead of the account. @observed O1 */
  external_customer_num?: string | null;
  /** @inferred 1.x */
  tax_id_number?: string | null;
  /** @observed O1 */
  readonly tax_id_validated?: boolean;
  addresses?: Address[];
}

/** A person who answers for a billing account, or is a contact of it. @inferred 1.x */
export interface Person {
  /** @observed O1 */
  party_type: 'person';
  readonly id?: Id;
  first_name: string;
  last_name: string;
  middle_name?: string | null;
  suffix?: string | null;
  title?: string | null;
  company?: string | null;
  department?: string | null;
  addresses?: Address[];
}

/** Who answers for a billing account. */
export type Party = Organization | Person;
