import type { Id } from '../../../language/wire.ts';

/** How usage is rated. Of its properties only the id is known here; the others are passed over. @documented S27 */
export interface UsageRule {
  readonly id?: Id;
}
