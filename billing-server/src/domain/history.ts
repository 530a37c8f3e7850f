/** What happened to a record and when, for people to read. */
import type { Entity } from '../store/table.ts';

export type HistoryKind = 'billing-account' | 'order' | 'service' | 'invoice' | 'product';

export interface HistoryEntry extends Entity {
  kind: HistoryKind;
  subject: string;
  at: string;
  text: string;
}
