/** What everything that answers HTTP shares. */
import type { Contract } from '../contract/contract.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Faults } from '../faults/faults.ts';
import type { Handlers } from '../operations/operation.ts';
import type { WireTypes } from '../wire/codec.ts';
import type { Validators } from '../wire/validate.ts';
import type { Keys } from './keys.ts';
import type { RequestLog } from './request-log.ts';

export interface ServerContext {
  readonly contract: Contract;
  readonly tenant: Tenant;
  readonly handlers: Handlers;
  readonly wire: WireTypes;
  readonly validators: Validators;
  readonly keys: Keys;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Serves documented operations only. */
  readonly strict: boolean;
  /** Told of everything thrown that is no refusal. */
  readonly onDefect: (error: unknown) => void;
}
