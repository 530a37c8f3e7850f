import type { OrgSchema } from '../../schema/model.ts';
import type { DataEnvironment } from '../environment.ts';
import type { Formulas } from '../formula/formulas.ts';
import type { Store } from '../store.ts';

/** What every part of DML works with. */
export interface DmlContext {
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly formulas: Formulas;
  readonly environment: DataEnvironment;
}
