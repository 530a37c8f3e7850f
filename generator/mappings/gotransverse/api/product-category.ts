import type { Id } from '../../../language/wire.ts';
import type { CategoryStatus } from './billing-account-category.ts';

/** Groups products. @documented S25 */
export interface ProductCategory {
  readonly id: Id;
  name: string;
  description?: string | null;
  readonly status: CategoryStatus;
}
