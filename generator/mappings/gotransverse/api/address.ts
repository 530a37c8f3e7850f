import type { Id } from '../../../language/wire.ts';

/** What an e-mail address is for. PRIMARY is documented (S8), the others are inferred. */
export type EmailPurpose = 'PRIMARY' | 'SECONDARY' | 'PAYMENT';

/** What a postal address is for. BILLING is documented (S8), the others are inferred. */
export type PostalPurpose =
  'BILLING' | 'SHIPPING' | 'SERVICE' | 'PAYMENT' | 'SERVICE_LEVEL' | 'ORDER_ITEM_LEVEL';

/** What a telephone number is for; inferred. */
export type TelecomPurpose = 'OFFICE' | 'HOME' | 'FAX' | 'MOBILE' | 'PAYMENT';

/** An e-mail address of a party. @documented S8 */
export interface EmailAddress {
  address_type: 'email';
  /** Absent while the address is new. */
  id?: Id;
  purpose: EmailPurpose;
  email: string;
}

/** A postal address of a party. @documented S8 */
export interface PostalAddress {
  address_type: 'postal';
  /** Absent while the address is new. */
  id?: Id;
  purpose: PostalPurpose;
  /** ISO 3166 alpha-3 in all samples. */
  country: string;
  city: string;
  region_or_state: string;
  postal_code: string;
  line1: string;
  /** @observed O1 */
  line2?: string | null;
  /** @inferred 1.x */
  attention?: string | null;
}

/** A telephone number of a party: the kind was seen (O1), its properties were not. @inferred 1.x */
export interface TelecomAddress {
  /** @observed O1 */
  address_type: 'telecom';
  /** Absent while the address is new. */
  id?: Id;
  purpose: TelecomPurpose;
  dialing_prefix?: string | null;
  country_code?: string | null;
  area_code: string;
  number: string;
  extension?: string | null;
}

/** One address of a party or an account category. */
export type Address = EmailAddress | PostalAddress | TelecomAddress;
