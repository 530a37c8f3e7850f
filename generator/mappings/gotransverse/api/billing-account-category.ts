import type { Id, Integer } from '../../../language/wire.ts';
import type { Address } from './address.ts';
import type { CustomFieldValue } from './custom-field.ts';

/** Whether new objects may use a category. ACTIVE was seen (O1), the others are inferred. */
export type CategoryStatus = 'ACTIVE' | 'SUSPENDED' | 'CANCELED';

/** Groups billing accounts and gives them defaults. Set up in billing; requests point to one by id. @observed O1 */
export interface BillingAccountCategory {
  /** @documented S15 */
  id: Id;
  /** @documented S15 */
  readonly name?: string;
  readonly description?: string | null;
  readonly status?: CategoryStatus;
  readonly code?: string | null;
  readonly auto_pay_offset?: Integer;
  readonly addresses?: Address[];
  readonly custom_field_values?: CustomFieldValue[];
}
