import type { Savepoint } from '../../data/data.ts';
import { currentTransaction } from '../../runtime/context.ts';
import { throwApex } from '../../runtime/faults.ts';
import type { RuntimeType } from '../../runtime/types.ts';
import { PlatformObject } from '../../values/value.ts';
import { libraryClass } from '../library.ts';

/** A state of the transaction to go back to. */
export class SavepointValue extends PlatformObject {
  readonly savepoint: Savepoint;

  constructor(savepoint: Savepoint) {
    super();
    this.savepoint = savepoint;
  }

  override apexType(): RuntimeType {
    return currentTransaction().program.type('System.Savepoint');
  }
}

export function setSavepoint(): SavepointValue {
  const { data, limits } = currentTransaction();
  limits.use('savepoints');
  return new SavepointValue(data.setSavepoint());
}

export function rollback(value: SavepointValue | null): void {
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const { data, limits } = currentTransaction();
  limits.use('savepointRollbacks');
  data.rollback(value.savepoint);
}

/** A released savepoint is no longer a reason against a callout. */
export function releaseSavepoint(value: SavepointValue | null): void {
  if (value === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  currentTransaction().data.releaseSavepoint(value.savepoint);
}

export const savepointClass = libraryClass({ name: 'System.Savepoint' });
