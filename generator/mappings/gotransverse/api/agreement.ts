import type { DateTime, Decimal, Id, Integer } from '../../../language/wire.ts';
import type { Reference } from './reference.ts';

/** Whether an agreement may be sold. */
export type AgreementStatus = 'DRAFT' | 'ACTIVE' | 'SUSPENDED';

/** Unit of an agreement's length. */
export type AgreementPeriodType = 'MONTH' | 'DAY';

/** What happens to the service when its term ends (S49). The spelling is inferred. */
export type AgreementEndAction =
  'RENEW_AGREEMENT' | 'SERVICE_ONLY' | 'DEACTIVATE_SERVICE' | 'CHANGE_AGREEMENT' | 'CHANGE_SERVICE';

/** A term on offer: its length, how it ends, and what leaving early costs. @inferred 1.x */
export interface Agreement {
  readonly id: Id;
  readonly name: string;
  readonly status: AgreementStatus;
  readonly agreement_period: Integer;
  readonly agreement_period_type: AgreementPeriodType;
  readonly end_action: AgreementEndAction;
  readonly next_agreement?: Reference | null;
  readonly termination_flat_charge?: Decimal | null;
  readonly termination_percentage_charge?: Decimal | null;
  readonly max_termination_charge?: Decimal | null;
  readonly prorate_on_cancel?: boolean;
  readonly from_date?: DateTime | null;
  readonly thru_date?: DateTime | null;
  readonly minimum_amount?: Decimal | null;
  readonly minimum_amount_currency_code?: string | null;
}

/** How a sale departs from the agreement that it selects. @inferred 1.x */
export interface AgreementConfiguration {
  end_date?: DateTime;
  agreement_period?: Integer;
  end_action?: AgreementEndAction;
  next_end_action?: AgreementEndAction;
  next_agreement?: Reference;
  next_service_product?: Reference;
  next_service_product_price?: Reference;
  preserve_service_price?: boolean;
  minimum_amount?: Decimal;
}

/** The term that a service runs under. @inferred 1.x */
export interface AgreementService {
  readonly id: Id;
  readonly agreement: Reference;
  readonly start_date: DateTime;
  readonly end_date: DateTime;
  readonly end_action: AgreementEndAction;
  readonly next_end_action?: AgreementEndAction;
  readonly next_agreement?: Reference | null;
  readonly next_service_product?: Reference | null;
  readonly renewed: boolean;
  readonly preserve_service_price?: boolean;
  readonly minimum_amount?: Decimal | null;
  readonly accumulated_charges_amount?: Decimal | null;
}
